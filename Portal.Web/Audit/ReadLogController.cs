using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.Audit;

/// <summary>The log for anybody's verifier (C2SP tlog-tiles): checkpoint, key and hash tiles are public; bundles of entries are for legal of the body that runs the portal, and name no bidder of an unopened tender (ADR 19).</summary>
[AllowAnonymous]
[Route("log")]
public sealed class ReadLogController(PublishedLog published, LogSequencer sequencer, CurrentActor current, HiddenBidders hidden) : PortalApi
{
    private const string Text = "text/plain; charset=utf-8";

    [HttpGet("checkpoint")]
    public async Task<IActionResult> Checkpoint(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(await published.Checkpoint(cancel)), Text);
    }

    [HttpGet("key")]
    public IActionResult Key() => File(Encoding.UTF8.GetBytes(sequencer.Signer.Key + "\n"), Text);

    [HttpGet("tile/{**path}")]
    public async Task<IActionResult> Tile(string? path, CancellationToken cancel)
    {
        if (!TilePath.TryParse(path, out TilePath asked))
        {
            throw new NotFound("That tile");
        }

        if (asked.Level == TilePath.Entries && await WhyNotEntries(asked, cancel) is { } refused)
        {
            return Problem(refused);
        }

        byte[] tile = await published.Tile(asked, cancel) ?? throw new NotFound("That tile");
        Response.Headers.CacheControl = asked.Level == TilePath.Entries ? "no-store" : "public, max-age=31536000, immutable";
        return File(tile, "application/octet-stream");
    }

    // Bundles hold everybody's entries, so the role at one council is not enough. They cannot be blanked either: each entry must hash to its leaf.
    private async Task<ApiProblem?> WhyNotEntries(TilePath asked, CancellationToken cancel)
    {
        if (current.Known is not { Side: Side.Operator } actor || !actor.Is(Role.Legal))
        {
            return ApiProblem.Of(current.IsSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized) with { Detail = "Entries are for legal officers of the co-operative that runs this portal and the auditors it names; hash tiles are public." };
        }

        IReadOnlyList<string> unopened = await hidden.In(asked, cancel);
        return unopened.Count == 0 ? null : ApiProblem.Of(StatusCodes.Status403Forbidden) with
        {
            Detail = $"This bundle names providers who act in {string.Join(", ", unopened)}. It can be read once these are opened or decided; until then verify the tree of hashes, which is public.",
        };
    }
}
