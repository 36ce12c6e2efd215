using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Offline;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Db.Scenes.Placing;

/// <summary>What the duty panel and the offices did: appeals lodged and answered, a deputy named, the duty rota written with the offline card that names it, contract details published.</summary>
internal sealed class ScrutinyScript(Play play)
{
    private const string Authority = "E10000031";

    private static readonly CancellationToken None = CancellationToken.None;

    public void Write()
    {
        foreach (int day in new[] { 150, 95, 60, 26, 12 })
        {
            bool upheld = day % 2 == 0;
            play.At(play.DaysAgo(day, 16), () => Appeal(upheld));
        }

        play.At(play.DaysAgo(30, 15), Publish);
        play.At(play.DaysAgo(2, 9), NameDeputy);
        play.At(play.DaysAgo(16, 9), () => play.Do((IssueMissingCards use) => use.Execute(None)));
        play.At(play.DaysAgo(1, 9), WriteRota);
        play.At(play.DaysAgo(0, 7), () => Lodge());
    }

    private async Task Appeal(bool upheld)
    {
        if (await Lodge() is { } appeal)
        {
            Actor panel = await play.Who("rcc.commissioner");
            await play.Do((AnswerAppeal use) => use.Execute(panel, appeal.Id, upheld, upheld ? "A brother lives there; the places on terms are in other towns." : "Two suitable places on terms are free this week; see the referral’s offers.", None));
        }
    }

    private async Task<Appeal?> Lodge()
    {
        Actor officer = await play.Of(Authority, Role.PlacementOfficer);
        GateDecisionId? blocked = await play.Ask(async (PortalDb db) =>
        {
            DbSet<GateDecision> all = db.GateDecisions;
            return await all.Where(d => d.Authority == officer.Organisation && d.Outcome == Outcome.Block && (d.Decisive == "C3" || d.Decisive == "D2" || d.Decisive == "D1"))
                .Where(d => !all.Any(later => later.Line == d.Line && later.Number > d.Number) && !db.Set<Appeal>().Any(a => a.Line == d.Line))
                .OrderByDescending(d => d.RecordedAt).Select(d => (GateDecisionId?)d.Id).FirstOrDefaultAsync();
        });
        return blocked is { } id ? await play.Ask((LodgeAppeal use) => use.Execute(officer, id, "The child knows this home from short breaks and asks to stay near its school.", None)) : null;
    }

    private async Task Publish()
    {
        Actor commissioner = await play.Who("rcc.commissioner");
        if (await play.Ask((PortalDb db) => db.ContractDetailsDuties.AnyAsync(d => d.Stage == ContractDetailsStage.Due)))
        {
            await play.Do((PublishContractDetails use) => use.Execute(commissioner, None));
        }
    }

    private async Task NameDeputy()
    {
        DateOnly today = LondonTime.DateOf(play.Now);
        Actor head = await play.Who("head.of.service");
        await play.Do((NameDeputy use) => use.Execute(head, Role.HeadOfService, "nominated@demo.example", today, today.AddDays(21), new Money(7_500m), None));
    }

    private async Task WriteRota()
    {
        Actor director = await play.Who("director");
        Actor commissioner = await play.Who("rcc.commissioner");
        await play.Do((PutOnDuty use) => use.Execute(director, Role.Director, "director@demo.example", "01926 555 0101", play.Now, play.Now.AddDays(7), None));
        await play.Do((PutOnDuty use) => use.Execute(director, Role.NominatedOfficer, "nominated@demo.example", "01926 555 0102", play.Now, play.Now.AddDays(7), None));
        await play.Do((PutOnDuty use) => use.Execute(commissioner, Role.RccCommissioner, "rcc.commissioner@demo.example", "0121 555 0103", play.Now, play.Now.AddDays(7), None));
        Actor officer = await play.Who("placement");
        await play.Do((IssueOfflineCard use) => use.Execute(officer, officer.Organisation, None));
    }
}
