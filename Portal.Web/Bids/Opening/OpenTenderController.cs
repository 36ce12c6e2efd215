using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Bids.Opening;

/// <summary>The two acts of a tender's opening, bids and later their prices: who is present, what is missing, and afterwards the record of each.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tender}/opening")]
public sealed class OpenTenderController(PortalDb db, AttendOpening attend, SealTender seals, KeyProofDesk desk, ClockWatch watch, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tender, CancellationToken cancel) => View("OpenTender", await Page(tender, cancel));

    [HttpPost]
    public Task<IActionResult> Attend(string tender, KeyProofForm proof, string? recoveryReason, CancellationToken cancel) => Try(
        act: async () =>
        {
            OpeningRecord? record = await attend.Execute(Actor, tender, await desk.Take(User, proof), recoveryReason, cancel);
            Tell(record is null ? "You are present. One more person is needed." : record.Act == OpeningAct.Prices ? "The prices are open." : "The bids are open. Their prices stay sealed until quality is agreed.");
        },
        then: () => Redirect(BidLinks.Opening(tender)),
        again: async () => View("OpenTender", await Page(tender, cancel)));

    [HttpPost("redeal")]
    public Task<IActionResult> Redeal([FromServices] RedealShares redeal, string tender, KeyProofForm proof, CancellationToken cancel) => Try(
        act: async () => Tell(await redeal.Execute(Actor, tender, await desk.Take(User, proof), cancel) ? "The shares are dealt anew. Every opener with a key holds one." : "Taken. One more holder is needed within half an hour."),
        then: () => Redirect(BidLinks.Opening(tender)),
        again: async () => View("OpenTender", await Page(tender, cancel)));

    [HttpGet("record.pdf")]
    public async Task<IActionResult> AsPdf(string tender, CancellationToken cancel)
    {
        OpenTenderPage page = await Page(tender, cancel);
        return page.Records.Count == 0 ? throw new NotFound("The record of the opening") : new PdfResult("/Bids/Opening/OpeningRecordLetter.cshtml", page, $"opening-{page.Ref}.pdf");
    }

    private async Task<OpenTenderPage> Page(string reference, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, reference, cancel);
        List<OpeningRecord> records = await db.OpeningRecords.AsNoTracking().Where(r => r.Tender == tender.Id && r.Round == tender.Round).OrderBy(r => r.Act).ToListAsync(cancel);
        TenderSeal? seal = tender.HasSealedEnvelopes ? await seals.Execute(tender, bidWaits: false, cancel) : null;
        DateTimeOffset now = clock.GetUtcNow();
        PersonId me = Actor.Person;
        OpeningAct? due = seal is not null && tender.ActIsDue(seal) ? tender.ActDue : null;
        IReadOnlyList<Chair> chairs = await Chairs(tender, seal, cancel);
        OpenerKey? key = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == me, cancel);
        return new OpenTenderPage(tender.Ref, tender.Title, tender.ClosesAt, tender.OpensAt, records)
        {
            Due = due,
            Chairs = chairs,
            Present = [.. (await db.PresentAt(tender.Id, now, cancel)).Where(p => chairs.Any(c => c.Person == p.Person))],
            Shared = seal?.IsDealt == true,
            PricesSealed = seal is { PricesOpenedAt: null },
            BiddersSoFar = await db.BiddersSoFar(tender, Actor, cancel),
            ShowsCount = tender.ShowBidderCount,
            Late = records.Count > 0 ? records[0].Late : await LateSoFar(tender, now, cancel),
            Blocks = due is not null ? OpeningReadiness.WhatBlocks(tender, seal, Actor, now, "given on the form", watch.Ahead) : [],
            MayRedeal = seal is { IsDealt: true, PricesOpenedAt: null } && seal.IsHeldBy(key),
            Doors = OpenerDoors.Of(key, await desk.MayUsePasskeys(User)),
            IsRecovery = HoldsRecovery(seal, me),
            IsLegal = Actor.Is(Role.Legal),
        };
    }

    private static bool HoldsRecovery(TenderSeal? seal, PersonId person) => seal?.Shares.Any(s => s.Recovery && s.Person == person.Value) == true;

    // How many lie in the late box is told only after the deadline.
    private async Task<int> LateSoFar(Tender tender, DateTimeOffset now, CancellationToken cancel) =>
        now > tender.ClosesAt ? await db.SealedBids.CountAsync(b => b.Tender == tender.Id && b.Round == tender.Round && (b.Status == SealedBidStatus.Late || b.Status == SealedBidStatus.LateRefused), cancel) : 0;

    private async Task<IReadOnlyList<Chair>> Chairs(Tender tender, TenderSeal? seal, CancellationToken cancel)
    {
        PersonId[] named = [.. tender.Team.Where(m => m.Part == TeamPart.Opener).Select(m => m.Person)];
        List<OpenerKey> ready = await db.OpenerKeys.AsNoTracking().Where(k => named.Contains(k.Person)).ToListAsync(cancel);
        return
        [
            .. tender.Team.Where(m => m.Part == TeamPart.Opener).Select(m => new Chair(m.Person.Value, m.Name, false, ready.Exists(k => k.Person == m.Person), seal?.IsHeldBy(ready.Find(k => k.Person == m.Person)) == true, ready.Find(k => k.Person == m.Person)?.TestedAt)),
            .. (seal?.Shares ?? []).Where(s => s.Recovery).Select(s => new Chair(s.Person, s.Name, true, true, true, null)),
        ];
    }
}

/// <summary>The opening page.</summary>
public sealed record OpenTenderPage(string Ref, string Title, DateTimeOffset? ClosesAt, DateTimeOffset? OpensAt, IReadOnlyList<OpeningRecord> Records)
{
    /// <summary>The act that can be held now or soon; null between the acts and after them.</summary>
    public required OpeningAct? Due { get; init; }

    /// <summary>The bids are still sealed, or their prices are.</summary>
    public required bool PricesSealed { get; init; }

    public required IReadOnlyList<Chair> Chairs { get; init; }

    /// <summary>Named openers who have a key, but hold no share of those that were dealt.</summary>
    public IReadOnlyList<string> WithoutShare => Shared ? [.. Chairs.Where(c => c.HasKey && !c.HasShare).Select(c => c.Name)] : [];

    public required IReadOnlyList<Present> Present { get; init; }

    /// <summary>The openers' half of the key has been split among them.</summary>
    public required bool Shared { get; init; }

    public required int Late { get; init; }

    /// <summary>How many suppliers have bid, where the tender shows the number before the opening.</summary>
    public required int? BiddersSoFar { get; init; }

    /// <summary>The number of bids, late ones too, is no secret of this tender.</summary>
    public required bool ShowsCount { get; init; }

    public required IReadOnlyList<Reason> Blocks { get; init; }

    public required bool IsRecovery { get; init; }

    public required bool IsLegal { get; init; }

    /// <summary>What opens the reader's own key.</summary>
    public required OpenerDoors Doors { get; init; }

    /// <summary>The reader holds a share and can help to deal all anew.</summary>
    public required bool MayRedeal { get; init; }
}

/// <summary>A person named to open, and how ready.</summary>
public sealed record Chair(Guid Person, string Name, bool Recovery, bool HasKey, bool HasShare, DateTimeOffset? TestedAt);
