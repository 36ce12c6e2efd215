using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.RuleSets;

namespace Portal.Domain.Gate.Deciding;

/// <summary>The framework gate's decision table. All rows are evaluated and all reasons kept; the first row that holds decides, then the modifiers apply in their order.</summary>
public static class DecisionTable
{
    /// <summary>The rows in the order in which they are tried.</summary>
    public static IReadOnlyList<Row> Rows { get; } = [.. SafetyRows.InOrder, .. TermsRows.InOrder, .. OffFrameworkRows.InOrder];

    public static GateAnswer Decide(Facts facts, GateRules rules)
    {
        Situation situation = new(facts, rules.Terms);
        Row[] holding = [.. Rows.Where(row => row.Holds(situation))];
        Ruling ruling = new(situation, holding[0], holding[1..]);
        Modifiers.Apply(ruling);
        return ruling.Close(rules.Version);
    }
}
