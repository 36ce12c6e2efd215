using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A provider adds one of its registered homes.</summary>
[Authorize(Policies.Providers)]
[Route(OrganisationLinks.AddHome)]
public sealed class AddHomeController(AddHome add, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await Page(new AddHomeForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(AddHomeForm form, CancellationToken cancel) => Try(
        act: () => add.Execute(Actor, new NewHome(form.Urn, form.Name, form.HostAuthority, form.ServiceTypes, form.Places!.Value), cancel),
        then: () =>
        {
            Tell($"{form.Name} is added. Its Ofsted judgement is recorded by the co-operative’s quality lead.");
            return Redirect(OrganisationLinks.Homes);
        },
        again: async () => View("AddHome", await Page(form, cancel)));

    private async Task<AddHomePage> Page(AddHomeForm form, CancellationToken cancel) => new(
        form,
        await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Authority).OrderBy(o => o.Name).Select(o => new Choice(o.Code, o.Name, null)).ToListAsync(cancel),
        [.. ServiceTypes.Words.Select(w => new Choice(w.Key, w.Value))]);
}

/// <summary>The page.</summary>
public sealed record AddHomePage(AddHomeForm Form, IReadOnlyList<Choice> Authorities, IReadOnlyList<Choice> Services);

/// <summary>What is typed.</summary>
public sealed record AddHomeForm
{
    [Display(Name = "Ofsted URN"), Required(ErrorMessage = "Enter the Ofsted URN"), StringLength(10)]
    public string Urn { get; init; } = "";

    [Required(ErrorMessage = "Enter the name of the home"), StringLength(200)]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "Choose the authority where the home stands"), StringLength(9)]
    public string HostAuthority { get; init; } = "";

    [Required(ErrorMessage = "Enter how many places are registered")]
    public int? Places { get; init; }

    public List<string> ServiceTypes { get; init; } = [];
}
