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

/// <summary>Sets the questions that a bid for the lot answers.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}/questions")]
public sealed class SetQuestionsController(PortalDb db, SetQuestions change) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, lot, SetQuestionsForm.Of(tender.LotNumbered(lot))));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, SetQuestionsForm form, CancellationToken cancel) => Try(
        act: () => change.Execute(Actor, tenderRef, lot, form.Questions(), cancel),
        then: () => Redirect(form.More ? TenderLinks.Lot(tenderRef, lot, "questions") : TenderLinks.Section(tenderRef, "lots")),
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), lot, form)));

    private static SetQuestionsPage Page(Tender tender, string lot, SetQuestionsForm form) => new(tender.Ref, tender.Title, tender.LotNumbered(lot), form);
}

/// <summary>The page.</summary>
public sealed record SetQuestionsPage(string Ref, string Title, Lot Lot, SetQuestionsForm Form);

/// <summary>What is typed.</summary>
public sealed record SetQuestionsForm
{
    public List<QuestionRow> Rows { get; init; } = [];

    public bool More { get; init; }

    public static SetQuestionsForm Of(Lot lot) => new() { Rows = [.. lot.Questions.Select(QuestionRow.Of), new QuestionRow { Required = true, MaxWords = 500 }] };

    public IReadOnlyList<LotQuestion> Questions() => [.. Rows.Where(r => !r.IsEmpty).Select(r => r.Question())];
}

/// <summary>One question as typed; a row without code and text is dropped.</summary>
public sealed record QuestionRow
{
    public string? Code { get; init; }

    public string? CriterionCode { get; init; }

    public string? Text { get; init; }

    public string? Guidance { get; init; }

    public QuestionKind Kind { get; init; }

    public bool Required { get; init; }

    [Range(1, 20_000, ErrorMessage = "A word limit is from 1 to 20,000")]
    public int? MaxWords { get; init; }

    public string? Options { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Text);

    public static QuestionRow Of(LotQuestion question) => new()
    {
        Code = question.Code,
        CriterionCode = question.CriterionCode,
        Text = question.Text,
        Guidance = question.Guidance,
        Kind = question.Kind,
        Required = question.Required,
        MaxWords = question.MaxWords,
        Options = Lines.From(question.Options),
    };

    public LotQuestion Question() => new()
    {
        Code = Code?.Trim() ?? "",
        CriterionCode = string.IsNullOrWhiteSpace(CriterionCode) ? null : CriterionCode,
        Text = Text?.Trim() ?? "",
        Guidance = Guidance?.Trim() ?? "",
        Kind = Kind,
        Required = Required,
        MaxWords = Kind == QuestionKind.Text ? MaxWords : null,
        Options = Kind == QuestionKind.Choice ? Lines.Of(Options) : [],
    };
}
