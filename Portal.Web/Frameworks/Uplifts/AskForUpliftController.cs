using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>A provider asks for a rise of its homes' prices on a lot.</summary>
[Authorize(Policies.Providers)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/uplift")]
public sealed class AskForUpliftController(AskForUplift ask, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string frameworkRef, string lot, CancellationToken cancel) =>
        View(await AskForUpliftPage.Read(db, Actor, (frameworkRef, lot), Today, new AskForUpliftForm(), cancel));

    [HttpPost]
    public async Task<IActionResult> Post(string frameworkRef, string lot, AskForUpliftForm form, CancellationToken cancel)
    {
        UpliftId made = default;
        return await Try(
            act: async () => made = await ask.Execute(Actor, frameworkRef, lot, form.Asked(), cancel),
            then: () =>
            {
                Tell("Your request is with the framework’s lead. Until its day comes nothing changes.");
                return Redirect(UpliftLinks.One(made));
            },
            again: async () => View("AskForUplift", await AskForUpliftPage.Read(db, Actor, (frameworkRef, lot), Today, form, cancel)));
    }

    private DateOnly Today => LondonTime.DateOf(clock.GetUtcNow());
}

/// <summary>What a provider needs to see when it asks.</summary>
public sealed record AskForUpliftPage(Framework Framework, FrameworkLot Lot, UpliftRule? Rule, IReadOnlyList<Choice> Homes, IReadOnlyList<Choice> Documents, DateOnly Earliest, AskForUpliftForm Form)
{
    public static async Task<AskForUpliftPage> Read(PortalDb db, Actor actor, (string Framework, string Lot) place, DateOnly today, AskForUpliftForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(place.Framework, cancel);
        _ = await db.LoadAdmission(place.Framework, place.Lot, actor.Organisation, cancel);
        UpliftRule? rule = await db.UpliftRules.AsNoTracking().SingleOrDefaultAsync(r => r.Framework == framework.Id, cancel);
        DateOnly earliest = EarliestOf(rule, today);
        decimal? permitted = rule?.PermittedOn(earliest);
        var homes = await (from admission in db.HomeAdmissions
                           join home in db.ProviderHomes on admission.HomeUrn equals home.Urn
                           join schedule in db.PriceSchedules.InForceOn(today) on admission.Id equals schedule.HomeAdmission
                           where admission.Framework == framework.Id && admission.LotNumber == place.Lot && admission.Provider == actor.Organisation && admission.Status != HomeAdmissionStatus.Left
                           orderby home.Name
                           select new { home.Urn, home.Name, schedule.Terms.Core, schedule.Unit, schedule.Terms }).ToListAsync(cancel);
        List<EvidenceDocument> documents = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == actor.Organisation && d.RetiredAt == null).OrderBy(d => d.Title).ToListAsync(cancel);
        return new AskForUpliftPage(
            framework,
            framework.Lot(place.Lot),
            rule,
            [.. homes.Select(h => new Choice(h.Urn, $"{h.Name} ({h.Urn})", $"{h.Core} a {h.Unit} today" + (permitted is > 0m and var most ? $"; {h.Terms.RaisedBy(most).Core} at the most that the rule permits" : "")))],
            [.. documents.Select(d => new Choice(d.Id.Value.ToString(), d.Title, $"{GovWords.Of(d.Kind)}, {d.Issuer}"))],
            earliest,
            form)
        {
            Permitted = permitted,
        };
    }

    /// <summary>The most that the rule of the earliest day permits; null until its index figure is recorded.</summary>
    public decimal? Permitted { get; init; }

    // The board's days to vote from now, and not before the day that the rule names.
    private static DateOnly EarliestOf(UpliftRule? rule, DateOnly today)
    {
        DateOnly voted = today.AddDays((rule?.TermsOn(today).VoteDays ?? 0) + 1);
        return rule?.TermsOn(voted).EarliestOn is { } first && first > voted ? first : voted;
    }
}

/// <summary>The request as a provider types it.</summary>
public sealed record AskForUpliftForm
{
    [Display(Name = "Rise"), Required(ErrorMessage = "Enter the rise in per cent"), Range(0.01, 100, ErrorMessage = "The rise must be above 0 and at most 100")]
    public decimal? Percent { get; init; }

    [Display(Name = "From"), Required(ErrorMessage = "Enter the day from which the prices should rise")]
    public DateOnly? From { get; init; }

    [Display(Name = "Homes")]
    public List<string> Homes { get; init; } = [];

    [Display(Name = "Evidence")]
    public List<string> Evidence { get; init; } = [];

    [Display(Name = "Why"), Required(ErrorMessage = "Say which of your costs have risen and by how much"), StringLength(2000)]
    public string? Because { get; init; }

    // What is not a document's id matches no document, and the use case says so.
    public UpliftAsked Asked() => new(Percent!.Value, From!.Value, Because!, [.. Evidence.Select(e => Guid.TryParse(e, out Guid id) ? id : Guid.Empty)], Homes);
}
