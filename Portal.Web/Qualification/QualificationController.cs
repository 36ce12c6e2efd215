using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Qualification;

/// <summary>Who may be assessed: every bidder with the decision and its reasons; legal reads it too.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/qualification")]
public sealed class QualificationController(PortalDb db, StartQualification start, StartScoring scoring) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, cancel));

    [HttpPost("start")]
    [Authorize(Policies.Commissioners)]
    public async Task<IActionResult> Start(string tenderRef, CancellationToken cancel)
    {
        await start.Execute(Actor, tenderRef, cancel);
        Tell("Qualification has begun. Decide for each bidder.");
        return Redirect(QualificationLinks.All(tenderRef));
    }

    [HttpPost("scoring")]
    [Authorize(Policies.Commissioners)]
    public async Task<IActionResult> StartScoring(string tenderRef, CancellationToken cancel)
    {
        await scoring.Execute(Actor, tenderRef, cancel);
        Tell("Scoring has begun. The evaluators can see the bids once they have declared their interests.");
        return Redirect($"/tenders/{tenderRef}/evaluation");
    }

    private async Task<QualificationPage> Read(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        MustKnowBidders(tender);
        IReadOnlyList<OpenedBid> bids = await db.OpenedBidsOf(tender.Id, cancel);
        Dictionary<OrganisationId, ParticipationDecision> decisions = await db.ParticipationDecisions.AsNoTracking().Where(d => d.Tender == tender.Id).ToDictionaryAsync(d => d.Bidder, cancel);
        OrganisationId[] ids = [.. bids.Select(b => b.Bidder).Distinct()];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        BidderRow[] rows = [.. bids.GroupBy(b => b.Bidder).Select(g => new BidderRow(g.Key, names[g.Key], string.Join(", ", g.Select(b => b.LotNumber)), decisions.GetValueOrDefault(g.Key))).OrderBy(r => r.Name, StringComparer.Ordinal)];
        IReadOnlyList<Reason> blocks = tender.Stage == TenderStage.Qualifying ? await scoring.WhatBlocks(tender, cancel) : [];
        return new QualificationPage(tender.Ref, tender.Title, tender.Stage, rows, blocks, Actor.Is(Role.Commissioner, Role.RccCommissioner)) { Negotiates = tender is { Plan: not null, IsFinalRound: false } };
    }

    // Evaluators know bidders by alias only; this page names them.
    private void MustKnowBidders(Tender tender)
    {
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        if (tender.Stage < TenderStage.Opened)
        {
            throw new RuleBroken("BIDS_SEALED", "The bids are sealed. Who has bid is known after the opening.", "D1-04");
        }
    }
}

/// <summary>One bidder and what was decided.</summary>
public sealed record BidderRow(OrganisationId Bidder, string Name, string Lots, ParticipationDecision? Decision);

/// <summary>The page: bidders, and what still blocks scoring.</summary>
public sealed record QualificationPage(string Ref, string Title, TenderStage Stage, IReadOnlyList<BidderRow> Bidders, IReadOnlyList<Reason> Blocks, bool MayDecide)
{
    /// <summary>Initial tenders are talked about before anything is assessed.</summary>
    public bool Negotiates { get; init; }
}

/// <summary>Addresses of the qualification room.</summary>
public static class QualificationLinks
{
    public static string All(string tenderRef) => $"/tenders/{tenderRef}/qualification";

    public static string Requests(string tenderRef) => $"/tenders/{tenderRef}/requests";

    public static string Request(string tenderRef, OrganisationId supplier) => $"/tenders/{tenderRef}/requests/{supplier.Value}";

    public static string TakePart(string tenderRef) => $"/tenders/{tenderRef}/take-part";

    public static string Of(string tenderRef, OrganisationId bidder) => $"/tenders/{tenderRef}/qualification/{bidder.Value}";
}
