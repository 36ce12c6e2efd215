using System.Globalization;
using System.Text.Json.Serialization;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>What a framework's published terms say of rising prices.</summary>
/// <param name="Index">The index that prices follow: Consumer Prices Index.</param>
/// <param name="CapPercent">The most that prices rise in a year whatever the index says, in per cent.</param>
/// <param name="ReviewAbovePercent">An index above this lets the board look at more than the cap; null: the terms permit nothing above it.</param>
/// <param name="QuorumPercent">Part of the board that must vote for or against, or abstain.</param>
/// <param name="VoteDays">Days for which a vote stands open.</param>
/// <param name="Published">Where in the framework's terms this stands.</param>
/// <param name="EarliestOn">The first day on which prices may rise at all; null where the terms name none.</param>
public sealed record UpliftTerms(string Index, decimal CapPercent, decimal? ReviewAbovePercent, int QuorumPercent, int VoteDays, string Published, DateOnly? EarliestOn = null)
{
    /// <summary>Quorum of a board where nothing else is said (care-sector §1.1: 50 per cent).</summary>
    public const int UsualQuorum = 50;

    /// <summary>What pages and messages say of running placements, as their agreement has it.</summary>
    public const string Running = "In a placement that runs already the fee rises only as the framework provides, from a day to come.";

    /// <summary>Days to vote where nothing else is said.</summary>
    public const int UsualVoteDays = 14;

    /// <summary>The rule in one sentence.</summary>
    [JsonIgnore]
    public string InWords => string.Create(
        CultureInfo.InvariantCulture,
        $"Once a year at most, by the lower of {CapPercent:0.##} % and the {Index}{(EarliestOn is { } first ? $", from {LondonTime.Day(first)} at the earliest" : "")}, when the framework’s board has voted for it{(ReviewAbovePercent is { } trigger ? $"; the board may look at more while the index is above {trigger:0.##} %" : "")}.");

    /// <summary>Whether prices may rise further than by the other rule: by a higher cap, or by a review that the other lacks or begins later.</summary>
    public bool AllowsMoreThan(UpliftTerms other) => CapPercent > other.CapPercent
        || (ReviewAbovePercent is { } trigger && (other.ReviewAbovePercent is not { } later || trigger < later));

    /// <summary>What of it makes no sense; empty when all is well.</summary>
    public IEnumerable<Reason> WhatIsWrong()
    {
        if (string.IsNullOrWhiteSpace(Index))
        {
            yield return new Reason("INDEX_MISSING", "Name the index that prices follow.", "care-sector §1.3", "Index");
        }

        if (CapPercent is <= 0m or > 100m)
        {
            yield return new Reason("CAP", "The cap lies above 0 and at most at 100 per cent.", "care-sector §1.3", "CapPercent");
        }

        if (ReviewAbovePercent is < 0m or > 100m)
        {
            yield return new Reason("TRIGGER", "The review trigger lies between 0 and 100 per cent.", "care-sector §1.3", "ReviewAbovePercent");
        }

        if (QuorumPercent is < 1 or > 100)
        {
            yield return new Reason("QUORUM", "A quorum lies between 1 and 100 per cent of the board.", "care-sector §1.1", "QuorumPercent");
        }

        if (VoteDays is < 3 or > 60)
        {
            yield return new Reason("VOTE_DAYS", "A vote stands open for 3 to 60 days.", Field: "VoteDays");
        }
    }
}

/// <summary>What the parties agreed: from which day another rule holds, why, and by which variation or deed.</summary>
/// <param name="Agreed">The variation or deed, by number and day.</param>
/// <param name="Regime">The rules under which the framework was tendered; null where it was not tendered here.</param>
/// <param name="ChangeNotice">The published contract change notice (UK10) on which it rests; null where none is published.</param>
public sealed record UpliftVariation(DateOnly From, string Reason, string Agreed, Regime? Regime, string? ChangeNotice = null);

/// <summary>Another uplift rule from a day to come: what holds then, why, and who recorded it.</summary>
/// <param name="Variation">The variation or deed that the parties agreed, by number and day; null in what was recorded before it was asked for.</param>
public sealed record UpliftChange(UpliftTerms Terms, DateOnly From, string Reason, string ByName, DateTimeOffset RecordedAt, string? Variation = null)
{
    /// <summary>The second person; null in what was recorded before a second one was asked for.</summary>
    public string? AgreedByName { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>The contract change notice (UK10) on which it rests; null where none is owed.</summary>
    public string? ChangeNotice { get; init; }
}

/// <summary>A change of the uplift rule that one person has proposed and another has yet to agree.</summary>
public sealed record ProposedRule(UpliftTerms Terms, UpliftVariation Variation, PersonId By, string ByName, DateTimeOffset At);
