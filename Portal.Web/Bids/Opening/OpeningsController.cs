using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.Opening;

/// <summary>An opener's own page: the key, its rehearsal, and the tenders to be opened.</summary>
[Authorize(Policies.KeyHolders)]
[Route("/openings")]
public sealed class OpeningsController(PortalDb db, MakeOpenerKey make, TestOpenerKey test) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("Openings", await Page(null, cancel));

    /// <summary>The page with the passphrase is shown once; whoever reloads its address comes back to the openings.</summary>
    [HttpGet("key")]
    public IActionResult Shown() => Redirect("/openings");

    /// <summary>Makes the key and shows its passphrase, this once.</summary>
    [HttpPost("key")]
    public async Task<IActionResult> Make(CancellationToken cancel)
    {
        string passphrase = Passphrase.Generate();
        await make.Execute(Actor, passphrase, cancel);
        Response.Headers.CacheControl = "no-store";
        return View("Openings", await Page(passphrase, cancel));
    }

    [HttpPost("key/test")]
    public Task<IActionResult> Test(string? passphrase, CancellationToken cancel) => Try(
        act: () => test.Execute(Actor, passphrase ?? "", cancel),
        then: () =>
        {
            Tell("Your passphrase works.");
            return Redirect("/openings");
        },
        again: async () => View("Openings", await Page(null, cancel)));

    private async Task<OpeningsPage> Page(string? fresh, CancellationToken cancel)
    {
        PersonId me = Actor.Person;
        OpenerKey? key = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == me, cancel);
        List<OpeningDue> due = await db.OpeningsDueFrom(me).AsNoTracking()
            .OrderBy(t => t.ClosesAt).Select(t => new OpeningDue(t.Ref, t.Title, t.ClosesAt, t.OpensAt, t.Stage == TenderStage.Pricing)).ToListAsync(cancel);
        return new OpeningsPage(key?.MadeAt, key?.TestedAt, fresh, due);
    }
}

/// <summary>What an opener sees; the passphrase only in the answer that made it.</summary>
public sealed record OpeningsPage(DateTimeOffset? KeyMadeAt, DateTimeOffset? TestedAt, string? FreshPassphrase, IReadOnlyList<OpeningDue> Due);

/// <summary>A tender that the opener is named for: its bids are to be opened, or their prices now.</summary>
public sealed record OpeningDue(string Ref, string Title, DateTimeOffset? ClosesAt, DateTimeOffset? OpensAt, bool PricesDue);
