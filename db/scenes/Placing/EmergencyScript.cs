using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes.Placing;

/// <summary>What follows a night's emergency: every other place is called off in the morning (the other children have moved on by then), and the duties of the next working days are done, most of them in time.</summary>
internal sealed class EmergencyScript(Play play)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public void Follow(GateDecision decision, Actor officer, int number)
    {
        if (decision.Outcome != Outcome.AllowEmergency)
        {
            return;
        }

        DateOnly night = LondonTime.DateOf(decision.RecordedAt);
        if (number % 2 == 0)
        {
            play.At(decision.RecordedAt.AddHours(7), () => CallOff(decision, officer, weeks: 3 + (number % 9)));
        }

        After(night, 1, 11, () => Done(decision, Duty.RccReview, () => play.Who("rcc.commissioner"), "The night’s record was read with the officer: nobody nearer had a place, and the register had been looked at."));
        After(night, 2, 10, () => Done(decision, Duty.HostNotified, () => Task.FromResult(officer), "The host authority’s duty desk was told by e-mail."));
        After(night, 1, 9, () => Done(decision, Duty.QualityReview, () => play.Who("quality"), "Rang the home’s manager: staffing is as its statement of purpose says."));
        After(night, 4, 15, () => Done(decision, Duty.Ratified, () => play.Of(decision.AuthorityCode, Role.Director), "Read and ratified; the price is claimed back to the framework’s."));
        After(night, number % 6 == 4 ? 14 : 9, 14, () => Done(decision, Duty.LegalGround, () => play.Of(decision.AuthorityCode, Role.Legal), "Schedule 5, extreme and unavoidable urgency, for the weeks until a planned place is found."));
    }

    private void After(DateOnly night, int workingDays, int hour, Func<Task> act) =>
        play.At(LondonTime.At(UkWorkingDays.Held.After(night, workingDays), new TimeOnly(hour, 0)), act);

    private async Task CallOff(GateDecision decision, Actor officer, int weeks)
    {
        bool free = await play.Ask((PortalDb db) => db.ProviderHomes.AnyAsync(h => h.Urn == decision.HomeUrn && h.PlacesOccupied < h.PlacesRegistered && !h.Restriction));
        bool latest = await play.Ask((PortalDb db) => db.GateDecisions.CountAsync(d => d.Line == decision.Line)) == 1;
        if (free && latest)
        {
            CallOff made = await play.Ask((MakeCallOff use) => use.Execute(officer, new CallOffRequest(decision.Id, LondonTime.DateOf(play.Now), Weeks: weeks), None));
            play.At(play.Now.AddDays(4), () => new FeeScript(play).Sign(made.Ref, decision.AuthorityCode));
        }
    }

    private async Task Done(GateDecision decision, Duty what, Func<Task<Actor>> who, string words)
    {
        FollowUpDutyId? owed = await play.Ask((PortalDb db) => db.FollowUpDuties.Where(d => d.Line == decision.Line && d.What == what && d.DoneAt == null).Select(d => (FollowUpDutyId?)d.Id).SingleOrDefaultAsync());
        if (owed is { } id)
        {
            await play.Do(async (CompleteDuty use) => await use.Execute(await who(), id, words, None));
        }
    }
}
