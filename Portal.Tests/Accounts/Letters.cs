using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Accounts;

/// <summary>The letters that a portal wrote into its folder, decoded, newest first; and accounts with a password.</summary>
internal static partial class Letters
{
    public const string Password = "correct horse battery";

    public static IReadOnlyList<string> To(PortalApp app, string email)
    {
        string folder = Path.Combine(app.Folder, "mail");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.GetFiles(folder, "*.eml").OrderByDescending(File.GetCreationTimeUtc).Select(File.ReadAllText)
                .Where(t => t.Contains(email, StringComparison.OrdinalIgnoreCase)).Select(Plain),
        ];
    }

    public static Uri LinkIn(string letter) => new(Link().Match(letter).Value);

    /// <summary>Gives the person this password, as the letter's link would.</summary>
    public static Task GivePassword(this PortalApp app, Actor actor) => app.With(async services =>
    {
        UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
        Account account = await services.GetRequiredService<PortalDb>().Users.SingleAsync(a => a.Person == actor.Person);
        Assert.True((await accounts.AddPasswordAsync(account, Password)).Succeeded);
        await accounts.SetLockoutEnabledAsync(account, true);
    });

    public static Task<string> EmailOf(this PortalApp app, Actor actor) => app.WithDb(db => db.People.Where(p => p.Id == actor.Person).Select(p => p.Email).SingleAsync());

    // The file is quoted-printable or base64; the parser of .eml is the test's, not the portal's.
    private static string Plain(string text)
    {
        string body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return text.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)))
            : body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"https?://\S+/accounts/set-password\S+")]
    private static partial Regex Link();
}
