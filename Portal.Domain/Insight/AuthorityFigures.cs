using Portal.Domain.Kernel;

namespace Portal.Domain.Insight;

/// <summary>One authority's placements and gate decisions over a period: how much is bought off framework, in count, weeks and pounds, and how often the gate is overridden.</summary>
public sealed record AuthorityFigures
{
    public required OrganisationId Authority { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    /// <summary>The authority's GSS code, by which the map finds it.</summary>
    public string Code { get; init; } = "";

    public int CallOffs { get; init; }

    public int OffFramework { get; init; }

    /// <summary>Planned weeks of all call-offs whose length is known.</summary>
    public decimal Weeks { get; init; }

    public decimal OffFrameworkWeeks { get; init; }

    /// <summary>Price × weeks of weekly priced call-offs whose length is known.</summary>
    public Money Value { get; init; }

    public Money OffFrameworkValue { get; init; }

    /// <summary>Questions put to the gate, each counted once by its latest decision.</summary>
    public int Decisions { get; init; }

    /// <summary>Those with a reasoned exception (modifier X1).</summary>
    public int Overrides { get; init; }

    public int Emergencies { get; init; }

    public int Blocks { get; init; }

    /// <summary>Those that nothing live covered (row B4).</summary>
    public int Gaps { get; init; }

    /// <summary>Off-framework call-offs in every hundred; null without call-offs.</summary>
    public decimal? OffFrameworkRate => Rate(OffFramework, CallOffs);

    /// <summary>Overrides in every hundred questions; null without questions.</summary>
    public decimal? OverrideRate => Rate(Overrides, Decisions);

    /// <summary>Blocked questions in every hundred; null without questions.</summary>
    public decimal? BlockRate => Rate(Blocks, Decisions);

    private static decimal? Rate(int part, int whole) => whole == 0 ? null : decimal.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Needs of one service type that nothing live covered.</summary>
public sealed record GapFigures(string ServiceType, int Count, int Authorities, DateTimeOffset Latest);

/// <summary>What off-framework placements cost above the same home's framework price, in per cent of it; shown from five providers up.</summary>
public sealed record PremiumFigures(int Placements, int Providers, decimal? MedianPercent);
