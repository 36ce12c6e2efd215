using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <summary>One thing that a draft says otherwise than the framework that its winners are to join.</summary>
/// <param name="There">What the framework says.</param>
/// <param name="Here">What the draft says.</param>
public sealed record FrameworkDifference(TenderSection Section, string What, string Field, string There, string Here)
{
    internal const string WayOn = "Make the draft say the same, or give it the reference of a new framework.";

    internal Finding In(Framework framework) => new(
        Section,
        new Reason("FRAMEWORK_SAYS_OTHERWISE", $"{What} is not the same: framework {framework.Ref} says “{There}”, this draft “{Here}”. {WayOn}", "A4-08", Field));
}

/// <summary>Where a tender's notice would say something else than the framework that its winners are to join: nothing of it would ever hold, so it is not published (A2-02, A4-08).</summary>
internal static class FrameworkContradictions
{
    public static IEnumerable<Finding> Of(Tender tender, StandingFramework standing) => OfLead(tender, standing.Framework).Concat(Differences(tender, standing).Select(d => d.In(standing.Framework)));

    public static IEnumerable<FrameworkDifference> Differences(Tender tender, StandingFramework standing) => tender.Framework is { } terms
        ? OfTerms(terms, standing).Concat(tender.Lots.SelectMany(lot => OfLot(lot, standing.Framework))).Where(d => d.There != d.Here)
        : [];

    private static IEnumerable<Finding> OfLead(Tender tender, Framework framework)
    {
        if (tender.Buyer != framework.Lead && tender.Buyer != framework.Cooperative)
        {
            yield return new Finding(TenderSection.Framework, new Reason("FRAMEWORK_OF_ANOTHER", $"Framework {framework.Ref} is run by another authority, so your winners cannot join it. Give the draft the reference of a new framework.", "A8-01", "Framework.Ref"));
        }
    }

    private static IEnumerable<FrameworkDifference> OfTerms(FrameworkTerms terms, StandingFramework standing)
    {
        Framework framework = standing.Framework;
        yield return new(TenderSection.Framework, "Who may use it", "Framework.National", Level(framework.Level == FrameworkLevel.National), Level(terms.National));
        yield return new(TenderSection.Framework, "How suppliers join later", "Framework.Joining", Form(framework.Form), Form(terms.Form));
        yield return new(TenderSection.Framework, "Its first day", "Framework.StartsOn", Day(framework.StartsOn), Day(terms.StartsOn));
        yield return new(TenderSection.Framework, "Its last day", "Framework.EndsOn", Day(framework.EndsOn), Day(terms.EndsOn));
        yield return new(TenderSection.Framework, "Its latest day with extensions", "Framework.ExtensionsTo", Day(framework.MayExtendTo ?? framework.EndsOn), Day(terms.LatestDay));
        yield return new(TenderSection.Framework, "Whether its prices bind other regions", "Framework.RegisterClause", framework.RegisterClause ? "they do" : "they do not", terms.RegisterClause ? "they do" : "they do not");
        yield return new(TenderSection.Framework, "How prices may rise", "Framework.Uplift", standing.Uplift?.InWords ?? "nothing", terms.Uplift?.InWords ?? "nothing");
    }

    private static IEnumerable<FrameworkDifference> OfLot(Lot lot, Framework framework)
    {
        if (framework.Lots.FirstOrDefault(l => l.Number == lot.Number) is { } held)
        {
            yield return new(TenderSection.Lots, $"The service of lot {lot.Number}", $"Lots[{lot.Number}].ServiceType", ServiceTypes.InWords(held.ServiceType), ServiceTypes.InWords(lot.ServiceType));
            yield return new(TenderSection.Lots, $"Whom lot {lot.Number} is for", $"Lots[{lot.Number}].Cover", Cover(held.Stated), Cover(lot.Cover));
        }
    }

    private static string Day(DateOnly? day) => day is { } said ? LondonTime.Day(said) : "nothing";

    private static string Level(bool national) => national ? "every region" : "one region";

    private static string Form(FrameworkForm form) => form switch
    {
        FrameworkForm.Open => "at its re-openings (open framework, section 49)",
        FrameworkForm.Closed => "nobody joins",
        _ => "by the framework’s own rules (flexible)",
    };

    // The same needs in another order are the same lot.
    private static string Cover(LotCover? cover) => cover is null or { IsBlank: true } ? "everybody" : (cover with { Needs = [.. cover.Needs.Distinct().Order(StringComparer.Ordinal)] }).InWords;
}
