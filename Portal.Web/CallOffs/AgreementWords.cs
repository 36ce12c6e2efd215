using Portal.Domain.CallOffs;
using Portal.Domain.Law;

namespace Portal.Web.CallOffs;

/// <summary>Words of the individual placement agreement: how the place was chosen, who stands for the home, and the notice of a planned ending.</summary>
public static class AgreementWords
{
    /// <summary>Instead of a name.</summary>
    public const string NobodyNamed = "No current check names one";

    // Schools and supported accommodation are led by people with other titles.
    private static readonly string[] WithoutThePosts = ["specialSchool", "supportedAccommodation"];

    /// <summary>"Hours a week".</summary>
    public static string UnitsAWeek(string unit) => char.ToUpperInvariant(unit[0]) + unit[1..] + "s a week";

    public static string Percent(decimal rate) => rate.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + " %";

    public static string Chosen(CallOff callOff)
    {
        string way = callOff.Route switch
        {
            CallOffRoute.DirectAward when callOff.FrameworkRef is not null => "Direct award by the framework’s objective mechanism: of the offers that fit the child’s needs, the lowest schedule price",
            CallOffRoute.FurtherCompetition => "Further competition: of the offers that fit the child’s needs, the lowest price offered",
            CallOffRoute.BlockPlace => $"A guaranteed place of block {callOff.BlockRef}",
            _ => "Off framework, with the gate’s permission",
        };
        return callOff.ChosenBecause is { } because ? $"{way}. This home and not the first by it, because: {because}" : way;
    }

    /// <summary>Whether a service of this type has a Registered Manager and a Responsible Individual.</summary>
    public static bool HasThePosts(CallOff callOff) => !WithoutThePosts.Contains(callOff.ServiceType, StringComparer.Ordinal);

    /// <summary>Who stood for the home when the place was called off; nothing where the service has neither post.</summary>
    public static (string Post, string Person)[] People(CallOff callOff) => HasThePosts(callOff)
        ? [("Registered Manager of the home", callOff.RegisteredManager ?? NobodyNamed), ("Responsible Individual of the provider", callOff.ResponsibleIndividual ?? NobodyNamed)]
        : [];

    /// <summary>The term on notice, as the agreement prints it and the end of a placement counts it.</summary>
    public static string Notice(AgreedNotice notice) =>
        $"Notice of a planned ending is {notice.Days} days by either side{(notice.EarlyDays is { } early ? $"; in the first {AgreedNotice.EarlyFor} days it is {early} days" : "")}.";

    /// <summary>What became of the notice of a placement that has ended.</summary>
    public static string NoticePaid(CallOff ended, AgreedNotice notice) => (ended.PaidTo, notice.Days) switch
    {
        (null, _) => "As the agreement says",
        ({ } paidTo, _) when paidTo > ended.EndedOn => $"Paid to {LondonTime.Day(paidTo.AddDays(-1))}",
        (_, 0) => "None: the agreement gives no notice",
        _ => "Had run out by the day of leaving",
    };
}
