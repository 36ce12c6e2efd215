using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Buying;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;

namespace Portal.Db.Scenes.Placing;

/// <summary>Planned placements off framework that the gate allowed: one because nobody on the framework had a place, two by a reasoned exception to a price.</summary>
internal sealed class ExceptionScript(Play play)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public void Write()
    {
        play.At(play.DaysAgo(52), Refer);
        play.At(play.DaysAgo(75, 11), () => Except("E06000021", "SC900003", 6_450m, "The child’s half-brother lives in this home, and both ask to live together."));
        play.At(play.DaysAgo(16, 10), () => Except("E08000031", "SC900013", 7_050m, "The school on site teaches the child now; a move in the examination year would end that."));
    }

    // A therapeutic home in the child's own county that no framework has: everybody on the framework is asked first.
    private async Task Refer()
    {
        Actor officer = await play.Who("placement");
        var need = new ReferralNeed
        {
            ChildReference = "C-8801",
            ChildAge = 14,
            ServiceTypes = ["therapeutic"],
            Needs = ["N2", "N6"],
            Urgency = "planned",
            NeededBy = play.Now.AddDays(16),
            WindowClosesAt = play.Now.AddDays(4),
            CodesignedWith = "Social worker, therapist, foster carer",
            ChildsViews = "Wants to see the same therapist and to keep the dog walks with a grandparent.",
        };
        Referral referral = await play.Ask((SendReferral use) => use.Execute(officer, need, None));
        play.At(play.Now.AddHours(26), () => Decline(referral));
        play.At(play.Now.AddDays(4).AddHours(3), () => AskGate(referral, officer));
    }

    private async Task Decline(Referral referral)
    {
        OrganisationId[] asked = [.. referral.Recipients.Select(r => r.Provider)];
        List<string> providers = await play.Ask((PortalDb db) => db.Organisations.Where(o => asked.Contains(o.Id)).OrderBy(o => o.Code).Select(o => o.Code).ToListAsync());
        foreach (string provider in providers)
        {
            Actor by = await play.Of(provider, Role.ProviderBidder);
            await play.Do((DeclineReferral use) => use.Execute(by, referral.Ref, DeclineReason.NoVacancy, "Every place of our therapeutic homes is taken until the new year.", None));
        }
    }

    private async Task AskGate(Referral referral, Actor officer)
    {
        Actor hub = await play.Who("national.commissioner");
        await play.Do((ConfirmNoPlace use) => use.Execute(hub, DemoTenders.National, referral.Ref, "No place is free or planned on the national contract within eight weeks.", None));
        await play.Do((RecordWiderSearch use) => use.Execute(officer, referral.Ref, "Four homes outside the framework were rung; one has a place, in the child’s own county.", None));
        AskedOption asked = Planned("C-8801", 14, "therapeutic", "SC900024", 7_970m) with { Referral = referral.Ref, Weeks = 40 };
        GateDecision decision = await play.Ask((RecordDecision use) => use.Execute(officer, asked, null, None));
        play.At(play.Now.AddHours(22), () => ApproveAndCallOff(decision, officer, "Every provider on terms was asked and none has a place; the search is on the referral."));
        play.At(play.Now.AddDays(28), () => Review(decision, officer));
    }

    // The framework has the home at a lower price; the exception says why this child pays more.
    private async Task Except(string authority, string urn, decimal price, string reason)
    {
        Actor officer = await play.Of(authority, Role.PlacementOfficer);
        await MakeRoom(urn);
        DemoHome home = DemoHome.All.Single(h => h.Urn == urn);
        AskedOption asked = Planned($"C-88{urn[^2..]}", 13, home.ServiceType, urn, price) with { Weeks = 26, ExceptionReason = reason };
        GateDecision decision = await play.Ask((RecordDecision use) => use.Execute(officer, asked, null, None));
        play.At(play.Now.AddHours(20), () => ApproveAndCallOff(decision, officer, reason));
    }

    private async Task ApproveAndCallOff(GateDecision decision, Actor officer, string words)
    {
        await MakeRoom(decision.HomeUrn!);
        GateDecision latest = decision;
        while (latest.Answer.RequiredApprovals.FirstOrDefault(a => !a.Given) is { } need)
        {
            Actor by = await Holder(decision.AuthorityCode, need.Role);
            latest = await play.Ask((ApproveDecision use) => use.Execute(by, latest.Id, new ApprovalNeed(need.Role, need.Purpose), words, None));
        }

        if (!latest.Permits)
        {
            return;
        }

        CallOff made = await play.Ask((MakeCallOff use) => use.Execute(officer, new CallOffRequest(latest.Id, LondonTime.DateOf(play.Now).AddDays(9)), None));
        play.At(play.Now.AddDays(4), () => new FeeScript(play).Sign(made.Ref, decision.AuthorityCode));
    }

    private Task<Actor> Holder(string authority, ApproverRole office) => office switch
    {
        ApproverRole.RccCommissioner => play.Who("rcc.commissioner"),
        ApproverRole.QaLead => play.Who("quality"),
        _ => play.Of(authority, Offices.RoleFor(office)),
    };

    private async Task Review(GateDecision decision, Actor officer)
    {
        FollowUpDutyId? owed = await play.Ask((PortalDb db) => db.FollowUpDuties.Where(d => d.Line == decision.Line && d.What == Duty.Review28 && d.DoneAt == null).Select(d => (FollowUpDutyId?)d.Id).SingleOrDefaultAsync());
        if (owed is { } id)
        {
            await play.Do((CompleteDuty use) => use.Execute(officer, id, "The child has settled and goes to school. The framework’s homes were asked again: none has a place.", None));
        }
    }

    // A child has moved on, so that the home has a place to ask for.
    private async Task MakeRoom(string urn)
    {
        ProviderHome home = await play.Ask((PortalDb db) => db.ProviderHomes.AsNoTracking().SingleAsync(h => h.Urn == urn));
        if (home.PlacesVacant == 0)
        {
            Actor provider = await play.Of(DemoHome.All.Single(h => h.Urn == urn).Provider, Role.ProviderBidder);
            await play.Do((StateVacancies use) => use.Execute(provider, urn, home.PlacesRegistered - 1, None));
        }
    }

    private AskedOption Planned(string child, int age, string service, string urn, decimal price) => new()
    {
        ChildReference = child,
        ChildAge = age,
        ServiceType = service,
        Urgency = Urgency.Planned,
        NeededBy = play.Now.AddDays(12),
        KnownSince = play.Now.AddDays(-6),
        HomeUrn = urn,
        Price = new Money(price),
        NewContract = true,
    };
}
