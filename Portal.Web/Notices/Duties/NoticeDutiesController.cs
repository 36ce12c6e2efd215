using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Duties;

/// <summary>What must be published: of one tender, and of all of an organisation's.</summary>
[Authorize(Policies.TenderTeam)]
public sealed class NoticeDutiesController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet("/tenders/{tenderRef}/notices/duties")]
    public async Task<IActionResult> OfTender(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        DutyFacts facts = (await DutyFacts.Read(db, [tender], clock.GetUtcNow(), cancel))[0];
        NoticeKind[] begun = await db.PreparedNotices.Where(n => n.Tender == tender.Id && n.ReleaseId == null).Select(n => n.Kind).ToArrayAsync(cancel);
        bool mayPrepare = tender.Buyer == Actor.Organisation && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        return View("TenderDuties", new TenderDutiesPage(tender.Ref, tender.Title, DutyCalendar.Of(facts), mayPrepare ? Preparable.Of(facts, begun) : [], await db.StandstillsOf(tender, cancel)));
    }

    [HttpGet("/notices/duties")]
    public async Task<IActionResult> OfOrganisation(CancellationToken cancel)
    {
        IReadOnlyList<DutyLine> all = await db.NoticeDutiesOf(Actor.Organisation, clock.GetUtcNow(), cancel);
        return View("OrganisationDuties", new OrganisationDutiesPage(
            Actor.OrganisationName,
            [.. all.Where(d => d.IsPressing)],
            [.. all.Where(d => d is { State: DutyState.Later, Due: not null })],
            [.. all.Where(d => d.State == DutyState.DoneLate)],
            await db.StandstillsOf(Actor.Organisation, cancel)));
    }
}

/// <summary>The page of one tender.</summary>
public sealed record TenderDutiesPage(string TenderRef, string Title, IReadOnlyList<DutyLine> Duties, IReadOnlyList<Preparable> Next, IReadOnlyList<StandstillLine> Standstills);

/// <summary>The page of an organisation: what presses, what comes, what was published too late; and which awards stand still.</summary>
public sealed record OrganisationDutiesPage(string Organisation, IReadOnlyList<DutyLine> Pressing, IReadOnlyList<DutyLine> Coming, IReadOnlyList<DutyLine> Late, IReadOnlyList<StandstillLine> Standstills);

/// <summary>A notice that a commissioner may prepare now.</summary>
public sealed record Preparable(NoticeWords Words, bool Begun)
{
    private static readonly NoticeKind[] BeforeTender = [NoticeKind.Pipeline, NoticeKind.MarketEngagement, NoticeKind.PlannedProcurement, NoticeKind.Transparency];
    private static readonly NoticeKind[] OfContract = [NoticeKind.ContractCopy, NoticeKind.ContractPerformance, NoticeKind.ContractChange, NoticeKind.ContractTermination];

    /// <summary>Those whose turn it is by the stage of the tender.</summary>
    public static IReadOnlyList<Preparable> Of(DutyFacts facts, IReadOnlyCollection<NoticeKind> begun)
    {
        IEnumerable<NoticeKind> turn = facts.Tender.Stage switch
        {
            TenderStage.Drafting => BeforeTender,
            TenderStage.Signed => OfContract.Where(kind => Applies(facts, kind)),
            TenderStage.Open or TenderStage.Standstill or TenderStage.ReadyToSign or TenderStage.Cancelled => [],
            _ => [NoticeKind.Transparency],
        };
        return [.. turn.Concat(OfMarket(facts)).Select(kind => new Preparable(NoticeWords.Of(kind), begun.Contains(kind)))];
    }

    // A dynamic market's notices follow one another whatever stage its tender is at (A8-13).
    private static IEnumerable<NoticeKind> OfMarket(DutyFacts facts)
    {
        bool Is(NoticeKind kind) => facts.Notices.Any(n => n.Kind == kind);
        return facts.Tender.Framework is not { DynamicMarket: true } || Is(NoticeKind.MarketCessation) ? []
            : Is(NoticeKind.MarketEstablishment) ? [NoticeKind.MarketModification, NoticeKind.MarketCessation]
            : Is(NoticeKind.MarketIntention) ? [NoticeKind.MarketEstablishment] : [NoticeKind.MarketIntention];
    }

    // A performance notice belongs to contracts with indicators; the others may be published voluntarily under light touch.
    private static bool Applies(DutyFacts facts, NoticeKind kind) => kind != NoticeKind.ContractPerformance || (facts.Rules.PerformanceNotice && facts.Tender.Framework is null);
}
