namespace Portal.Domain.Law;

/// <summary>How long the record of a procurement is kept (A13-03, s.98).</summary>
public static class RecordRetention
{
    /// <summary>Three years from the day the contract is entered into; a procurement that ended without award may let go with its termination notice.</summary>
    public const int LegalYears = 3;

    /// <summary>Six years, the time in which a claim on a contract may be brought: the practice that the portal follows for both.</summary>
    public const int PracticeYears = 6;

    /// <summary>The last day of keeping the record of a procurement that ended, or of a contract that ended, on that day.</summary>
    public static DateOnly Until(DateOnly ended) => ended.AddYears(PracticeYears);
}
