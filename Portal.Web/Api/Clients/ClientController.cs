using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Api.Clients;

/// <summary>What may be done with a machine that is registered: a new secret, or the end.</summary>
[Authorize(Policies.Administrators)]
[Route("/clients/{name}")]
public sealed class ClientController(DisableClient disable, ReplaceClientSecret replace) : PageController
{
    [HttpPost("secret")]
    public async Task<IActionResult> Replace(string name, CancellationToken cancel) =>
        View("Secret", new SecretPage(name, await replace.Execute(Actor, name, cancel)));

    [HttpPost("disable")]
    public async Task<IActionResult> Disable(string name, CancellationToken cancel)
    {
        await disable.Execute(Actor, name, cancel);
        Tell($"“{name}” is switched off. Its tokens no longer work.");
        return Redirect("/clients");
    }
}
