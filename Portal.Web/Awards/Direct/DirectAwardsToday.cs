using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>What a direct award asks of people: evidence, the notice, the decision, the signatures.</summary>
public sealed class DirectAwardsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 100;

    public string Heading => "Direct awards";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.ProviderBidder))
        {
            return [];
        }

        IQueryable<TenderId> live = db.Tenders.Where(t => t.Stage != TenderStage.Signed && t.Stage != TenderStage.Cancelled).Select(t => t.Id);
        List<DirectAward> open = await db.DirectAwards.AsNoTracking()
            .Where(d => (d.Buyer == actor.Organisation || d.Supplier == actor.Organisation) && d.Stage != DirectAwardStage.GivenUp)
            .Where(d => live.Contains(d.Tender))
            .OrderBy(d => d.TenderRef).Take(Most).ToListAsync(cancel);
        TenderId[] ids = [.. open.Select(d => d.Tender)];
        Dictionary<TenderId, Tender> tenders = await db.Tenders.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        Dictionary<TenderId, Award> awards = await db.Awards.AsNoTracking().Where(a => ids.Contains(a.Tender)).ToDictionaryAsync(a => a.Tender, cancel);
        return [.. open.Select(d => Item(actor, tenders[d.Tender], d, awards.GetValueOrDefault(d.Tender))).OfType<TodayItem>()];
    }

    private TodayItem? Item(Actor actor, Tender tender, DirectAward direct, Award? award)
    {
        if (direct.Supplier == actor.Organisation)
        {
            bool may = award is { Decision: not null } && !award.HasSigned(actor.Organisation) && award.WhatBlocksSupplier(tender, actor.Organisation, clock.GetUtcNow()).Count == 0;
            return may ? new TodayItem($"Sign the contract “{tender.Title}”", DirectAwardLinks.Agreement(tender.Ref), null, "Waiting") : null;
        }

        string? what = actor.Is(Role.Director, Role.HeadOfService) ? OfAuthority(tender, direct, award) : OfCommissioner(tender, direct, award);
        return what is null ? null : new TodayItem($"{what} “{tender.Title}”", DirectAwardLinks.Page(tender.Ref), null, "Waiting");
    }

    private string? OfAuthority(Tender tender, DirectAward direct, Award? award) => award?.Stage switch
    {
        AwardStage.Recommended when direct.WhatBlocksDecision().Count == 0 => "Decide the direct award of",
        AwardStage.Decided or AwardStage.Noticed when award.WhatBlocksSigning(tender, clock.GetUtcNow()).Count == 0 => "Sign the contract",
        _ => null,
    };

    private static string? OfCommissioner(Tender tender, DirectAward direct, Award? award) => (direct.Stage, award?.Stage) switch
    {
        (DirectAwardStage.Justifying, _) => "Evidence the ground of the direct award of",
        (_, AwardStage.Recommended) when direct.WhatBlocksDecision().Count > 0 => "See the transparency notice public of",
        (_, AwardStage.Decided) when tender.OwesNotices => "Publish the award notice of",
        (_, AwardStage.Decided or AwardStage.Noticed) when tender.AwardApproval is null => "Record the approval to award",
        _ => null,
    };
}
