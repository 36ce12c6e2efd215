using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>How prices may rise on a framework: its rule, the year's index figure, and the uplifts asked under it.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/{frameworkRef}/uplifts")]
public sealed class UpliftsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, cancel);

    [HttpPost("rule")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Record([FromServices] RecordUpliftRule record, string frameworkRef, UpliftRuleForm rule, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, rule.Terms(), cancel),
        then: () => Back(frameworkRef, "The uplift rule is recorded. Record the index figure of the year next."),
        again: () => Page(frameworkRef, cancel, rule: rule));

    [HttpPost("index")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Index([FromServices] RecordUpliftIndex record, string frameworkRef, IndexForm index, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, new IndexFigure(index.Percent!.Value, index.Period!, index.Source!, index.Name), cancel),
        then: () => Back(frameworkRef, "The index figure is recorded. Uplifts asked from now on are measured by it."),
        again: () => Page(frameworkRef, cancel, index: index));

    [HttpPost("rule-change")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Change([FromServices] ChangeUpliftRule use, string frameworkRef, UpliftRuleForm change, UpliftChangeForm when, CancellationToken cancel) => Try(
        act: async () => await use.Execute(Actor, frameworkRef, change.Terms(), new UpliftVariation(when.From!.Value, when.Reason!, when.Variation!, await RegimeOf(frameworkRef, cancel)), cancel),
        then: () => Back(frameworkRef, $"The rule changes on {LondonTime.Day(when.From!.Value)}. Providers and the board are told."),
        again: () => Page(frameworkRef, cancel, change: change, when: when));

    private Task<Regime?> RegimeOf(string frameworkRef, CancellationToken cancel) =>
        db.Frameworks.Where(f => f.Ref == frameworkRef).Join(db.Tenders, f => f.TenderRef, t => t.Ref, (_, t) => (Regime?)t.Regime).SingleOrDefaultAsync(cancel);

    private RedirectResult Back(string frameworkRef, string told)
    {
        Tell(told);
        return Redirect(UpliftLinks.Of(frameworkRef));
    }

    private async Task<IActionResult> Page(string frameworkRef, CancellationToken cancel, UpliftRuleForm? rule = null, IndexForm? index = null, UpliftRuleForm? change = null, UpliftChangeForm? when = null)
    {
        UpliftsPage page = await UpliftsPage.Read(db, Actor, frameworkRef, LondonTime.DateOf(clock.GetUtcNow()), cancel);
        return View("Uplifts", page with
        {
            Rule = rule ?? new UpliftRuleForm(),
            Index = index ?? new IndexForm { Name = page.Now?.Index },
            Change = change ?? UpliftRuleForm.Of(page.Now),
            When = when ?? new UpliftChangeForm(),
            Changing = when is not null,
        });
    }
}

/// <summary>The uplift rule as the framework's terms publish it.</summary>
public sealed record UpliftRuleForm
{
    [Display(Name = "Index"), Required(ErrorMessage = "Enter the index"), StringLength(100)]
    public string? Index { get; init; } = "Consumer Prices Index";

    [Display(Name = "Cap"), Required(ErrorMessage = "Enter the cap in per cent"), Range(0, 100, ErrorMessage = "The cap must be between 0 and 100")]
    public decimal? CapPercent { get; init; }

    [Display(Name = "Review trigger"), Range(0, 100, ErrorMessage = "The review trigger must be between 0 and 100")]
    public decimal? ReviewAbovePercent { get; init; }

    [Display(Name = "Quorum"), Required(ErrorMessage = "Enter the quorum in per cent of the board"), Range(1, 100, ErrorMessage = "The quorum must be between 1 and 100")]
    public int? QuorumPercent { get; init; } = 50;

    [Display(Name = "Days to vote"), Required(ErrorMessage = "Enter for how many days a vote stands open"), Range(3, 60, ErrorMessage = "A vote stands open for 3 to 60 days")]
    public int? VoteDays { get; init; } = 14;

    [Display(Name = "Where it is published"), Required(ErrorMessage = "Say where in the framework’s terms this stands"), StringLength(1000)]
    public string? Published { get; init; }

    [Display(Name = "First day of a rise")]
    public DateOnly? EarliestOn { get; init; }

    public static UpliftRuleForm Of(UpliftTerms? terms) => terms is null ? new UpliftRuleForm() : new UpliftRuleForm
    {
        Index = terms.Index,
        CapPercent = Plain(terms.CapPercent),
        ReviewAbovePercent = terms.ReviewAbovePercent is { } trigger ? Plain(trigger) : null,
        QuorumPercent = terms.QuorumPercent,
        VoteDays = terms.VoteDays,
        Published = terms.Published,
        EarliestOn = terms.EarliestOn,
    };

    // As a person writes it: 4, not the 4.0 that a database keeps.
    private static decimal Plain(decimal percent) => percent / 1.0000000000000000000000000000m;

    public UpliftTerms Terms() => new(Index!.Trim(), CapPercent!.Value, ReviewAbovePercent, QuorumPercent!.Value, VoteDays!.Value, Published!.Trim(), EarliestOn);
}

/// <summary>From when another rule holds, by which variation, and why.</summary>
public sealed record UpliftChangeForm
{
    [Display(Name = "First day of the new rule"), Required(ErrorMessage = "Enter the day from which the new rule holds")]
    public DateOnly? From { get; init; }

    [Display(Name = "Variation or deed"), Required(ErrorMessage = "Enter the number and the day of the variation or deed"), StringLength(400)]
    public string? Variation { get; init; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Say why the rule changes"), StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>An index figure as its publisher gave it.</summary>
public sealed record IndexForm
{
    /// <summary>Of which of the rule's indexes; null: today's.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    [Display(Name = "Index figure"), Required(ErrorMessage = "Enter the index figure in per cent"), Range(-100, 100, ErrorMessage = "The index figure must be between -100 and 100")]
    public decimal? Percent { get; init; }

    [Display(Name = "Period"), Required(ErrorMessage = "Enter the period, such as 12 months to September 2026"), StringLength(100)]
    public string? Period { get; init; }

    [Display(Name = "Source"), Required(ErrorMessage = "Say where you read it"), StringLength(400)]
    public string? Source { get; init; }
}
