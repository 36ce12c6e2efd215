using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Modifying;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using Portal.Web.Referrals;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Whom a lot is for, as its notice said.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/cover")]
public sealed class LotCoverController(StateLotCover state, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, string lot, CancellationToken cancel) => Page(frameworkRef, lot, null, cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, string lot, LotCoverForm form, CancellationToken cancel) => Try(
        act: () => state.Execute(Actor, frameworkRef, lot, form.ToCover(), cancel),
        then: () =>
        {
            Tell($"Whom lot {lot} is for is recorded.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, lot, form, cancel));

    [HttpPost("modification")]
    public Task<IActionResult> Modify([FromServices] ModifyLotCover modify, string frameworkRef, string lot, LotCoverForm form, CoverModificationForm why, CancellationToken cancel) => Try(
        act: () => modify.Execute(Actor, frameworkRef, lot, form.ToCover(), (why.Reason!, why.Agreed!), cancel),
        then: () =>
        {
            Tell($"The modification of whom lot {lot} is for is recorded. Its providers and the authorities that joined are told.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, lot, form, cancel, why));

    private async Task<IActionResult> Page(string frameworkRef, string lot, LotCoverForm? form, CancellationToken cancel, CoverModificationForm? why = null)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        FrameworkLot described = framework.Lot(lot);
        return View("LotCover", new LotCoverPage(framework, described, form ?? LotCoverForm.Of(described), why ?? new CoverModificationForm()));
    }
}

/// <summary>The lot and whom it is for.</summary>
public sealed record LotCoverPage(Framework Framework, FrameworkLot Lot, LotCoverForm Form, CoverModificationForm Why)
{
    /// <summary>The notice is not of this portal, and what it said is not recorded yet.</summary>
    public bool MayBeStated => Framework.MayStateCover(Lot);

    public IReadOnlyList<Choice> Needs { get; } = NeedWords.Choices;

    public IEnumerable<Choice> Judgements { get; } = CoverWords.Judgements;
}

/// <summary>Ages, needs, area and judgement.</summary>
public sealed record LotCoverForm
{
    [Display(Name = "Youngest age"), Range(0, 25, ErrorMessage = "Youngest age must be from 0 to 25")]
    public int? AgeFrom { get; init; }

    [Display(Name = "Oldest age"), Range(0, 25, ErrorMessage = "Oldest age must be from 0 to 25")]
    public int? AgeTo { get; init; }

    public List<string> Needs { get; init; } = [];

    [Display(Name = "Area"), StringLength(400)]
    public string? Geography { get; init; }

    [Display(Name = "Judgement"), Required(ErrorMessage = "Choose the judgement")]
    public Judgement? MinimumJudgement { get; init; }

    public static LotCoverForm Of(FrameworkLot lot) => new()
    {
        AgeFrom = lot.AgeFrom,
        AgeTo = lot.AgeTo,
        Needs = [.. lot.Needs],
        Geography = lot.Geography,
        MinimumJudgement = lot.MinimumJudgement,
    };

    public LotCover ToCover() => new(AgeFrom, AgeTo, [.. Needs.Where(NeedWords.Words.ContainsKey)], Geography, MinimumJudgement!.Value);
}

/// <summary>Why whom a lot is for is modified, and by which variation.</summary>
public sealed record CoverModificationForm
{
    [Display(Name = "Variation or deed"), Required(ErrorMessage = "Enter the number and the day of the variation or deed"), StringLength(400)]
    public string? Agreed { get; init; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Say why it changes, and on what ground of section 74"), StringLength(2000)]
    public string? Reason { get; init; }
}
