using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Help;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.Help;

/// <summary>A bidder asks the buyer for help; the page it came from, the lot and the time go with the message.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/help")]
public sealed class AskForHelpController(PortalDb db, AskForHelp ask, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tender, string? lot, string? page, CancellationToken cancel) => Page(tender, new HelpForm { Lot = lot, Page = page }, cancel);

    [HttpPost]
    public async Task<IActionResult> Post(string tender, HelpForm form, CancellationToken cancel)
    {
        DateTimeOffset expected = default;
        return await Try(
            act: async () => expected = (await ask.Execute(Actor, tender, new HelpAsked(form.Text!, form.Lot, form.Page ?? ""), cancel)).ExpectedAt,
            then: () =>
            {
                Tell($"Sent. Expect an answer by {London.Short(expected)}; it comes here and to your inbox.");
                return Redirect(BidLinks.Help(tender));
            },
            again: () => Page(tender, form, cancel));
    }

    private async Task<IActionResult> Page(string reference, HelpForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(reference, cancel);
        OrganisationId me = Actor.Organisation;
        DateTimeOffset now = clock.GetUtcNow();
        List<HelpRequest> mine = await db.HelpRequests.AsNoTracking().Where(h => h.Tender == tender.Id && h.Bidder == me).OrderByDescending(h => h.AskedAt).ToListAsync(cancel);
        return View("AskForHelp", new AskForHelpPage(
            tender.Ref,
            tender.Title,
            HelpDesk.OnDuty(tender),
            HelpDesk.ExpectedBy(now, tender.ClosesAt),
            tender.TakesBids(now),
            [.. tender.Lots.OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice(l.Number, $"Lot {l.Number}: {l.Title}"))],
            mine,
            form));
    }
}

/// <summary>The page; the requests are read only.</summary>
public sealed record AskForHelpPage(string Ref, string Title, IReadOnlyList<string> OnDuty, DateTimeOffset ExpectedAt, bool Open, IReadOnlyList<Choice> Lots, IReadOnlyList<HelpRequest> Mine, HelpForm Form);

/// <summary>What is typed, and where the writer came from.</summary>
public sealed record HelpForm
{
    [Required(ErrorMessage = "Say what you need help with"), StringLength(2000, ErrorMessage = "At most 2,000 characters")]
    public string? Text { get; init; }

    public string? Lot { get; init; }

    public string? Page { get; init; }
}
