using Portal.Domain.CallOffs;

namespace Portal.Web.CallOffs;

/// <summary>Words of the individual placement agreement, one for each way in which a place is chosen.</summary>
public static class AgreementWords
{
    /// <summary>Instead of a name that no onboarding check recorded.</summary>
    public const string NotRecorded = "not recorded when the place was called off";

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
}
