using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>The gate's rule sets: in force, proposed, approved by two; and the form that proposes the next.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/rules")]
public sealed class GateRulesController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(null, cancel);

    [HttpPost]
    public Task<IActionResult> Propose([FromServices] ProposeGateRules propose, GateRulesForm form, CancellationToken cancel) => Try(
        act: () => propose.Execute(Actor, form.ToTerms(), form.LegalBasis!, form.EffectiveFrom!.Value, form.Reason!, cancel),
        then: () => Back("The rule set is proposed. Two other people approve it."),
        again: () => Page(form, cancel));

    [HttpPost("{id}/approval")]
    public Task<IActionResult> Approve([FromServices] ApproveGateRules approve, GateRuleSetId id, CancellationToken cancel) => Try(
        act: () => approve.Execute(Actor, id, cancel),
        then: () => Back("Your approval is recorded."),
        again: () => Page(null, cancel));

    [HttpPost("{id}/refusal")]
    public Task<IActionResult> Refuse([FromServices] RefuseGateRules refuse, GateRuleSetId id, RefuseRulesForm no, CancellationToken cancel) => Try(
        act: () => refuse.Execute(Actor, id, no.Reason!, cancel),
        then: () => Back("The rule set is refused. Its day is free for another proposal."),
        again: () => Page(null, cancel));

    [HttpPost("{id}/taking-back")]
    public Task<IActionResult> TakeBack([FromServices] TakeBackGateRules take, GateRuleSetId id, RefuseRulesForm no, CancellationToken cancel) => Try(
        act: () => take.Execute(Actor, id, no.Reason!, cancel),
        then: () => Back("It is proposed. Two other people agree before the rules’ day, or they take effect."),
        again: () => Page(null, cancel));

    [HttpPost("{id}/taking-back/agreement")]
    public Task<IActionResult> AgreeTakingBack([FromServices] AgreeTakingBack agree, GateRuleSetId id, CancellationToken cancel) => Try(
        act: () => agree.Execute(Actor, id, cancel),
        then: () => Back("Your agreement is recorded. With the second of two the rules are taken back."),
        again: () => Page(null, cancel));

    private RedirectResult Back(string told)
    {
        Tell(told);
        return Redirect("/gate/rules");
    }

    private async Task<IActionResult> Page(GateRulesForm? form, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        GateRules inForce = await db.GateRulesOn(today, cancel);
        List<GateRuleSet> sets = await db.GateRuleSets.AsNoTracking().OrderByDescending(r => r.EffectiveFrom).ThenByDescending(r => r.Name.Length).ThenByDescending(r => r.Name).ToListAsync(cancel);
        return View("GateRules", new GateRulesPage(inForce, sets, form ?? GateRulesForm.From(inForce), today));
    }
}

/// <summary>The rules in force, all versions, and the form.</summary>
public sealed record GateRulesPage(GateRules InForce, IReadOnlyList<GateRuleSet> Sets, GateRulesForm Form, DateOnly Today);

/// <summary>Why a rule set is refused, or is to be taken back.</summary>
public sealed record RefuseRulesForm
{
    [Required(ErrorMessage = "Say why these rules are not to take effect"), StringLength(4000)]
    public string? Reason { get; init; }
}

/// <summary>A proposed rule set's numbers, basis and reason.</summary>
public sealed record GateRulesForm
{
    [Required(ErrorMessage = "Name the legal basis"), StringLength(1000)]
    public string? LegalBasis { get; init; }

    [Required(ErrorMessage = "Enter the day from which the rules hold")]
    public DateOnly? EffectiveFrom { get; init; }

    [Required(ErrorMessage = "Say why the rules change"), StringLength(4000)]
    public string? Reason { get; init; }

    [Display(Name = "Hours within which price never delays a child")]
    public int NeededWithinHours { get; init; } = 24;

    public int ReviewWorkingDay { get; init; } = 1;

    public int RatifyWorkingDay { get; init; } = 5;

    public int LegalGroundWorkingDay { get; init; } = 10;

    public int OnboardWorkingDay { get; init; } = 10;

    public int PackageWeeks { get; init; } = 12;

    public static GateRulesForm From(GateRules rules) => new()
    {
        LegalBasis = rules.LegalBasis,
        NeededWithinHours = rules.Terms.NeededWithinHours,
        ReviewWorkingDay = rules.Terms.ReviewWorkingDay,
        RatifyWorkingDay = rules.Terms.RatifyWorkingDay,
        LegalGroundWorkingDay = rules.Terms.LegalGroundWorkingDay,
        OnboardWorkingDay = rules.Terms.OnboardWorkingDay,
        PackageWeeks = rules.Terms.PackageWeeks,
    };

    public GateTerms ToTerms() => new()
    {
        NeededWithinHours = NeededWithinHours,
        ReviewWorkingDay = ReviewWorkingDay,
        RatifyWorkingDay = RatifyWorkingDay,
        LegalGroundWorkingDay = LegalGroundWorkingDay,
        OnboardWorkingDay = OnboardWorkingDay,
        PackageWeeks = PackageWeeks,
    };
}
