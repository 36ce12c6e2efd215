using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;
using Portal.Web.Referrals;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Says what a lot is.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}/basics")]
public sealed class DescribeLotController(PortalDb db, DescribeLot change) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, lot, DescribeLotForm.Of(tender.LotNumbered(lot))));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, DescribeLotForm form, CancellationToken cancel) => Try(
        act: () => change.Execute(Actor, tenderRef, lot, form.Basics(), cancel),
        then: () => Redirect(TenderLinks.Section(tenderRef, "lots")),
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), lot, form)));

    private static DescribeLotPage Page(Tender tender, string lot, DescribeLotForm form) => new(tender.Ref, tender.Title, tender.LotNumbered(lot), form);
}

/// <summary>The page.</summary>
public sealed record DescribeLotPage(string Ref, string Title, Lot Lot, DescribeLotForm Form);

/// <summary>What is typed.</summary>
public sealed record DescribeLotForm
{
    [Required(ErrorMessage = "Enter a title of the lot"), StringLength(250, ErrorMessage = "The title has at most 250 characters")]
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? ServiceType { get; init; }

    public bool PerHome { get; init; }

    [Display(Name = "Value before VAT")]
    public Money? NetValue { get; init; }

    [Display(Name = "Value with VAT")]
    public Money? GrossValue { get; init; }

    public string? Regions { get; init; }

    [Display(Name = "Start")]
    public DateOnly? StartsOn { get; init; }

    [Display(Name = "End")]
    public DateOnly? EndsOn { get; init; }

    [Display(Name = "Latest end with extensions")]
    public DateOnly? ExtensionsTo { get; init; }

    public bool SuitsSmes { get; init; }

    public bool SuitsVcses { get; init; }

    [Display(Name = "Youngest age"), Range(0, 25, ErrorMessage = "Youngest age must be from 0 to 25")]
    public int? AgeFrom { get; init; }

    [Display(Name = "Oldest age"), Range(0, 25, ErrorMessage = "Oldest age must be from 0 to 25")]
    public int? AgeTo { get; init; }

    public List<string> Needs { get; init; } = [];

    [Display(Name = "Area"), StringLength(400)]
    public string? Geography { get; init; }

    [Display(Name = "Judgement")]
    public Judgement? MinimumJudgement { get; init; }

    public static DescribeLotForm Of(Lot lot) => new()
    {
        Title = lot.Title,
        Description = lot.Description,
        ServiceType = lot.ServiceType,
        PerHome = lot.PerHome,
        NetValue = lot.NetValue,
        GrossValue = lot.GrossValue,
        Regions = Lines.From(lot.Regions),
        StartsOn = lot.StartsOn,
        EndsOn = lot.EndsOn,
        ExtensionsTo = lot.ExtensionsTo,
        SuitsSmes = lot.SuitsSmes,
        SuitsVcses = lot.SuitsVcses,
        AgeFrom = lot.Cover?.AgeFrom,
        AgeTo = lot.Cover?.AgeTo,
        Needs = [.. lot.Cover?.Needs ?? []],
        Geography = lot.Cover?.Geography,
        MinimumJudgement = lot.Cover?.MinimumJudgement ?? Judgement.Good,
    };

    public LotBasics Basics() => new()
    {
        Title = Title ?? "",
        Description = Description ?? "",
        ServiceType = ServiceType ?? "",
        PerHome = PerHome,
        NetValue = NetValue,
        GrossValue = GrossValue,
        Regions = Lines.Of(Regions),
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        ExtensionsTo = ExtensionsTo,
        SuitsSmes = SuitsSmes,
        SuitsVcses = SuitsVcses,
        Cover = new LotCover(AgeFrom, AgeTo, [.. Needs.Where(NeedWords.Words.ContainsKey)], Geography, MinimumJudgement ?? Judgement.Good),
    };
}
