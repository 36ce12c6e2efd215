using System.Globalization;

namespace Portal.Domain.Law;

/// <summary>One rule of a rule set as a person reads it: what it is about, what it says, the rule id and the section.</summary>
public sealed record LawLine(string About, string Says, string Rule, string Section)
{
    /// <summary>Everything a rule set says, in the order of a procurement's life; what it switches off is said too.</summary>
    public static IReadOnlyList<LawLine> Of(RuleSet rules) => rules.Regime == Regime.Pcr2015
        ? [new("Which rules apply", "What began before 24 February 2025 stays under the Public Contracts Regulations 2015, call-offs included. The portal begins nothing under them and holds no periods for them.", "A1-01", "transitional provisions")]
        : [.. Tendering(rules), .. Awarding(rules), .. Contract(rules), .. Frameworks(rules)];

    private static IEnumerable<LawLine> Tendering(RuleSet rules)
    {
        yield return new("Which rules apply", Chosen(rules), rules.Regime == Regime.BelowThreshold ? "A12-01" : "A1-01", "s.1-3");
        yield return rules.MinimumTenderDays.Count == 0
            ? new("Time for tendering", $"No minimum; the time must be reasonable and the same for all. The portal warns below {rules.WarnBelowDays} days and asks for a reason below {rules.ReasonBelowDays}.", "A5-04", "s.54")
            : new("Time for tendering", string.Join("; ", rules.MinimumTenderDays.Select(p => $"{Days(p.Value)} {Basis(p.Key)}")) + ".", "A5-03", "s.54");
        yield return new("Counting days", "From the day after the notice, weekends included; a working day is one in every part of the United Kingdom.", "A5-05", "s.54, s.123");
    }

    private static IEnumerable<LawLine> Awarding(RuleSet rules)
    {
        StandstillRule standstill = StandstillRule.Of(rules, AwardRoute.Competition, stated: true);
        yield return new("Standstill", $"{(standstill.Kind == StandstillKind.Mandatory ? "Mandatory" : "Voluntary")}, {standstill.WorkingDays} working days. {standstill.Why}", standstill.Rule, standstill.Section);
        foreach (IGrouping<(string Notice, string Title, string Rule, string Section), PublishingDuty> duty in PublishingDuty.Of(rules, AwardRoute.Competition, null).GroupBy(d => (d.Notice, d.Title, d.Rule, d.Section)))
        {
            yield return new(Named(duty.Key), string.Join(" ", duty.Select(When)), duty.Key.Rule, duty.Key.Section);
        }
    }

    private static IEnumerable<LawLine> Contract(RuleSet rules)
    {
        yield return rules.KeyPerformanceIndicators is { } count
            ? new("Key performance indicators", $"At least {count} for a contract above {RuleSet.LargeContract}, assessed at least every 12 months.", "A11-04", "s.52, s.71")
            : new("Key performance indicators", "No duty to set any.", "A11-04", "s.52");
        yield return rules.ChangeNotice
            ? new("Changing the contract", $"Only within section 74 and Schedule 8, with a change notice first; more than {ContractChange.SubstantialTermPercent}% of the term is substantial.", "A11-07", "s.74-75")
            : new("Changing the contract", "Outside the limits on modifications, but the supplier changes only when it is restructured; reasons are recorded.", "A11-07", "s.74(2), (9)");
    }

    private static IEnumerable<LawLine> Frameworks(RuleSet rules)
    {
        yield return rules.FrameworkYears is { } years
            ? new("Length of a framework", $"At most {years} years, longer only with reasons in the notice.", "A8-04", "s.47")
            : new("Length of a framework", "No longest term.", "A8-04", "s.47");
        yield return new("Open framework", $"Awarded again once in its first {FrameworkTerm.FirstReopeningYears} years and once in each {FrameworkTerm.LaterReopeningYears} after that; ends {FrameworkTerm.LongestYears} years after the first award.", "A8-05", "s.49");
    }

    private static string Chosen(RuleSet rules) => rules.Regime switch
    {
        Regime.LightTouch => $"Light touch services at or above the threshold, begun on or after {Day(rules.From)}.",
        Regime.Full => $"Goods, services and works at or above the threshold, begun on or after {Day(rules.From)}{(rules.To is { } last ? $" and until {LondonTime.Day(last)}" : "")}.",
        _ => $"What lies below the threshold, begun on or after {Day(rules.From)}: Part 6 of the Act.",
    };

    private static string Day(DateOnly? date) => date is { } day ? LondonTime.Day(day) : "any day";

    private static string Named((string Notice, string Title, string Rule, string Section) duty) => duty.Notice == "copy" ? duty.Title : $"{duty.Title} ({duty.Notice})";

    private static string When(PublishingDuty duty)
    {
        string above = duty.AboveValue is { } floor ? $" Above {floor} only." : "";
        return (duty.Moment, duty.Days) switch
        {
            (PublishingMoment.Yearly, { } days) => $"Every year, within {days} days of 1 April.{above}",
            (PublishingMoment.Yearly, null) => $"At least once in 12 months.{above}",
            (PublishingMoment.BeforeTender, _) => "Before the tender notice, or reasons in it.",
            (PublishingMoment.AtTender, _) => "Begins the procurement.",
            (PublishingMoment.BeforeSigning, _) => "After the assessment summaries and before the contract is entered into.",
            (PublishingMoment.BeforeChange, _) => "Before the contract is changed.",
            (PublishingMoment.AfterSigning, { } days) => $"Within {days} days, the day of signature counting as the first.{above}",
            (PublishingMoment.AfterEnd, { } days) => $"Within {days} days of the end, expiry included.",
            _ => $"As soon as reasonably practicable.{above}",
        };
    }

    private static string Days(int days) => days.ToString(CultureInfo.InvariantCulture) + " days";

    private static string Basis(TenderPeriodBasis basis) => basis switch
    {
        TenderPeriodBasis.ElectronicAllDocuments => "by electronic means with all documents at once",
        TenderPeriodBasis.OneOfTwo => "with only one of the two",
        TenderPeriodBasis.Neither => "with neither",
        _ => "where a ground for the shorter period applies",
    };
}
