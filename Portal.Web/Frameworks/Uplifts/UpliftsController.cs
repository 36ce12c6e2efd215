using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Law;
using Portal.Domain.Notices.Modifying;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>How prices may rise on a framework: its rule, the year's index figure, and the uplifts asked under it.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/{frameworkRef}/uplifts")]
public sealed class UpliftsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, bool back, CancellationToken cancel) => Page(frameworkRef, cancel, back: back);

    [HttpPost("rule")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Record([FromServices] RecordUpliftRule record, string frameworkRef, UpliftRuleForm rule, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, rule.Terms(), cancel),
        then: () => Back(frameworkRef, "The uplift rule is recorded. Record the index figure of the year next."),
        again: () => Page(frameworkRef, cancel, rule: rule));

    [HttpPost("index")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Index([FromServices] RecordUpliftIndex record, string frameworkRef, IndexForm index, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, index.Figure(), cancel),
        then: () => Back(frameworkRef, "The index figure is recorded beside the earlier ones. Rises from its first day on are measured by it where the rule names its index."),
        again: () => Page(frameworkRef, cancel, index: index));

    [HttpPost("rule-change")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Change([FromServices] VaryUpliftRule use, string frameworkRef, UpliftRuleForm change, UpliftChangeForm when, CancellationToken cancel) => Try(
        act: () => use.Execute(Actor, frameworkRef, change.Terms(), (when.From!.Value, when.Reason!, when.Variation!), cancel),
        then: () => Back(frameworkRef, "The change is proposed. It takes effect when another person who runs this framework has agreed it."),
        again: () => Page(frameworkRef, cancel, change: change, when: when));

    [HttpPost("rule-change/agreement")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Agree([FromServices] AgreeUpliftRule use, string frameworkRef, CancellationToken cancel) => Try(
        act: () => use.Execute(Actor, frameworkRef, cancel),
        then: () => Back(frameworkRef, "The change is agreed. Providers and the board are told."),
        again: () => Page(frameworkRef, cancel));

    [HttpPost("rule-change/refusal")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Refuse([FromServices] RefuseUpliftRule use, string frameworkRef, NoRuleChangeForm no, CancellationToken cancel) => Try(
        act: () => use.Execute(Actor, frameworkRef, no.Reason!, cancel),
        then: () => Back(frameworkRef, "The change is not made. The rule stays as it is."),
        again: () => Page(frameworkRef, cancel, no: no));

    private RedirectResult Back(string frameworkRef, string told)
    {
        Tell(told);
        return Redirect(UpliftLinks.Of(frameworkRef));
    }

    private async Task<IActionResult> Page(string frameworkRef, CancellationToken cancel, UpliftRuleForm? rule = null, IndexForm? index = null, UpliftRuleForm? change = null, UpliftChangeForm? when = null, NoRuleChangeForm? no = null, bool back = false)
    {
        UpliftsPage page = await UpliftsPage.Read(db, Actor, frameworkRef, LondonTime.DateOf(clock.GetUtcNow()), cancel);
        return View("Uplifts", page with
        {
            Rule = rule ?? new UpliftRuleForm(),
            Index = index ?? new IndexForm { Name = page.Now?.Index },
            Change = change ?? UpliftRuleForm.Of(page.Now),
            When = when ?? new UpliftChangeForm { From = back ? page.Agreed?.From : null },
            Changing = when is not null || back,
            Back = back,
            No = no ?? new NoRuleChangeForm(),
            Refusing = no is not null,
        });
    }
}
