using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.E2E.Furniture;

/// <summary>Gives a person of a journey a passkey, added through the page; the device is Chromium's virtual one, which makes secrets (PRF) as real ones do.</summary>
internal static class VirtualPasskey
{
    public const string Name = "my phone";
    private const string Password = "correct horse battery";

    /// <summary>The address at which the passkey holds: it belongs to a name, never to an address in numbers.</summary>
    public static async Task<Uri> Give(Cast cast, string person)
    {
        Actor actor = cast.ActorOf(person);
        Visitor visitor = cast.WindowOf(person);
        Uri home = new UriBuilder(cast.Portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        await cast.Portal.With(async services =>
        {
            UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
            await accounts.AddPasswordAsync(await accounts.Users.SingleAsync(a => a.Person == actor.Person), Password);
        });
        System.Net.Cookie session = await cast.Portal.SessionOf(actor);
        await visitor.Page.Context.AddCookiesAsync([new Cookie { Name = session.Name, Value = session.Value, Url = home.ToString() }]);
        ICDPSession device = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", ctap2Version = "ctap2_1", transport = "internal", hasResidentKey = true, hasUserVerification = true, hasPrf = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await Add(visitor, home);
        return home;
    }

    private static async Task Add(Visitor visitor, Uri home)
    {
        await visitor.Go(new Uri(home, "/accounts/passkeys").ToString());
        await visitor.Fill("Name of the passkey", Name);
        await visitor.Fill("Your password", Password);
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Remove {Name}" }).WaitForAsync();
    }
}
