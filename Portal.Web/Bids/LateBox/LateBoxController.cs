using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Help;
using Portal.Domain.Bids.LateBox;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.LateBox;

/// <summary>What came after the deadline, sealed and nameless, and legal's decision on each.</summary>
[Authorize(Policies.Legal)]
[Route("/tenders/{tender}/late-box")]
public sealed class LateBoxController(PortalDb db, DecideLateBid decide, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tender, CancellationToken cancel) => View("LateBox", await Page(tender, new LateBoxForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Decide(string tender, LateBoxForm form, CancellationToken cancel) => Try(
        act: () => decide.Execute(Actor, tender, new SubmissionId(form.Submission), new LateVerdict(form.Admit, form.Ground, form.Reasons ?? ""), cancel),
        then: () =>
        {
            Tell(form.Admit ? "Admitted: it is opened with the rest. The bidder is told." : "Refused: it stays sealed. The bidder is told.");
            return Redirect(BidLinks.LateBox(tender));
        },
        again: async () => View("LateBox", await Page(tender, form, cancel)));

    private async Task<LateBoxPage> Page(string reference, LateBoxForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, reference, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        bool closed = tender.ClosesAt < now;
        List<LateBid> late = closed
            ? await db.SealedBids.AsNoTracking().IgnoreAutoIncludes()
                .Where(b => b.Tender == tender.Id && (b.ReceivedAt > tender.ClosesAt || b.Status == SealedBidStatus.Late))
                .OrderBy(b => b.ReceivedAt).Select(b => new LateBid(b.Id.Value, b.LotNumber, b.ReceivedAt, b.Status)).ToListAsync(cancel)
            : [];
        List<LateDecision> decisions = await db.LateDecisions.AsNoTracking().Where(d => d.TenderRef == reference).ToListAsync(cancel);
        return new LateBoxPage(
            tender.Ref,
            tender.Title,
            tender.ClosesAt,
            closed,
            MayDecide: tender.Stage is TenderStage.Open or TenderStage.Closed,
            late,
            decisions.ToDictionary(d => d.Submission.Value),
            form);
    }
}

/// <summary>The page; the decisions are read only.</summary>
public sealed record LateBoxPage(string Ref, string Title, DateTimeOffset? ClosesAt, bool IsClosed, bool MayDecide, IReadOnlyList<LateBid> Bids, IReadOnlyDictionary<Guid, LateDecision> Decisions, LateBoxForm Form);

/// <summary>A late bid as legal sees it: no name, no content.</summary>
public sealed record LateBid(Guid Submission, string Lot, DateTimeOffset ReceivedAt, SealedBidStatus Status);

/// <summary>What legal decides.</summary>
public sealed record LateBoxForm
{
    public Guid Submission { get; init; }

    public bool Admit { get; init; }

    [Required(ErrorMessage = "Choose why the bid was late")]
    public LateGround? Ground { get; init; }

    [Required(ErrorMessage = "State the reasons"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Reasons { get; init; }
}
