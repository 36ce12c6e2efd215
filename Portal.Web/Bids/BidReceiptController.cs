using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Bids;

/// <summary>The receipt as a page to print and keep, with its files for offline checking.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}")]
public sealed class BidReceiptController(PortalDb db, GiveReceipt give, ProveEntry prove, IKeyStore keys, TimeProvider clock) : PageController
{
    [HttpGet("receipt")]
    public async Task<IActionResult> Show(string tender, string lot, CancellationToken cancel) => View(await Page(tender, lot, cancel));

    [HttpGet("receipt.pdf")]
    public async Task<IActionResult> AsPdf(string tender, string lot, CancellationToken cancel) =>
        new PdfResult("/Bids/BidReceiptLetter.cshtml", await Page(tender, lot, cancel), $"receipt-{tender}-lot-{lot}.pdf");

    [HttpGet("receipt.json")]
    public async Task<IActionResult> AsJson(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        Response.Headers.ContentDisposition = $"attachment; filename=\"receipt-{tender}-lot-{lot}.json\"";
        return Json(new { receipt = await give.Execute(await Bid(wanted, cancel), cancel) });
    }

    [HttpGet("receipt.tlog-proof")]
    public async Task<IActionResult> Proof(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        Receipt receipt = await give.Execute(await Bid(wanted, cancel), cancel);
        return File(Encoding.UTF8.GetBytes((await prove.Execute(receipt.LogIndex, cancel)).ToString()), "text/plain; charset=utf-8", $"receipt-{tender}-lot-{lot}.tlog-proof");
    }

    private async Task<BidReceiptPage> Page(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        SealedBid bid = await Bid(wanted, cancel);
        bool mayChange = bid.Status == SealedBidStatus.InTime && found.TakesBids(clock.GetUtcNow());
        bool hasCopy = await CopyCookie.Read(db, bid, HttpContext, cancel) is not null;
        return new BidReceiptPage(found.Title, wanted.Title, await give.Execute(bid, cancel), bid.IsLate, mayChange, bid.ReceivedAt, hasCopy) { Status = bid.Status, LeftOut = SealDraft.LeftOutOf(bid, keys), Opened = found.Stage is not (TenderStage.Open or TenderStage.Closed) };
    }

    private async Task<SealedBid> Bid(Lot lot, CancellationToken cancel) =>
        await db.FindSubmitted(Actor.Organisation, lot.Id, cancel) ?? throw new NotFound("A submitted bid for this lot");
}

/// <summary>A receipt with what may still be done about the bid.</summary>
public sealed record BidReceiptPage(string TenderTitle, string LotTitle, Receipt Receipt, bool Late, bool MayChange, DateTimeOffset ReceivedAt, bool HasCopy)
{
    /// <summary>Homes that are not in the bid because each had a fault.</summary>
    public IReadOnlyList<HomeLeftOut> LeftOut { get; init; } = [];

    public SealedBidStatus Status { get; init; }

    /// <summary>The opening is over.</summary>
    public bool Opened { get; init; }
}
