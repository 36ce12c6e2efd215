using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Web.Law;

/// <summary>A date asked about must lie within the years whose bank holidays are held; otherwise 422, never a guess.</summary>
internal static class CalendarRange
{
    public static void MustHold(string field, DateOnly date) => InputRefused.Unless(
        () =>
        {
            UkWorkingDays.Held.MustHold(date, field);
            return true;
        },
        field);
}
