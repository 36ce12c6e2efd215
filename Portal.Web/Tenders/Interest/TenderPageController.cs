using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>A published tender as everybody sees it; a draft leads those who may know of it to its task list.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}")]
public sealed class TenderPageController(PortalDb db, SealTender seals, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) =>
        await Page(tenderRef, cancel) is { } page ? View(page) : await Draft(tenderRef, cancel);

    /// <summary>One lot of a tender that has too many to show at once.</summary>
    [HttpGet("lots/{lot}")]
    public async Task<IActionResult> OneLot(string tenderRef, string lot, CancellationToken cancel)
    {
        TenderPage page = await Page(tenderRef, cancel) ?? throw new NotFound($"Tender {tenderRef}");
        return View("LotPage", (page, page.Tender.LotNumbered(lot)));
    }

    private async Task<TenderPage?> Page(string tenderRef, CancellationToken cancel)
    {
        Tender? published = await db.Tenders.AsNoTracking().AsSplitQuery().Include(t => t.Lots).Include(t => t.Documents).Include(t => t.Team)
            .SingleOrDefaultAsync(t => t.Ref == tenderRef && t.PublishedAt != null, cancel);
        if (published is null)
        {
            return null;
        }

        string buyer = await db.Organisations.Where(o => o.Id == published.Buyer).Select(o => o.Name).FirstAsync(cancel);
        int answered = await db.Clarifications.CountAsync(c => c.Tender == published.Id && c.Stage == ClarificationStage.Answered && c.ConfidentialReason == null, cancel);
        return new TenderPage(published, buyer, clock.GetUtcNow(), answered, await Place(published, cancel)) { SealingKeys = await SealingKeys(published, cancel), Facts = await TimetableFacts.Read(db, published, cancel), BiddersSoFar = await db.BiddersSoFar(published, KnownActor, cancel) };
    }

    private async Task<IActionResult> Draft(string tenderRef, CancellationToken cancel)
    {
        string written = tenderRef.ToUpperInvariant();
        if (written != tenderRef && await db.Tenders.AnyAsync(t => t.Ref == written && t.PublishedAt != null, cancel))
        {
            return RedirectPermanent(TenderLinks.Page(written));
        }

        if (KnownActor is not { } actor)
        {
            throw new NotFound($"Tender {tenderRef}");
        }

        await db.LoadTender(actor, tenderRef, cancel);
        return Redirect(TenderLinks.Draft(tenderRef));
    }

    // The keys are made at the first look, not at the first bid: a key that appears with a bid would tell that there is one (D1-04).
    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EnvelopeKey>>> SealingKeys(Tender tender, CancellationToken cancel)
    {
        TenderSeal? seal = await db.TenderSeals.AsNoTracking().SingleOrDefaultAsync(s => s.Tender == tender.Id && s.Round == tender.Round, cancel);
        if (seal is null && tender.TakesBids(clock.GetUtcNow()))
        {
            seal = await seals.Execute(tender, bidWaits: false, cancel);
        }

        return seal?.Keys.GroupBy(k => k.Lot).ToDictionary(k => k.Key, IReadOnlyList<EnvelopeKey> (k) => [.. k]) ?? [];
    }

    private async Task<ReadersPlace> Place(Tender tender, CancellationToken cancel)
    {
        if (KnownActor is not { } actor)
        {
            return new ReadersPlace(false, false, false, false, null);
        }

        TenderWatch? watch = await db.TenderWatches.AsNoTracking().SingleOrDefaultAsync(w => w.Tender == tender.Id && w.Person == actor.Person, cancel);
        string? declined = await db.DeclinedTenders.Where(d => d.Tender == tender.Id && d.Provider == actor.Organisation).Select(d => d.Reason).FirstOrDefaultAsync(cancel);
        bool runs = tender.Buyer == actor.Organisation && actor.Is(Role.Commissioner, Role.RccCommissioner);
        return new ReadersPlace(runs, actor.Is(Role.ProviderBidder), watch is not null, watch?.Because == WatchReason.Drafting, declined) { Invited = tender.Invited.Contains(actor.Organisation) };
    }
}

/// <summary>What the reader has to do with the tender.</summary>
/// <param name="TakesPart">Has begun a bid, so is told of everything and cannot stop watching.</param>
public sealed record ReadersPlace(bool Runs, bool Bids, bool Watches, bool TakesPart, string? Declined)
{
    /// <summary>On the shortlist, and not left.</summary>
    public bool Invited { get; init; }
}

/// <summary>The page.</summary>
public sealed record TenderPage(Tender Tender, string Buyer, DateTimeOffset Now, int Answered, ReadersPlace Reader)
{
    /// <summary>With more lots than this the page lists them and each has its own page.</summary>
    public const int MostCards = 8;

    public IReadOnlyList<Lot> Lots => [.. Tender.Lots.OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal)];

    /// <summary>By lot, the fingerprint of the public key to which its bids are sealed; a lot is missing until its key is made.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<EnvelopeKey>> SealingKeys { get; init; } = new Dictionary<Guid, IReadOnlyList<EnvelopeKey>>();

    public TimetableFacts Facts { get; init; } = new(null, null, null);

    /// <summary>The lot may be ended alone, the others going on.</summary>
    public bool MayEnd(Lot lot) => !Tender.IsDirect && Tender.WhatBlocksEnding(lot).Count == 0;

    /// <summary>How many suppliers have bid, where this reader may know before the opening.</summary>
    public int? BiddersSoFar { get; init; }

    public PublicStatus Status => Tender.StatusAt(Now);

    /// <summary>The reader's organisation may send a tender now: everybody, or once there is a shortlist whoever is on it.</summary>
    public bool TakesBids => Tender.TakesBids(Now) && (Tender.Plan is null || Reader.Invited);

    public IReadOnlyList<TimelinePoint> Timeline => TimelinePoint.Of(Tender, Facts, Now);
}
