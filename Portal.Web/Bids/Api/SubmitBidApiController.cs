using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations.Evidence;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Bids.Api;

/// <summary>Submits a draft, once for each Idempotency-Key, and withdraws a submission before the deadline.</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/tenders/{tender}/bids/{lot}/submission")]
public sealed class SubmitBidApiController(SubmitBid submit, WithdrawBid withdraw, GiveReceipt give, IKeyStore keys) : PortalApi
{
    private const int LongestKey = 200;
    private const int LargestBody = 64 * 1024;

    [HttpPost]
    public async Task<IActionResult> Submit(string tender, string lot, CancellationToken cancel)
    {
        string key = Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > LongestKey)
        {
            throw new UnreadableBody(StatusCodes.Status400BadRequest, $"Send an Idempotency-Key of 1 to {LongestKey} signs, new for each submission and the same for each repetition.");
        }

        Repetition repetition = new(User.FindFirst("client_id")?.Value ?? Caller.Person.Value.ToString(), $"POST {tender}/{lot}", key, await BodyHash(cancel)) { LeavesOutFaultyHomes = true };
        try
        {
            SealedBid bid = await submit.Execute(Caller, tender, lot, repetition, cancel);
            Receipt receipt = await give.Execute(bid, cancel);
            return bid.IsLate ? Late(bid, receipt) : Received(receipt, SealDraft.LeftOutOf(bid, keys));
        }
        catch (BidIncomplete incomplete)
        {
            return Problem(Incomplete(incomplete));
        }
        catch (KeyUsedOtherwise other)
        {
            throw new InputRefused("Idempotency-Key", other.Message);
        }
    }

    // A fault in one home never sinks another; which homes are not in the bid, and why, is said beside the receipt.
    private ObjectResult Received(Receipt receipt, IReadOnlyList<HomeLeftOut> leftOut) => leftOut.Count == 0
        ? StatusCode(StatusCodes.Status201Created, new { receipt })
        : StatusCode(StatusCodes.Status201Created, new { receipt, homesLeftOut = leftOut.Select(h => new { h.Urn, missing = Parts(h.Missing) }) });

    private static IEnumerable<object> Parts(IEnumerable<MissingPart> missing) => missing.Select(m => new { m.Field, m.Message });

    [HttpDelete]
    public async Task<IActionResult> Withdraw(string tender, string lot, CancellationToken cancel)
    {
        await withdraw.Execute(Caller, tender, lot, cancel);
        return NoContent();
    }

    private static ApiProblem Incomplete(BidIncomplete incomplete) => new(
        StatusCodes.Status422UnprocessableEntity,
        "The bid is not complete",
        incomplete.Missing.Count == 1 ? "One thing is missing or wrong; nothing was submitted." : $"{incomplete.Missing.Count} things are missing or wrong; nothing was submitted.",
        incomplete.Missing.GroupBy(m => m.Field).ToDictionary(g => g.Key, g => g.Select(m => m.Message).ToArray()))
    {
        More = new Dictionary<string, object> { ["missing"] = Parts(incomplete.Missing) },
    };

    private static IActionResult Late(SealedBid bid, Receipt receipt)
    {
        string text = $"The bid was received at {LondonTime.ToTheSecond(bid.ReceivedAt)}, after the deadline. It is kept sealed in the late box.";
        return Problem(new ApiProblem(StatusCodes.Status409Conflict, "Late", text, Reasons: [new Reason("LATE", text, "D1-08")]) { More = new Dictionary<string, object> { ["receipt"] = receipt } });
    }

    private async Task<string> BodyHash(CancellationToken cancel)
    {
        using MemoryStream body = new();
        byte[] buffer = new byte[8192];
        int read;
        while ((read = await Request.Body.ReadAsync(buffer, cancel)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestBody)
            {
                throw new UnreadableBody(StatusCodes.Status413PayloadTooLarge, "A submission has no content of its own: the draft is what is submitted.");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(body.ToArray()));
    }
}
