using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Says what is bought, under which rules and for how much.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/basics")]
public sealed class DescribeTenderController(PortalDb db, DescribeTender describe) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(new DescribeTenderPage(tender.Ref, tender.Title, DescribeTenderForm.Of(tender)));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, DescribeTenderForm form, CancellationToken cancel) => Try(
        act: () => describe.Execute(Actor, tenderRef, form.Basics(), cancel),
        then: () => Redirect(TenderLinks.Draft(tenderRef)),
        again: async () => View(new DescribeTenderPage(tenderRef, (await db.LoadTenderToChange(Actor, tenderRef, cancel)).Title, form)));
}

/// <summary>The page.</summary>
public sealed record DescribeTenderPage(string Ref, string Title, DescribeTenderForm Form);

/// <summary>What is typed.</summary>
public sealed record DescribeTenderForm
{
    [Required(ErrorMessage = "Enter a title"), StringLength(250, ErrorMessage = "The title has at most 250 characters")]
    public string? Title { get; init; }

    [StringLength(30_000, ErrorMessage = "The description has at most 30,000 characters")]
    public string? Description { get; init; }

    public string? Cpv { get; init; }

    public string? AdditionalCpv { get; init; }

    public Regime Regime { get; init; }

    public Procedure Procedure { get; init; }

    [Display(Name = "Value before VAT")]
    public Money? NetValue { get; init; }

    [Display(Name = "Value with VAT")]
    public Money? GrossValue { get; init; }

    public string? MarketEngagement { get; init; }

    public string? Conditions { get; init; }

    public bool HideBidderNames { get; init; }

    [Display(Name = "What you see before the opening")]
    public bool ShowBidderCount { get; init; }

    public static DescribeTenderForm Of(Tender tender) => new()
    {
        Title = tender.Title,
        Description = tender.Description,
        Cpv = tender.Cpv,
        AdditionalCpv = Lines.From(tender.AdditionalCpv),
        Regime = tender.Regime,
        Procedure = tender.Procedure,
        NetValue = tender.NetValue,
        GrossValue = tender.GrossValue,
        MarketEngagement = tender.MarketEngagement,
        Conditions = Lines.From(tender.Conditions),
        HideBidderNames = tender.HideBidderNames,
        ShowBidderCount = tender.ShowBidderCount,
    };

    public TenderBasics Basics() => new()
    {
        Title = Title ?? "",
        Description = Description ?? "",
        Cpv = Cpv ?? "",
        AdditionalCpv = Lines.Codes(AdditionalCpv),
        Regime = Regime,
        Procedure = Procedure,
        NetValue = NetValue,
        GrossValue = GrossValue,
        MarketEngagement = MarketEngagement ?? "",
        Conditions = Lines.Of(Conditions),
        HideBidderNames = HideBidderNames,
        ShowBidderCount = ShowBidderCount,
    };
}
