using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Bids.Submission;
using Portal.Web.Api;

namespace Portal.Web.Bids.Api;

/// <summary>Tells anybody whether a receipt is this portal's, unchanged, and in the log.</summary>
[AllowAnonymous]
[Route("api/v1/receipts/verify")]
public sealed class VerifyReceiptController(VerifyReceipt verify) : PortalApi
{
    /// <summary>The verdict and what it rests on.</summary>
    public sealed record Verdict(bool Valid, IReadOnlyList<ReceiptCheck> Checks);

    [HttpPost]
    public async Task<Verdict> Verify(CancellationToken cancel)
    {
        JsonObject body = await Body<JsonObject>(cancel);
        JsonObject receipt = body["receipt"] as JsonObject ?? body;
        if (receipt["signature"] is null || receipt["submission"] is null)
        {
            throw new InputRefused(receipt["signature"] is null ? "signature" : "submission", "Send the receipt as it was given out.");
        }

        IReadOnlyList<ReceiptCheck> checks = await verify.Execute(receipt, cancel);
        return new Verdict(checks.All(c => c.Passed), checks);
    }
}
