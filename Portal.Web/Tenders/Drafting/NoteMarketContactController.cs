using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Engaging;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Who took part in market engagement and what each was told; read by the buyer's team, written before publication.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/draft/engagement")]
public sealed class NoteMarketContactController(PortalDb db, NoteMarketContact note) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new MarketContactForm(), cancel);

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Post(string tenderRef, MarketContactForm form, CancellationToken cancel) => Try(
        act: () => note.Execute(Actor, tenderRef, form.Contact(), cancel),
        then: () =>
        {
            Tell("The participant is on record.");
            return Redirect(TenderLinks.Section(tenderRef, "engagement"));
        },
        again: () => Page(tenderRef, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, MarketContactForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        bool mayAdd = tender.Stage == TenderStage.Drafting && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        return View("NoteMarketContact", new MarketContactPage(tender, mayAdd, form));
    }
}

/// <summary>The page.</summary>
public sealed record MarketContactPage(Tender Tender, bool MayAdd, MarketContactForm Form)
{
    public string Ref => Tender.Ref;

    public string Title => Tender.Title;
}

/// <summary>What is typed.</summary>
public sealed record MarketContactForm
{
    [Display(Name = "Who took part"), Required(ErrorMessage = "Enter who took part"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Participant { get; init; }

    [Display(Name = "Day"), Required(ErrorMessage = "Enter the day")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Enter the occasion"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Occasion { get; init; }

    [Required(ErrorMessage = "Enter what they were told"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Told { get; init; }

    public EngagementAdvantage Advantage { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Steps { get; init; }

    public MarketContact Contact() => new(Participant ?? "", On ?? default, Occasion ?? "", Told ?? "", Advantage, Steps ?? "", "", default);
}
