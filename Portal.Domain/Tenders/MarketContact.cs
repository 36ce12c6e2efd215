using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Whether taking part in market engagement left a participant with an advantage (s.16).</summary>
public enum EngagementAdvantage
{
    /// <summary>None: everybody could learn the same.</summary>
    None,

    /// <summary>There was one, and steps gave everybody the same.</summary>
    Levelled,

    /// <summary>There was one that cannot be avoided: the supplier is treated as excluded (A3-02).</summary>
    Unavoidable,
}

/// <summary>A participant in preliminary market engagement, and what they were told (A3-02, s.16).</summary>
public sealed record MarketContact(string Participant, DateOnly On, string Occasion, string Told, EngagementAdvantage Advantage, string Steps, string ByName, DateTimeOffset At);
