using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Api.Clients;

/// <summary>The machines that act for the administrator's organisation: register one, see them all.</summary>
[Authorize(Policies.Administrators)]
[Route("/clients")]
public sealed class ClientsController(PortalDb db, CreateClient create) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await ClientsPage.Read(db, Actor, new ClientForm(), cancel));

    [HttpPost]
    public async Task<IActionResult> Post(ClientForm form, CancellationToken cancel)
    {
        string secret = "";
        return await Try(
            act: async () => secret = await create.Execute(Actor, form.Name!.Trim(), await CodeOfOrganisation(cancel), form.Scopes, cancel),
            then: () => View("Secret", new SecretPage(form.Name!.Trim(), secret)),
            again: async () => View(await ClientsPage.Read(db, Actor, form, cancel)));
    }

    private Task<string> CodeOfOrganisation(CancellationToken cancel) =>
        db.Organisations.Where(o => o.Id == Actor.Organisation).Select(o => o.Code).SingleAsync(cancel);
}

/// <summary>The page.</summary>
public sealed record ClientsPage(string Organisation, IReadOnlyList<ClientRow> Clients, IReadOnlyList<Choice> Scopes, ClientForm Form)
{
    public static async Task<ClientsPage> Read(PortalDb db, Actor actor, ClientForm form, CancellationToken cancel)
    {
        OrganisationKind kind = await db.Organisations.Where(o => o.Id == actor.Organisation).Select(o => o.Kind).SingleAsync(cancel);
        List<ClientRow> clients = await db.ApiClients.AsNoTracking().Where(c => c.Organisation == actor.Organisation).OrderBy(c => c.Name)
            .Select(c => new ClientRow(c.Name, c.Scopes, c.RegisteredAt, c.DisabledAt)).ToListAsync(cancel);
        return new ClientsPage(actor.OrganisationName, clients, [.. ApiScope.All.Where(scope => ApiScope.IsFor(scope, kind)).Select(Choice)], form);
    }

    private static Choice Choice(string scope) => new(scope, scope, scope switch
    {
        ApiScope.Gate => "Ask the gate and record its decisions",
        ApiScope.CallOffs => "Referrals, offers and call-offs",
        ApiScope.Bids => "Draft, upload and submit bids",
        _ => "National figures",
    });
}

/// <summary>One machine.</summary>
public sealed record ClientRow(string Name, IReadOnlyList<string> Scopes, DateTimeOffset RegisteredAt, DateTimeOffset? DisabledAt)
{
    public string Status => DisabledAt is null ? "Active" : "Switched off";
}

/// <summary>A machine to be registered.</summary>
public sealed record ClientForm
{
    [Display(Name = "Name"), Required(ErrorMessage = "Enter a name"), StringLength(60, ErrorMessage = "A name has at most 60 characters")]
    public string? Name { get; init; }

    [Display(Name = "Scope")]
    public List<string> Scopes { get; init; } = [];
}

/// <summary>The secret, shown this once.</summary>
public sealed record SecretPage(string Name, string Secret);
