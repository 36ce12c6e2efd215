using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>An uplift's id.</summary>
public readonly record struct UpliftId(Guid Value) : ITypedId<UpliftId>
{
    public static UpliftId From(Guid value) => new(value);
}

/// <summary>How far an uplift has come.</summary>
public enum UpliftStage
{
    Asked,
    BeforeBoard,
    Carried,
    Confirmed,
    InForce,
    Refused,
    Withdrawn,
    NotQuorate,
    Overtaken,
}

/// <summary>A provider's request to raise its homes' prices on a lot under the framework's uplift rule: evidence, the board's vote, finance, and the day from which new versions of the schedules hold. Never silently, never backwards.</summary>
public sealed partial class Uplift : Aggregate
{
    private static readonly Lifecycle<UpliftStage> Moves = new(
        (UpliftStage.Asked, UpliftStage.BeforeBoard),
        (UpliftStage.BeforeBoard, UpliftStage.Carried),
        (UpliftStage.Carried, UpliftStage.Confirmed),
        (UpliftStage.Confirmed, UpliftStage.InForce),
        (UpliftStage.Asked, UpliftStage.Refused),
        (UpliftStage.BeforeBoard, UpliftStage.Refused),
        (UpliftStage.Carried, UpliftStage.Refused),
        (UpliftStage.Asked, UpliftStage.Withdrawn),
        (UpliftStage.BeforeBoard, UpliftStage.Withdrawn),
        (UpliftStage.Carried, UpliftStage.Withdrawn),
        (UpliftStage.BeforeBoard, UpliftStage.NotQuorate),
        (UpliftStage.Asked, UpliftStage.Overtaken),
        (UpliftStage.BeforeBoard, UpliftStage.Overtaken),
        (UpliftStage.Carried, UpliftStage.Overtaken),
        (UpliftStage.Confirmed, UpliftStage.Overtaken));

    private readonly List<UpliftHome> homes = [];
    private readonly List<BoardVote> votes = [];

    private Uplift()
    {
    }

    public UpliftId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public UpliftStage Stage { get; private set; }

    /// <summary>How much every price of the homes rises, in per cent.</summary>
    public decimal Percent { get; private set; }

    /// <summary>The most that the rule permitted when it was asked, in per cent.</summary>
    public decimal PermittedPercent { get; private set; }

    /// <summary>The rule and the index figure as they stood when it was asked.</summary>
    public string Rule { get; private set; } = "";

    public int QuorumPercent { get; private set; }

    public int VoteDays { get; private set; }

    public bool OverRule => Percent > PermittedPercent;

    public string Because { get; private set; } = "";

    /// <summary>Documents of the provider's evidence library.</summary>
    public List<Guid> Evidence { get; private set; } = [];

    public PersonId AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The day from which it is asked.</summary>
    public DateOnly AskedFrom { get; private set; }

    /// <summary>The day from which the new versions hold: the day asked for, or the day after finance confirmed when that is later; null until then.</summary>
    public DateOnly? HoldsFrom { get; private set; }

    public IReadOnlyList<UpliftHome> Homes => homes;

    public IReadOnlyList<BoardVote> Votes => votes;

    public bool IsOpen => Stage is UpliftStage.Asked or UpliftStage.BeforeBoard or UpliftStage.Carried or UpliftStage.Confirmed;

    internal string Subject => $"uplift/{Id.Value}";

