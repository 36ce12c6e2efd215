using Portal.Web.Start;

namespace Portal.Web.Accounts;

/// <summary>
/// An organisation's own sign-in (any certified OpenID provider, such as Entra ID or Duende IdentityServer), from the settings
/// <c>SignIn__Providers__0__Key</c>, <c>…Name</c>, <c>…Organisation</c> (its code), <c>…Authority</c>, <c>…ClientId</c>, <c>…ClientSecret</c> and, for a directory that holds only the organisation's own addresses and does not say <c>email_verified</c>, <c>…AddressesChecked=true</c>. That provider asks for the second factor.
/// </summary>
public sealed record OwnProvider(string Key, string Name, string Organisation, Uri Authority, string ClientId, string? ClientSecret, bool AddressesChecked = false)
{
    /// <summary>How the authentication schemes of own sign-ins begin.</summary>
    public const string SchemePrefix = "own-";

    /// <summary>The authentication scheme of this provider.</summary>
    public string Scheme => SchemePrefix + Key;

    /// <summary>Raises <see cref="StartRefused"/> for a provider that is only half described or not reached over TLS outside development.</summary>
    public static IReadOnlyList<OwnProvider> Read(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return [.. configuration.GetSection("SignIn:Providers").GetChildren().Select(section => One(section, environment))];
    }

    private static OwnProvider One(IConfigurationSection section, IHostEnvironment environment)
    {
        string Said(string name) => section[name] is { Length: > 0 } value ? value : throw new StartRefused($"{section.Path.Replace(":", "__", StringComparison.Ordinal)}__{name} is missing. Each own sign-in needs Key, Name, Organisation, Authority and ClientId.");
        string key = Said("Key");
        if (!key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new StartRefused($"SignIn__Providers: the key “{key}” may hold small letters, digits and hyphens only; it stands in an address.");
        }

        if (!Uri.TryCreate(Said("Authority"), UriKind.Absolute, out Uri? authority) || (authority.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment()))
        {
            throw new StartRefused($"SignIn__Providers: the authority of “{key}” must be an address that begins with https://.");
        }

        return new OwnProvider(key, Said("Name"), Said("Organisation"), authority, Said("ClientId"), section["ClientSecret"], section.GetValue("AddressesChecked", false));
    }
}
