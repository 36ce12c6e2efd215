using System.Text.Json.Serialization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Whether a criterion is scored by people or computed from prices.</summary>
public enum CriterionKind
{
    Quality,
    Price,
}

/// <summary>An award criterion with its published weight and scale (A4-10, A4-12, C2-01).</summary>
public sealed record Criterion
{
    /// <summary>As published and as the API uses it: <c>Q1</c>, <c>P</c>.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public CriterionKind Kind { get; init; }

    /// <summary>Percentage; price included, all of a lot add up to 100.</summary>
    public decimal Weight { get; init; }

    /// <summary>Highest score; the lowest is 0 and scores are whole.</summary>
    public int Scale { get; init; } = 5;

    /// <summary>A consensus score below it disqualifies (A4-11).</summary>
    public int? Minimum { get; init; }

    /// <summary>What each score means, from 0 up; as many as the scale has steps.</summary>
    public IReadOnlyList<string> Descriptors { get; init; } = [];
}

/// <summary>The shapes an answer may take.</summary>
public enum QuestionKind
{
    Text,
    Number,
    Choice,
    YesNo,
}

/// <summary>A question that a bid for the lot answers.</summary>
public sealed record LotQuestion
{
    public required string Code { get; init; }

    /// <summary>The criterion under which the answer is scored; null for information only.</summary>
    public string? CriterionCode { get; init; }

    public required string Text { get; init; }

    public string Guidance { get; init; } = "";

    public QuestionKind Kind { get; init; }

    public bool Required { get; init; } = true;

    public int? MaxWords { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>One price that a bid for the lot gives, for a unit, perhaps under a ceiling.</summary>
public sealed record PriceLine
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>week, night, hour, mile …</summary>
    public required string Unit { get; init; }

    public bool Required { get; init; } = true;

    public Money? Ceiling { get; init; }

    /// <summary>So many units are assumed over the whole term of the contract; null where nobody can say. Left out of the frozen text where it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Assumed { get; init; }
}

/// <summary>A piece of evidence that a bid for the lot uploads.</summary>
public sealed record RequiredDocument
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public bool Required { get; init; } = true;

    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>File name endings without the dot: pdf, docx.</summary>
    public IReadOnlyList<string> Types { get; init; } = ["pdf", "docx"];
}

/// <summary>A statement that a bidder makes by ticking it.</summary>
public sealed record Declaration
{
    public required string Code { get; init; }

    public required string Text { get; init; }

    public bool Required { get; init; } = true;
}

/// <summary>The published price method with every setting that could change a result, in the words of the price calculator (C1, C2-01).</summary>
public sealed record PriceMethodChoice
{
    public const string SumOfLines = "sum";

    /// <summary>lowestPrice, linear, differential, mean, ceilingFloor, benchmark, pricePerQualityPoint, fixedPrice.</summary>
    public string Method { get; init; } = "lowestPrice";

    public Money? Ceiling { get; init; }

    public Money? Floor { get; init; }

    public Money? Benchmark { get; init; }

    public bool RejectAboveCeiling { get; init; }

    /// <summary><c>fullMarks</c> or null.</summary>
    public string? SingleBidRule { get; init; }

    /// <summary><c>refuse</c>, <c>fullMarks</c> or, where nothing is said, null; methods that divide by prices must say (C2-13).</summary>
    public string? NilPriceRule { get; init; } = "refuse";

    /// <summary>Places to which the total is rounded.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary><c>rounded</c> or <c>exact</c> (C2-10).</summary>
    public string TiesOn { get; init; } = "rounded";

    /// <summary>higherQualityTotal, heaviestCriterion, lowerPrice, refer (C2-11).</summary>
    public IReadOnlyList<string> TieLadder { get; init; } = ["higherQualityTotal", "heaviestCriterion", "lowerPrice", "refer"];

    /// <summary>The code of the price line that is assessed, or <see cref="SumOfLines"/>.</summary>
    public string AssessedLine { get; init; } = SumOfLines;

    /// <summary>A specialist lot: the price is an itemised open-book package, scored whole by a published absolute rule and never by a contest of unit prices (C2-15). Left out of the frozen text where it does not hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OpenBook { get; init; }

    /// <summary>A price strictly below this percentage of the mean of the others is asked about (A4-04, C2-14).</summary>
    public decimal? AbnormallyLowBelowPercent { get; init; }

    /// <summary>Price is not weighted against quality under these two: the price criterion weighs 0.</summary>
    public bool PriceWeighsNothing => Method is "pricePerQualityPoint" or "fixedPrice";
}
