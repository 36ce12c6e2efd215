using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>When a direct award is to be signed, whether its supplier is excluded, and whether a standstill is stated.</summary>
[Authorize(Policies.Commissioners)]
[Route("/direct-awards/{tenderRef}/terms")]
public sealed class SetDirectAwardTermsController(PortalDb db, SetDirectAwardTerms set, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Page(tenderRef, null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, DirectAwardTermsForm form, CancellationToken cancel) => Try(
        act: () => set.Execute(Actor, tenderRef, form.Terms, cancel),
        then: () =>
        {
            Tell("The dates and the standstill are kept.");
            return Redirect(DirectAwardLinks.Page(tenderRef));
        },
        again: async () => View(await Page(tenderRef, form, cancel)));

    private async Task<DirectAwardTermsPage> Page(string tenderRef, DirectAwardTermsForm? form, CancellationToken cancel)
    {
        (Tender tender, DirectAward direct) = await db.LoadDirectAwardToChange(Actor, tenderRef, cancel);
        StandstillRule? rule = tender.Regime is Regime.Pcr2015 ? null : StandstillRule.Of(tender.RulesAt(clock.GetUtcNow()), direct.Ground.Route, stated: true);
        return new DirectAwardTermsPage(tender.Ref, tender.Title, direct.Ground.OwesNotices, rule, form ?? DirectAwardTermsForm.Of(direct.Terms));
    }
}

/// <summary>The page.</summary>
/// <param name="Rule">The standstill that the rules know for this route, if it is stated.</param>
public sealed record DirectAwardTermsPage(string Ref, string Title, bool OwesNotices, StandstillRule? Rule, DirectAwardTermsForm Form);

/// <summary>What is typed.</summary>
public sealed record DirectAwardTermsForm
{
    [Display(Name = "The day of signature"), Required(ErrorMessage = "Enter when you expect to sign")]
    public DateOnly? SignOn { get; init; }

    public bool Excluded { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? PublicInterest { get; init; }

    public bool Standstill { get; init; } = true;

    [StringLength(2000, ErrorMessage = "At most 2,000 characters")]
    public string? NoStandstillReason { get; init; }

    public DirectAwardTerms Terms => new() { SignOn = SignOn, Excluded = Excluded, PublicInterest = PublicInterest ?? "", Standstill = Standstill, NoStandstillReason = NoStandstillReason ?? "" };

    public static DirectAwardTermsForm Of(DirectAwardTerms terms) => new() { SignOn = terms.SignOn, Excluded = terms.Excluded, PublicInterest = terms.PublicInterest, Standstill = terms.Standstill, NoStandstillReason = terms.NoStandstillReason };
}
