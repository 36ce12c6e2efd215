using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>What an award asks of people: recommend, decide, tell, publish, sign.</summary>
public sealed class AwardsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private static readonly TenderStage[] Running = [TenderStage.Deciding, TenderStage.Standstill, TenderStage.ReadyToSign];

    public string Heading => "Awards";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.ProviderBidder))
        {
            return [];
        }

        List<Tender> tenders = await db.Tenders.AsNoTracking().Where(t => Running.Contains(t.Stage) && t.DirectGround == null).OrderBy(t => t.ClosesAt).Take(200).ToListAsync(cancel);
        TenderId[] ids = [.. tenders.Select(t => t.Id)];
        Dictionary<TenderId, Award> awards = await db.Awards.AsNoTracking().Where(a => ids.Contains(a.Tender)).ToDictionaryAsync(a => a.Tender, cancel);
        return [.. tenders.Select(t => Item(actor, t, awards.GetValueOrDefault(t.Id))).OfType<TodayItem>()];
    }

    private TodayItem? Item(Actor actor, Tender tender, Award? award)
    {
        if (tender.Buyer == actor.Organisation)
        {
            return actor.Is(Role.Director, Role.HeadOfService) ? OfAuthority(tender, award) : OfCommissioner(actor, tender, award);
        }

        bool mine = award is { Stage: AwardStage.Noticed } && award.WinningBidders.Contains(actor.Organisation) && !award.HasSigned(actor.Organisation);
        return mine && award!.WhatBlocksSupplier(tender, actor.Organisation, clock.GetUtcNow()).Count == 0
            ? new TodayItem($"Sign the agreement of “{tender.Title}”", AwardLinks.Result(tender.Ref), null, "Waiting")
            : null;
    }

    private TodayItem? OfAuthority(Tender tender, Award? award) => award?.Stage switch
    {
        AwardStage.Recommended when award.Winners.Count > 0 => new TodayItem($"Decide the award of “{tender.Title}”", AwardLinks.Award(tender.Ref), By(tender.Dates.DecisionOn), "Awaiting approval"),
        AwardStage.Noticed when award.WhatBlocksSigning(tender, clock.GetUtcNow()).Count == 0 => new TodayItem($"Sign the agreement of “{tender.Title}”", AwardLinks.Award(tender.Ref), By(tender.Dates.SignOn), "Waiting"),
        _ => null,
    };

    private static TodayItem? OfCommissioner(Actor actor, Tender tender, Award? award)
    {
        string? what = award?.Stage switch
        {
            null => "Recommend the award of",
            AwardStage.Recommended when award.Winners.Count == 0 => "Recommend anew the award of",
            AwardStage.Decided => "Send the assessment summaries of",
            AwardStage.SummariesSent => "Publish the award notice of",
            _ => null,
        };
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return null;
        }

        return what is null ? BeforeSignature(tender, award) : new TodayItem($"{what} “{tender.Title}”", AwardLinks.Award(tender.Ref), By(award is null or { Stage: AwardStage.Recommended } ? tender.Dates.DecisionOn : null), "Waiting");
    }

    private static TodayItem? BeforeSignature(Tender tender, Award? award)
    {
        if (award?.Stage == AwardStage.Noticed && tender.AwardApproval is null)
        {
            return new TodayItem($"Record the approval to award “{tender.Title}”", $"/tenders/{tender.Ref}/approval-to-award", null, "Awaiting approval", "The agreement cannot be signed without it.");
        }

        return tender.Stage == TenderStage.Standstill && tender.StandstillEndsOn is { } last
            ? new TodayItem($"Wait for the standstill of “{tender.Title}”", AwardLinks.Award(tender.Ref), LondonTime.StartOfDay(last.AddDays(1)), "Standstill")
            : null;
    }

    private static DateTimeOffset? By(DateOnly? day) => day is { } last ? LondonTime.StartOfDay(last.AddDays(1)) : null;
}
