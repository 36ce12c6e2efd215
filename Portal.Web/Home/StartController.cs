using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Home;

/// <summary>The public start page: what is open, what closes soon, what was awarded.</summary>
[AllowAnonymous]
[Route("/")]
public sealed class StartController(PortalDb db, PortalSettings settings, TimeProvider clock) : PageController
{
    private const int Shown = 8;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<OpportunityLine> open = await Lines(Published(PublicStatus.Open, now).OrderBy(t => t.Stage == TenderStage.Requesting ? t.RequestsCloseAt : t.ClosesAt).ThenBy(t => t.Ref)).ToListAsync(cancel);
        List<OpportunityLine> awarded = await Lines(Published(PublicStatus.Awarded, now).OrderByDescending(t => t.ClosesAt)).ToListAsync(cancel);
        int openCount = open.Count < Shown ? open.Count : await Published(PublicStatus.Open, now).CountAsync(cancel);
        DateTimeOffset soon = now.AddDays(7);
        return View(new StartPage(
            openCount,
            [.. open.Where(t => t.ClosesAt <= soon)],
            [.. open.Where(t => t.ClosesAt > soon)],
            awarded)
        {
            Demo = settings.Demo && KnownActor is null,
        });
    }

    private IQueryable<Tender> Published(PublicStatus status, DateTimeOffset now) => db.PublishedTenders(new TenderQuestion(Status: status), null, now);

    // Only what a line shows: a whole tender with its lots is some eighty columns, most of them documents in themselves.
    private IQueryable<OpportunityLine> Lines(IQueryable<Tender> tenders)
    {
        IQueryable<Organisation> buyers = db.Organisations;
        return tenders.Take(Shown).Select(t => new OpportunityLine(
            t.Ref,
            t.Title,
            buyers.Where(o => o.Id == t.Buyer).Select(o => o.Name).FirstOrDefault() ?? "",
            t.Stage == TenderStage.Requesting ? t.RequestsCloseAt : t.ClosesAt,
            t.Lots.Count,
            t.Stage == TenderStage.Requesting));
    }
}

/// <summary>The page.</summary>
public sealed record StartPage(int OpenCount, IReadOnlyList<OpportunityLine> ClosingSoon, IReadOnlyList<OpportunityLine> Open, IReadOnlyList<OpportunityLine> Awarded)
{
    /// <summary>Development with demo data, and nobody is signed in.</summary>
    public bool Demo { get; init; }
}

/// <summary>One tender as the public sees it in a list, with the deadline that comes next for suppliers: of requests to take part, or of tenders.</summary>
public sealed record OpportunityLine(string Ref, string Title, string Buyer, DateTimeOffset? ClosesAt, int Lots, bool TakesRequests);
