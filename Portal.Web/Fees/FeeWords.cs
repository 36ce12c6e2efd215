using System.Globalization;
using Portal.Domain.Fees;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Fees;

/// <summary>Fees in the words people read.</summary>
public static class FeeWords
{
    public static string InWords(this FeeFlag flag) => flag switch
    {
        FeeFlag.AboveSchedule => "Above the schedule",
        FeeFlag.AboveCeiling => "Above the ceiling",
        FeeFlag.FarAboveMedian => "More than 20 % above the median",
        FeeFlag.AboveRegister => "Same bed cheaper on a framework",
        FeeFlag.NoSchedule => "No schedule price",
        FeeFlag.HighCost => "High cost",
        _ => "Lifetime at or above the threshold",
    };

    /// <summary>A figure, or the word that says there is none.</summary>
    public static string OrNone(this Money? figure) => figure?.ToString() ?? "None";

    /// <summary>"+£100.00", "−£50.00" or "£0.00".</summary>
    public static string Signed(decimal difference) =>
        (difference > 0m ? "+" : difference < 0m ? "−" : "") + "£" + Math.Abs(difference).ToString("N2", CultureInfo.InvariantCulture);

    public static string Roles(IEnumerable<Role> roles) => string.Join(", ", roles.Select(GovWords.Of));
}
