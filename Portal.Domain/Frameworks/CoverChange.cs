using System.Text.Json.Serialization;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>What the parties agreed when a lot is to be for others than its notice said (s.74): why, by which variation, and under which rules the framework was tendered.</summary>
/// <param name="Agreed">The variation or deed, by number and day.</param>
/// <param name="Regime">Null where the framework was not tendered here.</param>
/// <param name="ChangeNotice">The published contract change notice (UK10); null where none is published.</param>
public sealed record CoverModification(string Reason, string Agreed, Regime? Regime, string? ChangeNotice);

/// <summary>One recorded modification of whom a lot is for; what the notice said stays readable in the first.</summary>
public sealed record CoverChange(LotCover Before, LotCover After, string Reason, string Agreed, string? ChangeNotice, string ByName, DateTimeOffset At);

/// <summary>One change of the value that a framework may come to.</summary>
/// <param name="ChangeNotice">The published contract change notice (UK10) that it follows; null where none is owed (s.74(2), s.75).</param>
/// <param name="Agreed">The variation that the parties agreed, by number and day; null where it follows a notice.</param>
public sealed record CapChange(Kernel.Money Before, Kernel.Money After, string? ChangeNotice, string ByName, DateTimeOffset At, string? Agreed = null, string? Reason = null)
{
    /// <summary>On what it rests.</summary>
    [JsonIgnore]
    public string InWords => ChangeNotice is { } notice ? $"by contract change notice {notice}." : $"as agreed by: {Agreed}. Why: {Reason}";
}
