using Portal.Domain.Law;

namespace Portal.Domain.CallOffs;

/// <summary>What provider and finance read of the notice of a placement that has ended: paid to a day, run out by the day of leaving, or none by the agreement.</summary>
internal static class NoticePaid
{
    public static string InWords(CallOff ended, Leaving leaving, int noticeDays) => (noticeDays, leaving.NoticeGivenOn) switch
    {
        (0, _) => "Its agreement gives no notice, so none is paid.",
        (_, null) => $"No notice was given before, so the notice that its agreement names counts from the day of leaving and is paid to {LastPaid(ended)}.",
        (_, { } given) when ended.PaidTo > ended.EndedOn => $"Notice was given on {LondonTime.Day(given)} and is paid to {LastPaid(ended)}, as its agreement says.",
        (_, { } given) => $"Notice was given on {LondonTime.Day(given)} and had run out by the day of leaving.",
    };

    private static string LastPaid(CallOff ended) => LondonTime.Day(ended.PaidTo!.Value.AddDays(-1));
}
