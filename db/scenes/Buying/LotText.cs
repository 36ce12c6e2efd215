using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Db.Scenes.Buying;

/// <summary>How the scenes' lots are assessed (care-sector §1.3: prices and weights) and what bidders answer.</summary>
internal static class LotText
{
    public static readonly IReadOnlyList<string> Descriptors =
    [
        "No answer, or nothing that meets the need",
        "Poor: most of what is needed is missing",
        "Weak: important parts are missing or unconvincing",
        "Fair: meets the need with gaps that can be closed",
        "Good: meets the need throughout with evidence",
        "Excellent: exceeds the need with strong evidence of outcomes",
    ];

    private static readonly string[] Answers =
    [
        "We describe the need in general terms and would agree the plan for each child later.",
        "Each child has a plan within five days. Supervision is monthly; records of outcomes are kept for half of our homes.",
        "Each child has a key worker and a plan within three days, reviewed monthly with the social worker. Staff are trained in our model in their first eight weeks.",
        "Each child helps to write the plan, which starts before arrival with a visit. Outcomes are measured every quarter and shown to the placing authority. Turnover of staff was 14 per cent last year.",
        "Children who lived with us took part in writing this answer. Plans begin before arrival, are measured every six weeks against goals that the child chose, and the home stays in touch for a year after leaving. Two independent visits a year are published to our buyers.",
    ];

    private static readonly string[] Passages =
    [
        "The answer describes the need “in general terms” and leaves each plan to be agreed later; it names no step, no person and no date.",
        "The answer gives a plan within five days and monthly supervision, but outcomes are recorded for half of the homes only.",
        "The answer gives a key worker, a plan within three days and training in the first eight weeks; how outcomes are measured is not said.",
        "The answer has the child help to write a plan that starts with a visit before arrival, measures outcomes every quarter and gives last year’s turnover of staff, 14 per cent.",
        "Children took part in writing the answer; plans are measured every six weeks against goals that the child chose, and two independent visits a year are published.",
    ];

    public static IReadOnlyList<Criterion> Criteria(int priceWeight) =>
    [
        new() { Code = "Q1", Title = "Care and outcomes for children", Weight = 60 - (priceWeight / 2), Minimum = 2, Descriptors = Descriptors },
        new() { Code = "Q2", Title = "Staff, training and safeguarding", Weight = 40 - (priceWeight / 2), Descriptors = Descriptors },
        new() { Code = "P", Title = "Price", Kind = CriterionKind.Price, Weight = priceWeight },
    ];

    public static IReadOnlyList<LotQuestion> Questions { get; } =
    [
        new() { Code = "Q1", CriterionCode = "Q1", Text = "How will children be cared for, and how will you know that their lives get better?", Kind = QuestionKind.Text, MaxWords = 1000 },
        new() { Code = "Q2", CriterionCode = "Q2", Text = "How are staff chosen, trained, supported and kept, and how are children kept safe?", Kind = QuestionKind.Text, MaxWords = 750 },
        new() { Code = "I1", Text = "Are you a small or medium-sized enterprise?", Kind = QuestionKind.YesNo },
    ];

    public static IReadOnlyList<PriceLine> Prices(LotPlan lot) =>
    [
        new() { Code = "core", Title = "Core weekly fee", Unit = "week", Ceiling = new Money(lot.Ceiling) },
        new() { Code = "oneToOne", Title = "Additional one-to-one hour", Unit = "hour" },
        .. lot.ServiceType == "residentialEducation" ? [new PriceLine { Code = "education", Title = "Education", Unit = "week" }] : Array.Empty<PriceLine>(),
        .. lot.ServiceType == "disability" ? [new PriceLine { Code = "shortBreak", Title = "Short-break night", Unit = "night" }] : Array.Empty<PriceLine>(),
    ];

    public static PriceMethodChoice Method(LotPlan lot) => new() { AssessedLine = "core", Ceiling = new Money(lot.Ceiling), RejectAboveCeiling = true, AbnormallyLowBelowPercent = 75m };

    public static IReadOnlyList<RequiredDocument> Documents { get; } = [new() { Code = "insurance", Title = "Employer's liability insurance", Required = false }];

    public static IReadOnlyList<Declaration> Declarations { get; } =
    [
        new() { Code = "D1", Text = "The prices include every cost of the specification." },
        new() { Code = "D2", Text = "We know of no conflict of interest, or have told the buyer of it." },
    ];

    /// <summary>What a reader of the answer of this quality points to in it.</summary>
    public static string Seen(int quality) => Passages[Math.Clamp(quality - 1, 0, Passages.Length - 1)];

    public static string Answer(int quality) => Answers[Math.Clamp(quality - 1, 0, Answers.Length - 1)];

    public static Dictionary<string, decimal> PricesOf(LotPlan lot, decimal fee)
    {
        Dictionary<string, decimal> prices = new() { ["core"] = fee, ["oneToOne"] = 26m + (fee % 7) };
        if (lot.ServiceType == "residentialEducation")
        {
            prices["education"] = 1231m;
        }

        if (lot.ServiceType == "disability")
        {
            prices["shortBreak"] = 520m + (fee % 260);
        }

        return prices;
    }
}
