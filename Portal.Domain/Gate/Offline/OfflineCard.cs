using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Offline;

/// <summary>An offline card's id.</summary>
public readonly record struct OfflineCardId(Guid Value) : ITypedId<OfflineCardId>
{
    public static OfflineCardId From(Guid value) => new(value);
}

/// <summary>The signed, dated card of what an authority's placement officers may do while the portal cannot be reached; kept as it was issued.</summary>
public sealed class OfflineCard : Aggregate
{
    // Days for which a printed card may be used: a week, so that rules and numbers on it are fresh.
    private const int GoodForDays = 7;

    private OfflineCard()
    {
    }

    public OfflineCardId Id { get; private set; }

    public OrganisationId Authority { get; private set; }

    public string AuthorityName { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public DateOnly LastDay { get; private set; }

    public string RuleSet { get; private set; } = "";

    public List<string> Steps { get; private set; } = [];

    /// <summary>Who is rung in these days, as printed.</summary>
    public List<string> Numbers { get; private set; } = [];

    /// <summary>Ed25519 by the portal's log key over <see cref="Text"/>, in base64.</summary>
    public string Signature { get; private set; } = "";

    public string KeyName { get; private set; } = "";

    /// <summary>What is signed, line by line as printed.</summary>
    public string Text => string.Join('\n', [AuthorityName, $"{IssuedOn:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}", RuleSet, .. Steps, .. Numbers]);

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    public static OfflineCard Issue((OrganisationId Id, string Name) authority, OfflineText text, LogSigner signer, DateTimeOffset now)
    {
        DateOnly today = LondonTime.DateOf(now);
        var card = new OfflineCard
        {
            Id = Kernel.Id.New<OfflineCardId>(),
            Authority = authority.Id,
            AuthorityName = authority.Name,
            IssuedAt = now,
            IssuedOn = today,
            LastDay = today.AddDays(GoodForDays - 1),
            RuleSet = text.RuleSet,
            Steps = [.. text.Steps],
            Numbers = [.. text.Numbers],
            KeyName = signer.Key.Name,
        };
        card.Signature = Convert.ToBase64String(signer.Sign(Encoding.UTF8.GetBytes(card.Text)));
        card.Happened("gate.cardIssued", $"offlineCard/{authority.Id.Value}", new { card.Id, card.IssuedOn, card.LastDay, card.RuleSet, card.Fingerprint });
        return card;
    }

    public bool IsGoodOn(DateOnly day) => IssuedOn <= day && day <= LastDay;

    /// <summary>What has changed since it was issued, so that a new one is wanted: the rules, or somebody on duty whom it does not name.</summary>
    public bool IsOutdatedBy(OfflineText now) => now.RuleSet != RuleSet || !now.Steps.SequenceEqual(Steps) || now.Numbers.Except(Numbers).Any();
}
