using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An API client's id.</summary>
public readonly record struct ApiClientId(Guid Value) : ITypedId<ApiClientId>
{
    public static ApiClientId From(Guid value) => new(value);
}

/// <summary>A machine that acts for one organisation: a case system, a provider's bid tool. It holds scopes and a secret of which only a slow salted hash is kept.</summary>
public sealed partial class ApiClient : Aggregate
{
    /// <summary>PBKDF2-SHA256 rounds; the number is part of the hash's meaning and may only change with new secrets.</summary>
    private const int Rounds = 100_000;

    private ApiClient()
    {
    }

    public ApiClientId Id { get; private set; }

    /// <summary>The public <c>client_id</c>: <c>warwickshire-casework</c>.</summary>
    public string Name { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    public List<string> Scopes { get; private set; } = [];

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>Set when an administrator switched the client off; its tokens stop working at once.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    internal byte[] Salt { get; private set; } = [];

    internal byte[] SecretHash { get; private set; } = [];

    /// <summary>A new client of an organisation, with the scopes its kind may hold; the secret is given once and never stored.</summary>
    public static ApiClient Register(string name, Organisation organisation, IReadOnlyCollection<string> scopes, string secret, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocks(name, organisation, scopes)]);
        var client = new ApiClient
        {
            Id = Kernel.Id.New<ApiClientId>(),
            Name = name,
            Organisation = organisation.Id,
            Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
            RegisteredAt = now,
        };
        client.Keep(secret);
        client.Happened("client.registered", $"client/{name}", new { name, organisation = organisation.Code, client.Scopes });
        return client;
    }

    /// <summary>A secret nobody can guess: 256 random bits in letters that survive copying.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether the secret is this client's, compared in constant time; a disabled client has none.</summary>
    public bool Proves(string secret) => DisabledAt is null && CryptographicOperations.FixedTimeEquals(Hash(secret, Salt), SecretHash);

    /// <summary>A new secret in place of the old one, which stops working.</summary>
    public void ReplaceSecret(string secret)
    {
        if (DisabledAt is not null)
        {
            throw new RuleBroken("CLIENT_DISABLED", $"“{Name}” is switched off for good. Register a new client.");
        }

        Keep(secret);
        Happened("client.secretReplaced", $"client/{Name}", new { Name });
    }

    /// <summary>Switches the client off for good.</summary>
    public void Disable(DateTimeOffset now)
    {
        DisabledAt ??= now;
        Happened("client.disabled", $"client/{Name}", new { Name });
    }

    private static IEnumerable<Reason> WhatBlocks(string name, Organisation organisation, IReadOnlyCollection<string> scopes)
    {
        if (!ClientName().IsMatch(name))
        {
            yield return new Reason("CLIENT_NAME", "A client's name has 3 to 60 small letters, digits and hyphens, and starts with a letter.", Field: "name");
        }

        if (scopes.Count == 0)
        {
            yield return new Reason("CLIENT_SCOPE", "Give the client at least one scope.", Field: "scope");
        }

        foreach (string scope in scopes.Where(scope => !ApiScope.IsFor(scope, organisation.Kind)))
        {
            yield return new Reason("CLIENT_SCOPE", $"The scope “{scope}” is not one that {organisation.Name} can hold.", Field: "scope");
        }
    }

    private static byte[] Hash(string secret, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), salt, Rounds, HashAlgorithmName.SHA256, 32);

    [GeneratedRegex("^[a-z][a-z0-9-]{2,59}$")]
    private static partial Regex ClientName();

    private void Keep(string secret)
    {
        Salt = RandomNumberGenerator.GetBytes(16);
        SecretHash = Hash(secret, Salt);
    }
}
