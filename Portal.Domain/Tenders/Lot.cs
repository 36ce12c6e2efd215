using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>A lot's id.</summary>
public readonly record struct LotId(Guid Value) : ITypedId<LotId>
{
    public static LotId From(Guid value) => new(value);
}

/// <summary>What a lot is, before how it is assessed.</summary>
public sealed record LotBasics
{
    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>In the gate's vocabulary: residential, crisis, therapeutic …</summary>
    public string ServiceType { get; init; } = "";

    public bool PerHome { get; init; }

    public Money? NetValue { get; init; }

    public Money? GrossValue { get; init; }

    /// <summary>Region codes or authority codes where the service is wanted.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public DateOnly? ExtensionsTo { get; init; }

    /// <summary>Whom the lot is for: need, ages, area; null where the notice says nothing.</summary>
    public LotCover? Cover { get; init; }

    /// <summary>Particularly suitable for small and medium-sized enterprises (A4-06, B1-21).</summary>
    public bool SuitsSmes { get; init; } = true;

    /// <summary>Particularly suitable for voluntary, community and social enterprises (A4-06, B1-21).</summary>
    public bool SuitsVcses { get; init; } = true;
}

/// <summary>A part of a tender that is bid for, evaluated and awarded on its own.</summary>
public sealed class Lot
{
    private Lot()
    {
    }

    /// <summary>Lots as people say them: "lot 2", "lots 1, 3 and 4".</summary>
    public static string InWords(IReadOnlyList<string> numbers) =>
        numbers.Count < 2 ? $"lot {string.Concat(numbers)}" : $"lots {string.Join(", ", numbers.Take(numbers.Count - 1))} and {numbers[^1]}";

    public LotId Id { get; private set; }

    public TenderId Tender { get; private set; }

    /// <summary>As published and as addresses use it: <c>1</c>, <c>7a</c>.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Quality once for the provider; price, evidence and admission per home.</summary>
    public bool PerHome { get; private set; }

    /// <summary>In the gate's vocabulary: residential, crisis, therapeutic …</summary>
    public string ServiceType { get; private set; } = "";

    public Money? NetValue { get; private set; }

    public Money? GrossValue { get; private set; }

    public List<string> Regions { get; private set; } = [];

    /// <summary>Whom the lot is for, as published and as the framework's lot takes it over; null where nothing is said.</summary>
    public LotCover? Cover { get; private set; }

    /// <summary>Particularly suitable for small and medium-sized enterprises (A2-04, A4-06).</summary>
    public bool SuitsSmes { get; private set; }

    /// <summary>Particularly suitable for voluntary, community and social enterprises (A4-06).</summary>
    public bool SuitsVcses { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public DateOnly? ExtensionsTo { get; private set; }

    /// <summary>In the order published; weights add up to exactly 100 (A4-12).</summary>
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public IReadOnlyList<LotQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<PriceLine> PriceLines { get; private set; } = [];

    public IReadOnlyList<RequiredDocument> RequiredDocuments { get; private set; } = [];

    public IReadOnlyList<Declaration> Declarations { get; private set; } = [];

    public PriceMethodChoice PriceMethod { get; private set; } = new();

    /// <summary>Why and when this lot alone ended without award; null while it goes on (A11-11).</summary>
    public LotEnding? Ended { get; private set; }

    /// <summary>How far its award has come; null while nobody was told of one.</summary>
    public LotAwarding? Awarding { get; private set; }

    /// <summary>In which award it is: 0 with all lots that are not awarded apart.</summary>
    public int Part => Awarding?.Part ?? 0;

    public Criterion? PriceCriterion => Criteria.FirstOrDefault(c => c.Kind == CriterionKind.Price);

    public IEnumerable<Criterion> QualityCriteria => Criteria.Where(c => c.Kind == CriterionKind.Quality);

    public void Describe(LotBasics basics)
    {
        Title = Tenders.Tender.Wanted(basics.Title, 250, "Title", "a title of the lot");
        Description = basics.Description.Trim();
        ServiceType = basics.ServiceType.Trim();
        PerHome = basics.PerHome;
        NetValue = basics.NetValue;
        GrossValue = basics.GrossValue;
        Regions = [.. basics.Regions.Distinct()];
        Cover = basics.Cover is { IsBlank: false } stated ? stated.Checked() : null;
        StartsOn = basics.StartsOn;
        EndsOn = basics.EndsOn;
        ExtensionsTo = basics.ExtensionsTo;
        SuitsSmes = basics.SuitsSmes;
        SuitsVcses = basics.SuitsVcses;
    }

    /// <summary>Replaces the criteria; weights need not add up yet, publication insists (A4-12).</summary>
    public void AssessBy(IReadOnlyList<Criterion> criteria)
    {
        Codes.MustBeDistinct(criteria.Select(c => c.Code), "Criteria", "criterion");
        if (criteria.Any(c => c.Weight is < 0 or > 100))
        {
            throw new RuleBroken("WEIGHT", "A weight is a percentage from 0 to 100.", "A4-12", "Criteria");
        }

        Criteria = [.. criteria];
    }

    public void Ask(IReadOnlyList<LotQuestion> questions)
    {
        Codes.MustBeDistinct(questions.Select(q => q.Code), "Questions", "question");
        Questions = [.. questions];
    }

    public void PriceBy(IReadOnlyList<PriceLine> lines, PriceMethodChoice method)
    {
        Codes.MustBeDistinct(lines.Select(l => l.Code), "PriceLines", "price line");
        if (lines.Any(l => l.Assumed is <= 0 or > 10_000_000))
        {
            throw new RuleBroken("ASSUMED_QUANTITY", "An assumed quantity is above nothing and at most ten million. Leave it empty where nobody can say.", "A10-06", "PriceLines");
        }

        PriceLines = [.. lines];
        PriceMethod = method;
    }

    public void Require(IReadOnlyList<RequiredDocument> documents, IReadOnlyList<Declaration> declarations)
    {
        Codes.MustBeDistinct(documents.Select(d => d.Code), "Documents", "document");
        Codes.MustBeDistinct(declarations.Select(d => d.Code), "Declarations", "declaration");
        RequiredDocuments = [.. documents];
        Declarations = [.. declarations];
    }

    /// <summary>Takes over how another lot is assessed and what it asks.</summary>
    public void TakeContentsOf(Lot other)
    {
        Criteria = [.. other.Criteria];
        Questions = [.. other.Questions];
        PriceLines = [.. other.PriceLines];
        PriceMethod = other.PriceMethod;
        RequiredDocuments = [.. other.RequiredDocuments];
        Declarations = [.. other.Declarations];
    }

    internal void End(LotEnding ending) => Ended = ending;

    internal void GoOn(LotAwarding? awarding) => Awarding = awarding;

    /// <summary>The same lot judged by other criteria, to be looked at, not kept.</summary>
    internal Lot With(IReadOnlyList<Criterion> criteria)
    {
        var lot = new Lot { Number = Number };
        lot.TakeContentsOf(this);
        lot.AssessBy(criteria);
        return lot;
    }

    internal static Lot Of(TenderId tender, string number, LotBasics basics)
    {
        var lot = new Lot { Id = Kernel.Id.New<LotId>(), Tender = tender, Number = number };
        lot.Describe(basics);
        return lot;
    }
}