    public static Uplift Ask(UpliftRule rule, FrameworkLot lot, UpliftAsked asked, IReadOnlyList<HomeAdmission> homes, Actor by, DateTimeOffset now)
    {
        Given.Reason(asked.Because, "Because");
        RuleBroken.If([.. WhatIsWrong(rule, asked, Law.LondonTime.DateOf(now)), .. homes.SelectMany(h => UpliftHome.WhatIsWrong(h, lot, asked))]);
        var uplift = new Uplift
        {
            Id = Kernel.Id.New<UpliftId>(),
            Framework = rule.Framework,
            FrameworkRef = rule.FrameworkRef,
            LotNumber = lot.Number,
            Provider = by.Organisation,
            Percent = asked.Percent,
            PermittedPercent = rule.PermittedOn(asked.From)!.Value,
            Rule = InWords(rule, asked.From),
            QuorumPercent = rule.TermsOn(asked.From).QuorumPercent,
            VoteDays = rule.TermsOn(asked.From).VoteDays,
            Because = asked.Because.Trim(),
            Evidence = [.. asked.Evidence.Distinct()],
            AskedBy = by.Person,
            AskedByName = by.Name,
            AskedAt = now,
            AskedFrom = asked.From,
        };
        uplift.homes.AddRange(homes.Select(h => new UpliftHome(uplift.Id, h, asked)));
        uplift.Happened("uplift.asked", uplift.Subject, new { uplift.FrameworkRef, uplift.LotNumber, uplift.Provider, asked.Percent, uplift.PermittedPercent, uplift.OverRule, asked.From, homes = homes.Select(h => h.HomeUrn), uplift.Evidence });
        return uplift;
    }

    /// <summary>The rule of a day in one sentence with the figures it had.</summary>
    public static string InWords(UpliftRule rule, DateOnly on) => InWords(rule.TermsOn(on), rule.FigureOn(on));

    private static string InWords(UpliftTerms terms, RecordedFigure? figure) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"The lower of {terms.CapPercent:0.##} % and the {terms.Index} ({(figure is { } index ? $"{index.Percent:0.##} %, {index.Period}, {index.Source}" : "not recorded yet")}){(terms.ReviewAbovePercent is { } trigger ? $"; the board may look at more while the index is above {trigger:0.##} %" : "")}. {terms.Published}");

    private static IEnumerable<Reason> WhatIsWrong(UpliftRule rule, UpliftAsked asked, DateOnly today)
    {
        UpliftTerms terms = rule.TermsOn(asked.From);
        if (rule.PermittedOn(asked.From) is not { } permitted)
        {
            yield return new Reason("NO_INDEX", "The index figure of this year is not recorded yet. The framework’s lead records it, then you can ask.", "care-sector §1.3");
            yield break;
        }

        if (asked.Percent is <= 0m or > 100m || decimal.Round(asked.Percent, 2) != asked.Percent)
        {
            yield return new Reason("PERCENT", "Ask for a rise above 0 and at most 100 per cent, with at most two decimals.", Field: "Percent");
        }
        else if (asked.Percent > permitted && !rule.MayExceedOn(asked.From))
        {
            yield return new Reason("OVER_RULE", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"You ask for {asked.Percent:0.##} %; the framework’s rule permits {permitted:0.##} % at most, and its terms provide for no more at this index. Ask for {permitted:0.##} % or less."), "care-sector §1.3", "Percent");
        }

        if (asked.From < today.AddDays(terms.VoteDays + 1))
        {
            yield return new Reason("UPLIFT_TOO_SOON", $"The board has {terms.VoteDays} days to vote and prices never change backwards. Ask from {Law.LondonTime.Day(today.AddDays(terms.VoteDays + 1))} or later.", "care-sector §1.3", "From");
        }

        if (asked.From < terms.EarliestOn)
        {
            yield return new Reason("UPLIFT_EARLIEST", $"The framework’s rule lets prices rise from {Law.LondonTime.Day(terms.EarliestOn.Value)} at the earliest.", "care-sector §1.3", "From");
        }

        if (asked.Evidence.Count == 0)
        {
            yield return new Reason("EVIDENCE_MISSING", "Choose at least one document that shows why your costs have risen.", "care-sector §5", "Evidence");
        }

        if (asked.Homes.Count == 0)
        {
            yield return new Reason("HOMES", "Choose at least one home.", Field: "Homes");
        }
    }

    private void Move(UpliftStage to, string action, object payload)
    {
        Stage = Moves.Move(Stage, to, $"The uplift on lot {LotNumber} of {FrameworkRef}");
        Happened(action, Subject, payload);
    }
}

/// <summary>What a provider asks: how much, from when, why, with which documents, for which homes.</summary>
public sealed record UpliftAsked(decimal Percent, DateOnly From, string Because, IReadOnlyCollection<Guid> Evidence, IReadOnlyCollection<string> Homes);
