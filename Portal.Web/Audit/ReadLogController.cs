using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.Audit;

/// <summary>The log for anybody's verifier (C2SP tlog-tiles): checkpoint, key and hash tiles are public; bundles of entries are for legal and the auditor.</summary>
[AllowAnonymous]
[Route("log")]
public sealed class ReadLogController(PublishedLog published, LogSequencer sequencer, CurrentActor current) : PortalApi
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

        if (asked.Level == TilePath.Entries && current.Known?.Is(Role.Legal, Role.Administrator) != true)
        {
            return Problem(ApiProblem.Of(current.IsSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized) with { Detail = "Entries are for legal officers and auditors; hash tiles are public." });
        }

        byte[] tile = await published.Tile(asked, cancel) ?? throw new NotFound("That tile");
        Response.Headers.CacheControl = asked.Level == TilePath.Entries ? "no-store" : "public, max-age=31536000, immutable";
        return File(tile, "application/octet-stream");
    }
}
