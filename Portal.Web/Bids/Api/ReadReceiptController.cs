using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Bids.Api;

/// <summary>The receipt of the bid that counts, and its proof for offline checking.</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/tenders/{tender}/bids/{lot}")]
public sealed class ReadReceiptController(PortalDb db, GiveReceipt give, ProveEntry prove) : PortalApi
{
    [HttpGet("receipt")]
    public async Task<IActionResult> Read(string tender, string lot, CancellationToken cancel) =>
        Ok(new { receipt = await give.Execute(await Bid(tender, lot, cancel), cancel) });

    [HttpGet("receipt.tlog-proof")]
    public async Task<IActionResult> Proof(string tender, string lot, CancellationToken cancel)
    {
        Receipt receipt = await give.Execute(await Bid(tender, lot, cancel), cancel);
        TlogProof proof = await prove.Execute(receipt.LogIndex, cancel);
        return File(Encoding.UTF8.GetBytes(proof.ToString()), "text/plain; charset=utf-8", $"{tender}-lot-{lot}.tlog-proof");
    }

    private async Task<SealedBid> Bid(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot found) = await db.LoadBiddable(Caller, tender, lot, cancel);
        return await db.FindSubmitted(Caller.Organisation, found.Id, cancel) ?? throw new NotFound("A submitted bid for this lot");
    }
}
