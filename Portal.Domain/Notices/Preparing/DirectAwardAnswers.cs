using System.Globalization;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>What a direct award answers to the questions of the transparency notice; the award notice repeats the ground (A9-07, A10-06).</summary>
public static class DirectAwardAnswers
{
    // Checked for the authority's own record; they are no part of the ground.
    private static readonly string[] NotPublished = ["exclusion", "core-information", Law.DirectAwardGround.LegalAnswer];

    public static NoticeAnswers Of(Tender tender, DirectAward direct)
    {
        Dictionary<string, string?> said = new()
        {
            ["supplier"] = direct.Supplier.Value.ToString(),
            ["ground"] = direct.GroundCode,
            ["explanation"] = string.Join("\n\n", direct.Ground.Limbs.Where(limb => !NotPublished.Contains(limb.Code)).Select(limb => $"{limb.Asks}: {direct.EvidenceOf(limb)?.Facts}")),
            ["excluded"] = direct.Terms.Excluded ? "yes" : "no",
            ["publicInterest"] = direct.Terms.Excluded ? direct.Terms.PublicInterest : null,
            ["signOn"] = Day(direct.Terms.SignOn),
            ["startsOn"] = Day(tender.Lots.Min(lot => lot.StartsOn)),
            ["endsOn"] = Day(tender.Lots.Max(lot => lot.EndsOn)),
        };
        return new NoticeAnswers(said.Where(answer => !string.IsNullOrEmpty(answer.Value)).ToDictionary(answer => answer.Key, answer => answer.Value!));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
