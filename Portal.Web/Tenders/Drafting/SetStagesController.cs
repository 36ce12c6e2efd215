using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Describes the stages of a competitive flexible procedure.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/stages")]
public sealed class SetStagesController(PortalDb db, SetStages set) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(new SetStagesPage(tender.Ref, tender.Title, SetStagesForm.Of(tender.Plan)));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, SetStagesForm form, CancellationToken cancel) => Try(
        act: () => set.Execute(Actor, tenderRef, form.Staged ? form.Plan() : null, cancel),
        then: () => Redirect(form.More ? TenderLinks.Section(tenderRef, "stages") : TenderLinks.Draft(tenderRef)),
        again: async () => View(new SetStagesPage(tenderRef, (await db.LoadTenderToChange(Actor, tenderRef, cancel)).Title, form)));
}

/// <summary>The page.</summary>
public sealed record SetStagesPage(string Ref, string Title, SetStagesForm Form);

/// <summary>What is typed.</summary>
public sealed record SetStagesForm
{
    public bool Staged { get; init; } = true;

    [StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Description { get; init; }

    [Range(2, 100, ErrorMessage = "From 2 to 100 suppliers")]
    public int? MostInvited { get; init; }

    [Range(1, 10, ErrorMessage = "From 1 to 10 rounds")]
    public int? MostRounds { get; init; }

    [Range(15, 480, ErrorMessage = "From 15 to 480 minutes")]
    public int? MinutesEach { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Negotiable { get; init; }

    public bool OpenBook { get; init; }

    public bool MayRefine { get; init; }

    public List<ShortlistRow> Rows { get; init; } = [];

    public bool More { get; init; }

    public static SetStagesForm Of(FlexiblePlan? plan)
    {
        FlexiblePlan shown = plan ?? new FlexiblePlan();
        return new SetStagesForm
        {
            Description = shown.Description,
            MostInvited = shown.MostInvited,
            MostRounds = shown.MostRounds,
            MinutesEach = shown.MinutesEach,
            Negotiable = shown.Negotiable,
            OpenBook = shown.OpenBook,
            MayRefine = shown.MayRefine,
            Rows = [.. shown.Shortlist.Select(ShortlistRow.Of), new ShortlistRow(), new ShortlistRow()],
        };
    }

    public FlexiblePlan Plan() => new()
    {
        Description = Description?.Trim() ?? "",
        MostInvited = MostInvited ?? 5,
        MostRounds = MostRounds ?? 1,
        MinutesEach = MinutesEach ?? 60,
        Negotiable = Negotiable?.Trim() ?? "",
        OpenBook = OpenBook,
        MayRefine = MayRefine,
        Shortlist = [.. Rows.Where(r => !r.IsEmpty).Select(r => r.Criterion())],
    };
}

/// <summary>One criterion of the shortlist as typed; a row without code and title is dropped.</summary>
public sealed record ShortlistRow
{
    public string? Code { get; init; }

    [StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Title { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Question { get; init; }

    [Range(0, 100, ErrorMessage = "A weight is from 0 to 100")]
    public decimal? Weight { get; init; }

    [Range(1, 100, ErrorMessage = "From 1 to 100 points")]
    public int? MostPoints { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Title);

    public static ShortlistRow Of(ShortlistCriterion criterion) =>
        new() { Code = criterion.Code, Title = criterion.Title, Question = criterion.Question, Weight = criterion.Weight, MostPoints = criterion.MostPoints };

    public ShortlistCriterion Criterion() => new(Code?.Trim() ?? "", Title?.Trim() ?? "", Question?.Trim() ?? "", Weight ?? 0, MostPoints ?? 5);
}
