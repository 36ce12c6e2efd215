using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A buyer checks that a provider's first user may act for it.</summary>
[Authorize(Policies.Verifiers)]
[Route("/organisations/{code}/verify")]
public sealed class VerifyProviderController(VerifyProvider verify, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) => View(await Page(code, new VerifyProviderForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string code, VerifyProviderForm form, CancellationToken cancel) => Try(
        act: () => verify.Execute(Actor, code, form.Verified!.Value, form.Evidence, cancel),
        then: () =>
        {
            Tell(form.Verified!.Value ? "The provider is verified and has been told." : "The provider is refused and has been told why.");
            return Redirect(OrganisationLinks.Verifications);
        },
        again: async () => View("VerifyProvider", await Page(code, form, cancel)));

    /// <summary>Providers that wait, longest first.</summary>
    [HttpGet(OrganisationLinks.Verifications)]
    public async Task<IActionResult> Queue(CancellationToken cancel) => View("Verifications", await db.AwaitingProviders
        .OrderBy(o => o.Id).Take(100).Select(o => new OrganisationRow(o.Code, o.Name, null, o.CompanyNumber)).ToListAsync(cancel));

    private async Task<VerifyProviderPage> Page(string code, VerifyProviderForm form, CancellationToken cancel)
    {
        Organisation provider = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Provider, cancel) ?? throw new NotFound("The provider");
        List<Person> people = await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.Organisation == provider.Id)).ToListAsync(cancel);
        return new VerifyProviderPage(code, provider.Name, provider.CompanyNumber, [.. people.Select(p => $"{p.Name}, {p.Email}")], form);
    }
}

/// <summary>The page: who asks to act for which company.</summary>
public sealed record VerifyProviderPage(string Code, string Name, string? CompanyNumber, IReadOnlyList<string> People, VerifyProviderForm Form);

/// <summary>What is decided, and on what evidence.</summary>
public sealed record VerifyProviderForm
{
    [Required(ErrorMessage = "Choose whether this person may act for the provider")]
    public bool? Verified { get; init; }

    [Required(ErrorMessage = "Say what you checked, or why you refuse"), StringLength(1000)]
    public string Evidence { get; init; } = "";
}
