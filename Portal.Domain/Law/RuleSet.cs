using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>The rules one procurement lives under, chosen once by regime and the day it commenced and kept by version (A1-01, A1-05). An empty number means that the regime sets none.</summary>
/// <param name="Version">Stable name, stored with the procurement: <c>light-touch/2025-02-24</c>.</param>
/// <param name="MinimumTenderDays">Shortest tendering period by basis, calendar days (A5-03, s.54); empty for light touch (A5-04).</param>
/// <param name="WarnBelowDays">The portal's own warning for a short period where the law sets none (A5-04).</param>
/// <param name="ReasonBelowDays">Below this the portal asks for a written reason (A5-04).</param>
/// <param name="StandstillMandatory">A10-07, A10-08; s.51(3).</param>
/// <param name="StandstillWorkingDays">Eight, mandatory or voluntary (A10-07, A10-09; s.51(2), (4)).</param>
/// <param name="ContractDetailsDays">UK7: 30, light touch 120 (A11-01, s.53(1)); below threshold as soon as reasonably practicable (A12-03).</param>
/// <param name="ContractCopyDays">90, light touch 180, contracts above five million pounds (A11-02, s.53(3)-(4)).</param>
/// <param name="ContractTerminationDays">UK11: 30 (A11-10, s.80).</param>
/// <param name="KeyPerformanceIndicators">How many must be set above five million pounds (A11-04, s.52).</param>
/// <param name="PerformanceNotice">UK9, in force 1 January 2026, not light touch (A11-05, s.71).</param>
/// <param name="ChangeNotice">UK10, not light touch (A11-08, s.75).</param>
/// <param name="FrameworkYears">Longest ordinary framework (A8-04, s.47); none for light touch.</param>
public sealed record RuleSet(
    string Version,
    Regime Regime,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyDictionary<TenderPeriodBasis, int> MinimumTenderDays,
    int? WarnBelowDays,
    int? ReasonBelowDays,
    bool StandstillMandatory,
    int? StandstillWorkingDays,
    int? ContractDetailsDays,
    int? ContractCopyDays,
    int? ContractTerminationDays,
    int? KeyPerformanceIndicators,
    bool PerformanceNotice,
    bool ChangeNotice,
    int? FrameworkYears)
{
    /// <summary>Shortest time for requests to take part, calendar days (A5-02, s.54); none for light touch.</summary>
    public int? ParticipationDays { get; init; }

    /// <summary>From this day procurements begin under the Procurement Act 2023 (A1-01).</summary>
    public static readonly DateOnly ActInForce = new(2025, 2, 24);

    /// <summary>Above this value (net) a contract is copied to the public and has key performance indicators (A11-02, A11-04; s.52-53).</summary>
    public static readonly Money LargeContract = new(5_000_000m);

    /// <summary>Every rule set held, in the order of db/seed/rule_sets.csv.</summary>
    public static IReadOnlyList<RuleSet> Held { get; } = [.. HeldTable.Read("rule_sets.csv").Select(Read)];

    /// <summary>The rule set of a regime for a procurement that commenced on that day, or <see cref="RuleBroken"/> (RULE_SET_RANGE).</summary>
    public static RuleSet On(DateOnly commenced, Regime regime) =>
        Held.FirstOrDefault(set => set.Regime == regime && (set.From ?? DateOnly.MinValue) <= commenced && commenced <= (set.To ?? DateOnly.MaxValue))
        ?? throw new RuleBroken("RULE_SET_RANGE", $"No rules of this regime are held for a procurement commenced on {LondonTime.Day(commenced)}.", "A1-01", "commenced");

    /// <summary>The newest rule set of a regime, for questions that name no procurement.</summary>
    public static RuleSet Latest(Regime regime) => Held.Where(set => set.Regime == regime).MaxBy(set => set.From ?? DateOnly.MinValue)!;

    /// <summary>The rule set a stored procurement named; a version that is not held is a fault of the data.</summary>
    public static RuleSet Named(string version) =>
        Held.FirstOrDefault(set => set.Version == version) ?? throw new NotFound($"Rule set {version}");

    /// <summary>The regime of a new procurement: PCR 2015 before 24 February 2025 (A1-01); below its threshold Part 6 (A12); otherwise light touch or the full rules.</summary>
    public static RuleSet For(DateOnly commenced, AuthorityKind authority, PurchaseKind kind, Money? estimateWithVat)
    {
        if (commenced < ActInForce)
        {
            return On(commenced, Regime.Pcr2015);
        }

        bool reached = Threshold.On(commenced, authority, kind).IsReachedBy(estimateWithVat);
        return On(commenced, !reached ? Regime.BelowThreshold : kind == PurchaseKind.LightTouch ? Regime.LightTouch : Regime.Full);
    }

    /// <summary>The last day to publish, the first day counting as day 1 (A11-01 to A11-03, s.53; A11-10, s.80); null where the regime counts no days.</summary>
    public DateOnly? LastDayFor(DatedDuty duty, DateOnly firstDay)
    {
        int? days = duty switch
        {
            DatedDuty.ContractDetails => ContractDetailsDays,
            DatedDuty.ContractCopy => ContractCopyDays,
            _ => ContractTerminationDays,
        };
        return days is { } counted ? firstDay.AddDays(counted - 1) : null;
    }

    private static RuleSet Read(IReadOnlyDictionary<string, string> row) => new(
        row["version"],
        row.Word<Regime>("regime"),
        row.DateOrNull("from"),
        row.DateOrNull("to"),
        Enum.GetValues<TenderPeriodBasis>()
            .Select(basis => (basis, days: row.NumberOrNull(char.ToLowerInvariant(basis.ToString()[0]) + basis.ToString()[1..])))
            .Where(entry => entry.days is not null)
            .ToDictionary(entry => entry.basis, entry => entry.days!.Value),
        row.NumberOrNull("warnBelow"),
        row.NumberOrNull("reasonBelow"),
        row.Flag("standstillMandatory"),
        row.NumberOrNull("standstillDays"),
        row.NumberOrNull("uk7Days"),
        row.NumberOrNull("copyDays"),
        row.NumberOrNull("uk11Days"),
        row.NumberOrNull("kpis"),
        row.Flag("performanceNotice"),
        row.Flag("changeNotice"),
        row.NumberOrNull("frameworkYears"))
    {
        ParticipationDays = row.NumberOrNull("participation"),
    };
}
