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

/// <summary>Sets the dates, with what the law says of them and when the standstill would end.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/dates")]
public sealed class ScheduleTenderController(PortalDb db, ScheduleTender schedule, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, ScheduleTenderForm.Of(tender.Dates)));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, ScheduleTenderForm form, CancellationToken cancel) => Try(
        act: async () => await schedule.Execute(Actor, tenderRef, form.Dates((await db.LoadTenderToChange(Actor, tenderRef, cancel)).Dates), cancel),
        then: () =>
        {
            Tell("The dates are saved. What the law says of them is below.");
            return Redirect(TenderLinks.Section(tenderRef, "dates"));
        },
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), form)));

    private ScheduleTenderPage Page(Tender tender, ScheduleTenderForm form)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TimetableFindings? found = tender.Dates.ClosesAt is null ? null : tender.TimetableFindings(now);
        return new ScheduleTenderPage(tender.Ref, tender.Title, form, found?.Blocks ?? [], found?.Warnings ?? [], tender.Procedure == Procedure.CompetitiveFlexible, DateSuggestions.From(LondonTime.DateOf(now), tender.Dates));
    }
}

/// <summary>The page.</summary>
public sealed record ScheduleTenderPage(string Ref, string Title, ScheduleTenderForm Form, IReadOnlyList<Reason> Blocks, IReadOnlyList<Reason> Warnings, bool Flexible, IReadOnlyList<string> Suggestions);

/// <summary>Dates counted by the law's calculators from what is known so far.</summary>
public static class DateSuggestions
{
    public static IReadOnlyList<string> From(DateOnly today, TenderDates dates)
    {
        List<string> said = [$"With the notice published today, 25 days for tenders end on {LondonTime.Day(TenderPeriod.From(today, TenderPeriodBasis.ElectronicAllDocuments).EarliestDeadline)} (A5-03; light touch has no minimum, A5-04)."];
        if (dates.DecisionOn is { } decided && UkWorkingDays.Held.Holds(decided.AddDays(40)))
        {
            DateOnly last = StandstillPeriod.Beginning(decided, UkWorkingDays.Held).LastDay;
            said.Add($"With the award notice on the day of the decision, eight working days of standstill end on {LondonTime.Day(last)}; the contract may be signed from {LondonTime.Day(last.AddDays(1))} (A10-07, A10-09).");
        }

        return said;
    }
}

/// <summary>What is typed.</summary>
public sealed record ScheduleTenderForm
{
    [Display(Name = "Last time for questions")]
    public DateTimeOffset? QuestionsCloseAt { get; init; }

    [Display(Name = "Deadline for requests to take part")]
    public DateTimeOffset? RequestsCloseAt { get; init; }

    [Display(Name = "Deadline for tenders")]
    public DateTimeOffset? ClosesAt { get; init; }

    [Display(Name = "Opening of bids")]
    public DateTimeOffset? OpensAt { get; init; }

    [Display(Name = "Deadline for final tenders")]
    public DateTimeOffset? FinalTendersCloseAt { get; init; }

    [Display(Name = "Decision")]
    public DateOnly? DecisionOn { get; init; }

    public bool Standstill { get; init; }

    public string? NoStandstillReason { get; init; }

    [Display(Name = "Signing")]
    public DateOnly? SignOn { get; init; }

    [Display(Name = "Start")]
    public DateOnly? StartsOn { get; init; }

    [Display(Name = "End")]
    public DateOnly? EndsOn { get; init; }

    public string? ShortPeriodReason { get; init; }

    public static ScheduleTenderForm Of(TenderDates dates) => new()
    {
        QuestionsCloseAt = dates.QuestionsCloseAt,
        RequestsCloseAt = dates.RequestsCloseAt,
        ClosesAt = dates.ClosesAt,
        OpensAt = dates.OpensAt,
        FinalTendersCloseAt = dates.FinalTendersCloseAt,
        DecisionOn = dates.DecisionOn,
        Standstill = dates.Standstill,
        NoStandstillReason = dates.NoStandstillReason,
        SignOn = dates.SignOn,
        StartsOn = dates.StartsOn,
        EndsOn = dates.EndsOn,
        ShortPeriodReason = dates.ShortPeriodReason,
    };

    /// <param name="before">The form shows minutes: a time left as it was shown keeps the seconds it came with (23:59:59 in notices).</param>
    public TenderDates Dates(TenderDates before) => new()
    {
        QuestionsCloseAt = Kept(QuestionsCloseAt, before.QuestionsCloseAt),
        RequestsCloseAt = Kept(RequestsCloseAt, before.RequestsCloseAt),
        ClosesAt = Kept(ClosesAt, before.ClosesAt),
        OpensAt = Kept(OpensAt, before.OpensAt),
        FinalTendersCloseAt = Kept(FinalTendersCloseAt, before.FinalTendersCloseAt),
        DecisionOn = DecisionOn,
        Standstill = Standstill,
        NoStandstillReason = NoStandstillReason?.Trim() ?? "",
        SignOn = SignOn,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        ShortPeriodReason = ShortPeriodReason?.Trim() ?? "",
    };

    private static DateTimeOffset? Kept(DateTimeOffset? typed, DateTimeOffset? before) =>
        before - typed is { } more && more >= TimeSpan.Zero && more < TimeSpan.FromMinutes(1) ? before : typed;
}
