namespace Portal.Web.Notices;

/// <summary>What the counts of an award notice are called (A10-06).</summary>
public static class NoticeCounts
{
    public static string InWords(string measure) => measure switch
    {
        "finalStageBids" => "assessed",
        "smeFinalStageBids" => "assessed, from small and medium-sized enterprises",
        "vcseFinalStageBids" => "assessed, from voluntary, community and social enterprises",
        _ => "submitted",
    };
}
