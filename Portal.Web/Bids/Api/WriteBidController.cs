using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Bids.Api;

/// <summary>The whole draft of a bid: read it, write it. Creating says If-None-Match: *, replacing If-Match.</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/tenders/{tender}/bids/{lot}")]
public sealed class WriteBidController(PortalDb db, SaveBidDraft save, IKeyStore keys) : PortalApi
{
    [HttpGet]
    public async Task<IActionResult> Read(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot found) = await db.LoadBiddable(Caller, tender, lot, cancel);
        if (await db.FindDraft(Caller.Organisation, found.Id, cancel) is { } draft)
        {
            return IsKnown(draft) ? NotModified(draft) : Draft(draft, found, StatusCodes.Status200OK);
        }

        if (await db.FindSubmitted(Caller.Organisation, found.Id, cancel) is null)
        {
            throw new NotFound("A bid for this lot");
        }

        string receipt = $"/api/v1/tenders/{tender}/bids/{lot}/receipt";
        Response.Headers.Append("Link", $"<{receipt}>; rel=\"receipt\"");
        const string Sealed = "A submitted bid is sealed: until the opening nobody can read it, and it is not given out here afterwards either. Its receipt is linked; its bidder reads its own copy on the portal’s pages.";
        return Problem(new ApiProblem(StatusCodes.Status409Conflict, "The bid is sealed", Sealed, Reasons: [new Reason("SEALED", Sealed, "D1-02")]) { More = new Dictionary<string, object> { ["receipt"] = receipt } });
    }

    [HttpPut]
    public async Task<IActionResult> Write(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot found) = await db.LoadBiddable(Caller, tender, lot, cancel);
        DraftSeen seen = await Seen(found.Id, cancel);
        JsonElement body = JsonSerializer.SerializeToElement(await Body<JsonObject>(cancel));
        BidContent content = BidApiJson.Read(body, found) with { Parties = await PartiesSaid(found.Id, cancel) };
        await MustOwn(content, cancel);
        try
        {
            BidDraft draft = await save.Execute(Caller, tender, lot, content, seen, cancel);
            return Draft(draft, found, seen.ETag is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (DraftChanged changed)
        {
            return Problem(ApiProblem.Of(StatusCodes.Status412PreconditionFailed) with { Detail = changed.Message });
        }
    }

    // Partners and subsidies are said on the pages; a bid tool that replaces the draft must not lose them.
    private async Task<BidParties> PartiesSaid(LotId lot, CancellationToken cancel) =>
        (await db.FindDraft(Caller.Organisation, lot, cancel))?.Content(keys).Parties ?? new BidParties();

    private ObjectResult Draft(BidDraft draft, Lot lot, int status)
    {
        Name(draft);
        return StatusCode(status, BidApiJson.Write(draft.Content(keys), lot.PerHome));
    }

    private StatusCodeResult NotModified(BidDraft draft)
    {
        Name(draft);
        return StatusCode(StatusCodes.Status304NotModified);
    }

    private void Name(BidDraft draft)
    {
        Response.Headers.ETag = Tag(draft);
        Response.Headers.CacheControl = "private, no-cache";
    }

    private static string Tag(BidDraft draft) => $"\"{draft.ETag}\"";

    // A reader's tag may have been made weak on the way (RFC 9110 §13.1.2).
    private bool IsKnown(BidDraft draft) => Tags(Request.Headers.IfNoneMatch.ToString()).Any(tag => tag == "*" || tag.Replace("W/", "", StringComparison.Ordinal) == Tag(draft));

    private static string[] Tags(string header) => header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private async Task<DraftSeen> Seen(LotId lot, CancellationToken cancel)
    {
        string match = Request.Headers.IfMatch.ToString().Trim();
        if (match == "*" || match.Contains(','))
        {
            BidDraft? now = await db.FindDraft(Caller.Organisation, lot, cancel);
            return new DraftSeen(now is not null && (match == "*" || Tags(match).Contains(Tag(now))) ? now.ETag : match);
        }

        if (match.Length > 0)
        {
            return new DraftSeen(match.Trim('"'));
        }

        return Request.Headers.IfNoneMatch.ToString().Trim() == "*"
            ? new DraftSeen(null)
            : throw new UnreadableBody(StatusCodes.Status428PreconditionRequired, "Send If-None-Match: * to create the draft, or If-Match with the ETag you read to replace it.");
    }

    private async Task MustOwn(BidContent content, CancellationToken cancel)
    {
        IReadOnlyList<UploadId> wanted = content.AllFiles;
        OrganisationId bidder = Caller.Organisation;
        HashSet<UploadId> owned = [.. await db.Uploads.Where(u => u.Organisation == bidder && wanted.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancel)];
        InputErrors errors = new();
        foreach ((string code, IReadOnlyList<UploadId> files) in content.Files.Concat(content.Homes.SelectMany(h => h.Files)))
        {
            foreach (UploadId unknown in files.Where(f => !owned.Contains(f)))
            {
                errors.Add($"files.{code}", $"You have no upload {unknown.Value}.");
            }
        }

        errors.ThrowIfAny();
    }
}
