using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>A cost sheet's id.</summary>
public readonly record struct CostSheetId(Guid Value) : ITypedId<CostSheetId>
{
    public static CostSheetId From(Guid value) => new(value);
}

/// <summary>Kinds of cost of an open-book sheet (care-sector §5).</summary>
public enum CostKind
{
    CareStaff,
    Managers,
    Agency,
    OnCosts,
    Training,
    Property,
    FoodAndHousehold,
    ChildAllowances,
    Transport,
    Therapy,
    Education,
    Insurance,
    RegulatorFees,
    ManagementCharge,
    Contingency,
}

/// <summary>One cost of a home per week; a payment to a firm of the same owner is marked, because profit can hide there.</summary>
public sealed record CostLine(CostKind Kind, Money PerWeek, bool RelatedParty);

/// <summary>A home's open book: its weekly costs, places and occupancy, so that finance can see the margin in a fee (care-sector §5).</summary>
public sealed class CostSheet : Aggregate
{
    private readonly List<CostLine> lines = [];

    private CostSheet()
    {
    }

    public CostSheetId Id { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public int Places { get; private set; }

    /// <summary>Average number of places occupied over the year that the costs are taken from; the occupancy assumed moves the price by a third (care-sector §1.4).</summary>
    public decimal Occupied { get; private set; }

    public DateTimeOffset StatedAt { get; private set; }

    public PersonId StatedBy { get; private set; }

    public IReadOnlyList<CostLine> Lines => lines;

    public static CostSheet State(string homeUrn, OrganisationId provider, (int Places, decimal Occupied) use, IReadOnlyCollection<CostLine> lines, PersonId by, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatIsWrong(use, lines)]);
        var sheet = new CostSheet
        {
            Id = Kernel.Id.New<CostSheetId>(),
            HomeUrn = homeUrn,
            Provider = provider,
            Places = use.Places,
            Occupied = use.Occupied,
            StatedBy = by,
            StatedAt = now,
        };
        sheet.lines.AddRange(lines.OrderBy(l => l.Kind));
        sheet.Happened("fee.costsStated", $"home/{homeUrn}", new { homeUrn, use.Places, use.Occupied, total = sheet.TotalPerWeek.Amount });
        return sheet;
    }

    public Money TotalPerWeek => new(lines.Sum(l => l.PerWeek.Amount));

    /// <summary>Paid to firms of the same owner: the place to look for disguised profit (Children's Wellbeing and Schools Act 2026, s.17).</summary>
    public Money RelatedPerWeek => new(lines.Where(l => l.RelatedParty).Sum(l => l.PerWeek.Amount));

    /// <summary>The margin that one fee per place and week leaves.</summary>
    public FeeMargin MarginOf(Money weeklyFee) => new(weeklyFee, this);

    private static IEnumerable<Reason> WhatIsWrong((int Places, decimal Occupied) use, IReadOnlyCollection<CostLine> lines)
    {
        if (use.Places < 1)
        {
            yield return new Reason("PLACES", "A home has at least one place.", Field: "Places");
        }

        if (use.Occupied <= 0m || use.Occupied > use.Places)
        {
            yield return new Reason("OCCUPANCY", "Average occupancy lies above 0 and not above the places.", Field: "Occupied");
        }

        if (!lines.Any(l => l.PerWeek > Money.Zero) || lines.Any(l => l.PerWeek < Money.Zero))
        {
            yield return new Reason("COSTS", "State at least one cost, and none below £0.", Field: "Lines");
        }
    }
}
