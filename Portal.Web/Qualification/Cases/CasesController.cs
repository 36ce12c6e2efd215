using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Qualification.Cases;

/// <summary>Everything bidders were asked about their bids, and the form to ask.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/cases")]
public sealed class CasesController(PortalDb db, AskBidder ask) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CaseKind? kind, string? bid, CancellationToken cancel) =>
        View(await Read(tenderRef, new AskBidderForm { Kind = kind ?? CaseKind.Clarification, Bid = bid }, cancel));

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Ask(string tenderRef, AskBidderForm form, CancellationToken cancel) => Try(
        act: () => ask.Execute(Actor, tenderRef, form.Lot, form.Alias, new CaseQuestion(form.Kind, form.Question ?? "", form.AnswerBy), cancel),
        then: () =>
        {
            Tell("The bidder has been asked and told until when it may answer.");
            return Redirect(CaseLinks.All(tenderRef));
        },
        again: async () => View("Cases", await Read(tenderRef, form, cancel)));

    private async Task<CasesPage> Read(string tenderRef, AskBidderForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        if (tender.Stage < TenderStage.Opened)
        {
            throw new RuleBroken("BIDS_SEALED", "The bids are sealed. Nobody can be asked about a bid before the opening.", "D1-04");
        }

        IReadOnlyList<OpenedBid> bids = await db.OpenedBidsOf(tender.Id, cancel);
        OrganisationId[] bidders = [.. bids.Select(b => b.Bidder).Distinct()];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => bidders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return new CasesPage(tender.Ref, tender.Title, await db.CasesOf(tender.Id, cancel), names, form)
        {
            Bids = [.. bids.Where(b => tender.MayAskAbout(b.Lot)).OrderBy(b => b.LotNumber, StringComparer.Ordinal).ThenBy(b => b.Alias, StringComparer.Ordinal).Select(b => new Choice($"{b.LotNumber}/{b.Alias}", $"Lot {b.LotNumber}, {b.Alias}: {names.GetValueOrDefault(b.Bidder)}"))],
            MayAsk = Actor.Is(Role.Commissioner, Role.RccCommissioner) && tender.Buyer == Actor.Organisation && bids.Any(b => tender.MayAskAbout(b.Lot)),
        };
    }
}

/// <summary>The page.</summary>
public sealed record CasesPage(string Ref, string Title, IReadOnlyList<BidCase> Cases, IReadOnlyDictionary<OrganisationId, string> Names, AskBidderForm Form)
{
    public IReadOnlyList<Choice> Bids { get; init; } = [];

    public bool MayAsk { get; init; }
}

/// <summary>What is asked of whom, until when.</summary>
public sealed record AskBidderForm
{
    public CaseKind Kind { get; init; }

    /// <summary>Lot and alias: <c>1/Bidder A</c>.</summary>
    public string? Bid { get; init; }

    public string? Question { get; init; }

    public DateTimeOffset? AnswerBy { get; init; }

    public string Lot => (Bid ?? "").Split('/', 2)[0];

    public string Alias => (Bid ?? "").Split('/', 2)[^1];
}

/// <summary>Addresses of the cases.</summary>
public static class CaseLinks
{
    public static string All(string tenderRef) => $"/tenders/{tenderRef}/cases";

    public static string Of(string tenderRef, int number) => $"/tenders/{tenderRef}/cases/{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string Asked(string tenderRef, int number) => $"/tenders/{tenderRef}/asked/{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
