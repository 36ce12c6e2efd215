using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>One notice that a regime asks for: when, above which value, for whom, and by which rule (A14).</summary>
/// <param name="Days">Calendar days in which it is due, the day itself counting as day 1; null: at once, or before the step it hangs on.</param>
/// <param name="AboveValue">Only for contracts of more than this, before VAT.</param>
public sealed record PublishingDuty(string Notice, string Title, string Section, string Rule, PublishingMoment Moment, int? Days, Money? AboveValue, IReadOnlySet<Regime> Regimes, bool CallOff, bool UserChoice)
{
    /// <summary>Every duty held, in the order of db/seed/publishing_duties.csv.</summary>
    public static IReadOnlyList<PublishingDuty> Held { get; } = [.. HeldTable.Read("publishing_duties.csv").Select(Read)];

    /// <summary>What must be published for a contract of that value by that route. PCR 2015 notices are not held: the portal begins nothing under them (A1-01).</summary>
    public static IReadOnlyList<PublishingDuty> Of(RuleSet rules, AwardRoute route, Money? value) =>
        [.. Held.Where(duty => duty.Regimes.Contains(rules.Regime) && duty.AppliesTo(rules, route) && (duty.AboveValue is not { } floor || value is not { } worth || worth > floor))];

    /// <summary>The last day, counted from the day it hangs on; null where no number of days is set.</summary>
    public DateOnly? LastDay(DateOnly from) => Days is { } days ? from.AddDays(days - 1) : null;

    private bool AppliesTo(RuleSet rules, AwardRoute route) => Moment switch
    {
        PublishingMoment.Yearly when Notice == "UK9" => rules.PerformanceNotice && route is not AwardRoute.FrameworkCallOff,
        PublishingMoment.BeforeTender or PublishingMoment.AtTender or PublishingMoment.AfterTermination => route is AwardRoute.Competition or AwardRoute.DynamicMarket,
        PublishingMoment.BeforeDirectAward => route is AwardRoute.DirectAward or AwardRoute.UrgentDirectAward or AwardRoute.RegulationsToProtectLife,
        _ => route switch
        {
            AwardRoute.FrameworkCallOff => CallOff,
            AwardRoute.UserChoiceDirectAward => UserChoice,
            _ => true,
        },
    };

    private static PublishingDuty Read(IReadOnlyDictionary<string, string> row) => new(
        row["notice"],
        row["title"],
        row["section"],
        row["rule"],
        row.Word<PublishingMoment>("moment"),
        row.NumberOrNull("days"),
        row["aboveValue"].Length == 0 ? null : new Money(decimal.Parse(row["aboveValue"], CultureInfo.InvariantCulture)),
        Enum.GetValues<Regime>().Where(regime => regime != Regime.Pcr2015 && row.Flag(char.ToLowerInvariant(regime.ToString()[0]) + regime.ToString()[1..])).ToHashSet(),
        row.Flag("callOff"),
        row.Flag("userChoice"));
}
