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

/// <summary>An opener's own page: the key, what opens it, its rehearsal, and the tenders to be opened.</summary>
[Authorize(Policies.KeyHolders)]
[Route("/openings")]
public sealed class OpeningsController(PortalDb db, MakeOpenerKey make, TestOpenerKey test, KeyProofDesk desk) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("Openings", await Page(null, cancel));

    /// <summary>The page with the passphrase is shown once; whoever reloads its address comes back to the openings.</summary>
    [HttpGet("key")]
    public IActionResult Shown() => Redirect("/openings");

    /// <summary>Makes the key: under a passphrase, shown this once, or under the passkey that signed.</summary>
    [HttpPost("key")]
    public Task<IActionResult> Make(KeyProofForm proof, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return proof.ByPasskey ? MakeByPasskey(proof, cancel) : MakeByPassphrase(cancel);
    }

    /// <summary>Lets a passkey open the key beside the passphrase.</summary>
    [HttpPost("key/passkeys")]
    public Task<IActionResult> Accept([FromServices] AcceptPasskey accept, KeyProofForm proof, CancellationToken cancel) => Try(
        act: async () => await accept.Execute(Actor, new KeyProof(proof.Passphrase ?? ""), await desk.Passkey(User, proof), cancel),
        then: () =>
        {
            Tell("Your passkey opens your key from now on, and so does your passphrase.");
            return Redirect("/openings");
        },
        again: async () => View("Openings", await Page(null, cancel)));

    [HttpPost("key/test")]
    public Task<IActionResult> Test(KeyProofForm proof, CancellationToken cancel) => Try(
        act: async () => await test.Execute(Actor, await desk.Take(User, proof), cancel),
        then: () =>
        {
            Tell(proof.ByPasskey ? "Your passkey works." : "Your passphrase works.");
            return Redirect("/openings");
        },
        again: async () => View("Openings", await Page(null, cancel)));

    private Task<IActionResult> MakeByPasskey(KeyProofForm proof, CancellationToken cancel) => Try(
        act: async () => await make.Execute(Actor, await desk.Take(User, proof), cancel),
        then: () =>
        {
            Tell("Your key is set up. Your passkey opens it.");
            return Redirect("/openings");
        },
        again: async () => View("Openings", await Page(null, cancel)));

    private async Task<IActionResult> MakeByPassphrase(CancellationToken cancel)
    {
        string passphrase = Passphrase.Generate();
        await make.Execute(Actor, passphrase, cancel);
        Response.Headers.CacheControl = "no-store";
        return View("Openings", await Page(passphrase, cancel));
    }

    private async Task<OpeningsPage> Page(string? fresh, CancellationToken cancel)
    {
        PersonId me = Actor.Person;
        OpenerKey? key = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == me, cancel);
        List<OpeningDue> due = await db.OpeningsDueFrom(me).AsNoTracking()
            .OrderBy(t => t.ClosesAt).Select(t => new OpeningDue(t.Ref, t.Title, t.ClosesAt, t.OpensAt, t.Stage == TenderStage.Pricing)).ToListAsync(cancel);
        bool mayUsePasskeys = await desk.MayUsePasskeys(User);
        return new OpeningsPage(key?.MadeAt, key?.TestedAt, fresh, due)
        {
            Doors = OpenerDoors.Of(key, mayUsePasskeys),
            MayUsePasskeys = mayUsePasskeys,
            Passkeys = [.. (key?.Passkeys ?? []).Select(p => p.Name)],
        };
    }
}

/// <summary>What an opener sees; the passphrase only in the answer that made it.</summary>
public sealed record OpeningsPage(DateTimeOffset? KeyMadeAt, DateTimeOffset? TestedAt, string? FreshPassphrase, IReadOnlyList<OpeningDue> Due)
{
    /// <summary>What opens the key, as this session can use it.</summary>
    public required OpenerDoors Doors { get; init; }

    /// <summary>The reader has a passkey on the account and may use it here.</summary>
    public required bool MayUsePasskeys { get; init; }

    /// <summary>The names of the passkeys that open the key.</summary>
    public required IReadOnlyList<string> Passkeys { get; init; }
}

/// <summary>A tender that the opener is named for: its bids are to be opened, or their prices now.</summary>
public sealed record OpeningDue(string Ref, string Title, DateTimeOffset? ClosesAt, DateTimeOffset? OpensAt, bool PricesDue);
