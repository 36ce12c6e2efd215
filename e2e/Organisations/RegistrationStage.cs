using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;
using Portal.E2E.Furniture;
using Portal.Tests.Accounts;

namespace Portal.E2E.Organisations;

/// <summary>A provider registers, sets a password and a second factor, is verified by the co-operative, and adds its home.</summary>
public static partial class RegistrationStage
{
    private const string Email = "uma@example.org";

    public static async Task Play(Cast cast, string name, string urn)
    {
        Visitor newcomer = await cast.Public();
        await Register(newcomer);
        await SetUpAccount(cast, newcomer);
        await Verify(cast);
        Visitor bidder = await cast.TakeIn(name, Email);
        await AddHome(bidder, urn);
    }

    private static async Task Register(Visitor newcomer)
    {
        await newcomer.Go("/");
        await newcomer.Go("/accounts/register");
        await newcomer.Press("Register");
        await newcomer.Reads("There is a problem");
        await newcomer.Fill("Provider’s registered name", "Invented Homes Limited");
        await newcomer.Fill("Company number", "01234567");
        await newcomer.Fill("Building and street", "1 Invented Lane");
        await newcomer.Fill("Town or city", "Exampleford");
        await newcomer.Fill("Postcode", "ZZ1 1AA");
        await newcomer.Fill("Your name", "Uma Test");
        await newcomer.Fill("Your work e-mail address", Email);
        await newcomer.Press("Register");
        await newcomer.Reads("Check your e-mail");
    }

    private static async Task SetUpAccount(Cast cast, Visitor newcomer)
    {
        await newcomer.Go(LinkIn(cast.Portal.Folder));
        await newcomer.Type("Password", "three random words");
        await newcomer.Press("Set the password");
        await newcomer.Go("/accounts/sign-in");
        await newcomer.Type("Email", Email);
        await newcomer.Type("Password", "three random words");
        await newcomer.Press("Sign in");
        await newcomer.Reads("Set up your second factor");
        string key = await newcomer.Page.Locator("strong.portal-hash").InnerTextAsync();
        await newcomer.Type("Code", Totp.Code(key));
        await newcomer.Press("Continue");
        await newcomer.Reads("Keep your recovery codes");
        await newcomer.Press("I have kept them");
    }

    private static async Task Verify(Cast cast)
    {
        Visitor administrator = await cast.Enter("administrator", Role.Administrator);
        await administrator.Go("/organisations/verifications");
        await administrator.Follow("Invented Homes Limited");
        await administrator.Tick("Verified");
        await administrator.Type("Evidence", "Rang the number at Companies House; the director confirmed.");
        await administrator.Press("Record");
    }

    private static async Task AddHome(Visitor bidder, string urn)
    {
        await bidder.Go("/today");
        await bidder.Go("/organisations/homes");
        await bidder.Press("Add a home");
        await bidder.Type("Urn", urn);
        await bidder.Type("Name", "Primrose House");
        await bidder.Pick("HostAuthority", "E10000031");
        await bidder.Tick("ServiceTypes", "residential");
        await bidder.Type("Places", "4");
        await bidder.Press("Add the home");
        await bidder.Press("2");
        await bidder.Reads("2 free");
    }

    // The letter lies in the pickup folder, quoted-printable or base64.
    private static string LinkIn(string folder)
    {
        string letter = Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Select(File.ReadAllText).First(t => t.Contains(Email, StringComparison.OrdinalIgnoreCase));
        string body = letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        string plain = letter.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)))
            : body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return new Uri(PasswordLink().Match(plain).Value).PathAndQuery;
    }

    [GeneratedRegex(@"http\S+/accounts/set-password\S+")]
    private static partial Regex PasswordLink();
}
