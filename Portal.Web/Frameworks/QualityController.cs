using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>Embargoes and suspensions of every region, and the form that makes one.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/quality")]
public sealed class QualityController(ImposeQaRestriction impose, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, bool lifted, string? after, string? urn, CancellationToken cancel) =>
        View("Quality", await QualityPage.Read(db, Actor, (q, lifted, after), new QaRestrictionForm { Urn = urn }, cancel));

    [HttpPost]
    public Task<IActionResult> Impose(QaRestrictionForm form, CancellationToken cancel) => Try(
        act: () => impose.Execute(Actor, form.Kind!.Value, form.Urn!.Trim(), form.WholeProvider, form.Reason!, cancel),
        then: () =>
        {
            Tell("The restriction is in force. Every region sees it now.");
            return Redirect("/frameworks/quality");
        },
        again: async () => View("Quality", await QualityPage.Read(db, Actor, (null, false, null), form, cancel)));
}

/// <summary>What quality leads have stopped.</summary>
public sealed record QualityPage(string? Q, bool Lifted, PageOf<QaRestrictionRow> Found, bool MayImpose, QaRestrictionForm Form)
{
    public static async Task<QualityPage> Read(PortalDb db, Actor actor, (string? Q, bool Lifted, string? After) asked, QaRestrictionForm form, CancellationToken cancel)
    {
        DbSet<ProviderHome> homes = db.ProviderHomes;
        IQueryable<QaRestrictionRow> rows =
            from restriction in db.QaRestrictions.AsNoTracking()
            join provider in db.Organisations on restriction.Provider equals provider.Id
            join cooperative in db.Organisations on restriction.ByCooperative equals cooperative.Code
            select new QaRestrictionRow
            {
                Id = restriction.Id,
                Kind = restriction.Kind,
                Urn = restriction.HomeUrn,
                Home = homes.Where(h => h.Urn == restriction.HomeUrn).Select(h => h.Name).FirstOrDefault(),
                Provider = provider.Name,
                Cooperative = cooperative.Name,
                CooperativeCode = cooperative.Code,
                Reason = restriction.Reason,
                From = restriction.From,
                LiftedAt = restriction.LiftedAt,
                LiftedBecause = restriction.LiftedBecause,
            };
        rows = asked.Lifted ? rows.Where(r => r.LiftedAt != null) : rows.Where(r => r.LiftedAt == null);
        if (SearchPattern.Containing(asked.Q) is { } pattern)
        {
            rows = rows.Where(r => EF.Functions.Like(r.Provider, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Urn!, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Home!, pattern, SearchPattern.Escape));
        }

        if (DateTimeOffset.TryParse(asked.After, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset before))
        {
            rows = rows.Where(r => r.From < before);
        }

        QaRestrictionRow[] page = await rows.OrderByDescending(r => r.From).Take(PageOf.Size + 1).ToArrayAsync(cancel);
        return new QualityPage(
            asked.Q, asked.Lifted, PageOf.From(page, r => r.From.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), actor.Is(Role.QaLead, Role.Commissioner, Role.RccCommissioner), form);
    }
}

/// <summary>One restriction in the list.</summary>
public sealed record QaRestrictionRow
{
    public required QaRestrictionId Id { get; init; }

    public required QaRestrictionKind Kind { get; init; }

    public string? Urn { get; init; }

    public string? Home { get; init; }

    public required string Provider { get; init; }

    public required string Cooperative { get; init; }

    public required string CooperativeCode { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? LiftedAt { get; init; }

    public string? LiftedBecause { get; init; }
}

/// <summary>A new restriction.</summary>
public sealed record QaRestrictionForm
{
    [Display(Name = "What kind"), Required(ErrorMessage = "Choose an embargo or a suspension")]
    public QaRestrictionKind? Kind { get; init; }

    [Display(Name = "Home’s URN"), Required(ErrorMessage = "Enter the home’s URN"), RegularExpression(@"^\s*(SC\d{6}|\d{7})\s*$", ErrorMessage = "A URN is SC and six figures, or seven figures")]
    public string? Urn { get; init; }

    [Display(Name = "Every home of this provider")]
    public bool WholeProvider { get; init; }

    [Required(ErrorMessage = "Give the reason in words"), StringLength(2000)]
    public string? Reason { get; init; }
}
