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
    private static readonly AwardStage[] Left = [AwardStage.Recommended, AwardStage.Decided, AwardStage.SummariesSent, AwardStage.Noticed];

    public string Heading => "Awards";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.ProviderBidder))
        {
            return [];
        }

        // An award of lots apart may go on when the contracts of the others are signed.
        List<Tender> tenders = await db.Tenders.AsNoTracking()
            .Where(t => t.DirectGround == null && (Running.Contains(t.Stage) || (t.Stage == TenderStage.Signed && db.Set<Award>().Any(a => a.Tender == t.Id && a.Part > 0 && Left.Contains(a.Stage)))))
            .OrderBy(t => t.ClosesAt).Take(200).ToListAsync(cancel);
        TenderId[] ids = [.. tenders.Select(t => t.Id)];
        ILookup<TenderId, Award> awards = (await db.Awards.AsNoTracking().Where(a => ids.Contains(a.Tender)).OrderBy(a => a.Part).ToListAsync(cancel)).ToLookup(a => a.Tender);
        tenders = await WithLots(tenders, awards, cancel);
        return [.. tenders.SelectMany(t => AwardsIn(t, [.. awards[t.Id]]).Select(award => Item(actor, t, award))).OfType<TodayItem>()];
    }

    // Lots are heavy and needed only where some are awarded apart.
    private async Task<List<Tender>> WithLots(List<Tender> tenders, ILookup<TenderId, Award> awards, CancellationToken cancel)
    {
        TenderId[] apart = [.. tenders.Select(t => t.Id).Where(id => awards[id].Any(a => a.Part > 0))];
        Dictionary<TenderId, Tender> whole = apart.Length == 0 ? [] : await db.Tenders.AsNoTracking().Include(t => t.Lots).Where(t => apart.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        return [.. tenders.Select(t => whole.GetValueOrDefault(t.Id, t))];
    }

    // The lots that are left wait for a recommendation though nothing is recorded of their award yet; one without lots waits for nobody.
    private static IEnumerable<Award?> AwardsIn(Tender tender, Award[] awards)
    {
        if (!tender.HasLotsApart)
        {
            return awards.Length == 0 ? new Award?[] { null } : awards;
        }

        IEnumerable<Award?> left = awards.Where(a => tender.LotsOfPart(a.Part).Any());
        return Array.Exists(awards, a => a.Part == 0) || !tender.LotsOfPart(0).Any() ? left : left.Prepend(null);
    }

    private static string Named(Tender tender, Award? award) => tender.HasLotsApart ? $"{tender.PartInWords(award?.Part ?? 0)} of “{tender.Title}”" : $"“{tender.Title}”";

    private static AwardRef At(Tender tender, Award? award) => award?.Ref ?? tender.Ref;

    private TodayItem? Item(Actor actor, Tender tender, Award? award)
    {
        if (tender.Buyer == actor.Organisation)
        {
            return actor.Is(Role.Director, Role.HeadOfService) ? OfAuthority(tender, award) : OfCommissioner(actor, tender, award);
        }

        bool mine = award is { Stage: AwardStage.Noticed } && award.WinningBidders.Contains(actor.Organisation) && !award.HasSigned(actor.Organisation);
        return mine && award!.WhatBlocksSupplier(tender, actor.Organisation, clock.GetUtcNow()).Count == 0
            ? new TodayItem($"Sign the agreement of {Named(tender, award)}", AwardLinks.Result(At(tender, award)), null, "Waiting")
            : null;
    }

    private TodayItem? OfAuthority(Tender tender, Award? award) => award?.Stage switch
    {
        AwardStage.Recommended when award.Winners.Count > 0 => new TodayItem($"Decide the award of {Named(tender, award)}", AwardLinks.Award(At(tender, award)), By(tender.Dates.DecisionOn), "Awaiting approval"),
        AwardStage.Noticed when award.WhatBlocksSigning(tender, clock.GetUtcNow()).Count == 0 => new TodayItem($"Sign the agreement of {Named(tender, award)}", AwardLinks.Award(At(tender, award)), By(tender.Dates.SignOn), "Waiting"),
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

        return what is null ? BeforeSignature(tender, award) : new TodayItem($"{what} {Named(tender, award)}", AwardLinks.Award(At(tender, award)), By(award is null or { Stage: AwardStage.Recommended } ? tender.Dates.DecisionOn : null), "Waiting");
    }

    private static TodayItem? BeforeSignature(Tender tender, Award? award)
    {
        if (award?.Stage == AwardStage.Noticed && award.ApprovalIn(tender) is null)
        {
            return new TodayItem($"Record the approval to award {Named(tender, award)}", AwardLinks.Approval(award.Ref), null, "Awaiting approval", "The agreement cannot be signed without it.");
        }

        return award is not null && award.StandsStill(tender) && award.StandstillEnd(tender) is { } last
            ? new TodayItem($"Wait for the standstill of {Named(tender, award)}", AwardLinks.Award(At(tender, award)), LondonTime.StartOfDay(last.AddDays(1)), "Standstill")
            : null;
    }

    private static DateTimeOffset? By(DateOnly? day) => day is { } last ? LondonTime.StartOfDay(last.AddDays(1)) : null;
}
