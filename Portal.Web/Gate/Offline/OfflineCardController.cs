using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate.Offline;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Gate.Offline;

/// <summary>The signed, dated cards of what a placement officer may do while the portal cannot be reached: the newest, and those kept.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/gate/card")]
public sealed class OfflineCardController(PortalDb db, IssueOfflineCard issue, TimeProvider clock) : PageController
{
    private const int Kept = 26;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        List<OfflineCard> cards = await db.OfflineCardsOf(Actor.Organisation).Take(Kept).ToListAsync(cancel);
        return await Page(cards, cards.FirstOrDefault(), cancel);
    }

    /// <summary>A card that was issued before: what it said stays as it was signed.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Earlier(OfflineCardId id, CancellationToken cancel) =>
        await Page(await db.OfflineCardsOf(Actor.Organisation).Take(Kept).ToListAsync(cancel), await Load(id, cancel), cancel);

    /// <summary>Issues a card between Mondays: the rota or the rules have changed.</summary>
    [HttpPost]
    public async Task<IActionResult> Issue(CancellationToken cancel)
    {
        await issue.Execute(Actor, Actor.Organisation, cancel);
        Tell("A new card is issued and signed. Print it, and put away the one before.");
        return Redirect(IssueOfflineCard.Page);
    }

    [HttpGet("{id}/pdf")]
    public async Task<IActionResult> Pdf(OfflineCardId id, CancellationToken cancel)
    {
        OfflineCard card = await Load(id, cancel);
        return new PdfResult("/Gate/Offline/OfflineCardPrint.cshtml", card, $"offline-card-{card.IssuedOn:yyyy-MM-dd}.pdf");
    }

    private async Task<OfflineCard> Load(OfflineCardId id, CancellationToken cancel) =>
        await db.OfflineCardsOf(Actor.Organisation).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFound("That card");

    private async Task<IActionResult> Page(List<OfflineCard> cards, OfflineCard? card, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        bool newest = card is null || cards[0].Id == card.Id;
        bool outdated = newest && card is not null && card.IsOutdatedBy(await OfflineText.Of(db, Actor.Organisation, now, cancel));
        return View(new OfflineCardPage(card, cards, newest, outdated, LondonTime.DateOf(now)));
    }
}

/// <summary>One card, the cards kept, and whether this one still says what holds.</summary>
public sealed record OfflineCardPage(OfflineCard? Card, IReadOnlyList<OfflineCard> Cards, bool Newest, bool Outdated, DateOnly Today);
