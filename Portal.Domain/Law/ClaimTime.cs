namespace Portal.Domain.Law;

/// <summary>The thirty days within which a claim must as a rule begin (A13-06, s.106).</summary>
public static class ClaimTime
{
    public const int Days = 30;

    /// <summary>The last of thirty days beginning with the day on which the supplier first knew, or ought to have known, of its grounds.</summary>
    public static DateOnly LastDay(DateOnly known) => known.AddDays(Days - 1);
}
