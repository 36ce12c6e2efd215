using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Preparing;

/// <summary>Asks what a notice must say beyond what the tender says; kept at any time, whole or not.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/notices/prepare/{notice}")]
public sealed class PrepareNoticeController(PortalDb db, PrepareNotice prepare) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string notice, CancellationToken cancel)
    {
        NoticeKind kind = Kind(notice);
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        PreparedNotice? open = await db.PreparedNotices.AsNoTracking().OpenOf(tender.Id, kind).SingleOrDefaultAsync(cancel);
        return View(await Page(tender, kind, PrepareNoticeForm.Of(kind, open?.Answers ?? NoticeAnswers.None), cancel));
    }

    [HttpPost]
    public async Task<IActionResult> Post(string tenderRef, string notice, PrepareNoticeForm form, CancellationToken cancel)
    {
        NoticeKind kind = Kind(notice);
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        NoticeAnswers answers = form.Answered(kind);
        foreach (Reason wrong in AnswerCheck.Misshapen(kind, answers, tender))
        {
            ModelState.AddModelError(form.KeyOf(wrong.Field!), wrong.Text);
        }

        return await Try(
            act: () => prepare.Execute(Actor, tenderRef, kind, answers, cancel),
            then: () => Redirect($"/tenders/{tenderRef}/notices/preview/{notice}"),
            again: async () => View(await Page(tender, kind, form.InOrder(kind), cancel)));
    }

    private static NoticeKind Kind(string notice) =>
        NoticeWords.Coded(notice) is { } kind && NoticeQuestions.Of(kind).Count > 0 ? kind : throw new NotFound("That notice");

    private async Task<PrepareNoticePage> Page(Tender tender, NoticeKind kind, PrepareNoticeForm form, CancellationToken cancel)
    {
        IReadOnlyList<NoticeQuestion> questions = NoticeQuestions.Of(kind);
        Choice[] suppliers = questions.Any(q => q.Kind == AnswerKind.Supplier)
            ? [.. await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Provider || o.Kind == OrganisationKind.OwnProvider).OrderBy(o => o.Name).Select(o => new Choice(o.Id.Value.ToString(), o.Name, null)).ToArrayAsync(cancel)]
            : [];
        Choice[] lots = [.. tender.Lots.OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice(l.Number, $"Lot {l.Number}: {l.Title}"))];
        return new PrepareNoticePage(tender.Ref, tender.Title, kind, questions, form, lots, suppliers);
    }
}

/// <summary>The page.</summary>
public sealed record PrepareNoticePage(string TenderRef, string Title, NoticeKind Kind, IReadOnlyList<NoticeQuestion> Questions, PrepareNoticeForm Form, IReadOnlyList<Choice> Lots, IReadOnlyList<Choice> Suppliers)
{
    public static IReadOnlyList<Choice> YesNo { get; } = [new("yes", "Yes"), new("no", "No")];

    public NoticeWords Words => NoticeWords.Of(Kind);

    public static IReadOnlyList<Choice> Choices(NoticeQuestion question) => [.. question.Choices.Select(c => new Choice(c.Value, c.Text))];
}

/// <summary>One answer as typed: in the box of its shape.</summary>
public sealed record AnswerField
{
    public string Code { get; init; } = "";

    public string? Line { get; init; }

    [Display(Name = "The date")]
    public DateOnly? Day { get; init; }

    [Display(Name = "The amount")]
    public Money? Amount { get; init; }

    public string? Value => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Amount?.Amount.ToString("0.00", CultureInfo.InvariantCulture) ?? Line;
}

/// <summary>What is typed, question by question.</summary>
public sealed record PrepareNoticeForm
{
    public List<AnswerField> Answers { get; init; } = [];

    public static PrepareNoticeForm Of(NoticeKind kind, NoticeAnswers answers) => new()
    {
        Answers = [.. NoticeQuestions.Of(kind).Select(q => new AnswerField { Code = q.Code, Line = answers.Text(q.Code), Day = q.Kind == AnswerKind.Day ? answers.Day(q.Code) : null, Amount = q.Kind == AnswerKind.Amount ? answers.Amount(q.Code) : null })],
    };

    public NoticeAnswers Answered(NoticeKind kind) => new(
        NoticeQuestions.Of(kind).Select(q => (q.Code, Said: Field(q.Code)?.Value?.Trim())).Where(a => !string.IsNullOrEmpty(a.Said)).ToDictionary(a => a.Code, a => a.Said!));

    /// <summary>A field for every question in its order, whatever was posted.</summary>
    public PrepareNoticeForm InOrder(NoticeKind kind) => new() { Answers = [.. NoticeQuestions.Of(kind).Select(q => Field(q.Code) ?? new AnswerField { Code = q.Code })] };

    public string KeyOf(string code) => string.Create(CultureInfo.InvariantCulture, $"Form.Answers[{Math.Max(0, Answers.FindIndex(a => a.Code == code))}].{(Field(code)?.Day is null ? "Line" : "Day")}");

    private AnswerField? Field(string code) => Answers.Find(a => a.Code == code);
}
