namespace Portal.Domain.Law;

/// <summary>A bank holiday and the parts of the United Kingdom that keep it (A5-06, s.123; Banking and Financial Dealings Act 1971).</summary>
public sealed record BankHoliday(DateOnly Date, bool EnglandAndWales, bool Scotland, bool NorthernIreland)
{
    /// <summary>Every bank holiday the portal holds, in order; the calendar covers whole years, first row to last.</summary>
    public static IReadOnlyList<BankHoliday> Held { get; } =
    [
        .. HeldTable.Read("bank_holidays.csv").Select(row => new BankHoliday(
            row.Date("date"), row.Flag("england_and_wales"), row.Flag("scotland"), row.Flag("northern_ireland"))),
    ];
}
