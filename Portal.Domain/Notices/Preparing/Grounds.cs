using Portal.Domain.Law;

namespace Portal.Domain.Notices.Preparing;

/// <summary>The grounds of a direct award for which a transparency notice is owed; user choice has none (A9-06).</summary>
public static class TransparencyGround
{
    public static IReadOnlyList<NoticeChoice> Choices { get; } = [.. DirectAwardGround.Held.Where(ground => ground.OwesNotices).Select(ground => new NoticeChoice(ground.Code, ground.Title))];
}

/// <summary>The ratings of s.71 (A11-05).</summary>
public static class PerformanceRating
{
    public static IReadOnlyList<NoticeChoice> Choices { get; } =
    [
        new("good", "Good"),
        new("approachingTarget", "Approaching target"),
        new("requiresImprovement", "Requires improvement"),
        new("inadequate", "Inadequate"),
        new("other", "Other"),
    ];
}

/// <summary>Why a contract may be changed (A11-07, s.74 and Schedule 8).</summary>
public static class ChangeGround
{
    public static IReadOnlyList<NoticeChoice> Choices { get; } =
    [
        new("lightTouch", "A light touch contract: the limits of s.74 do not apply (s.74(2))"),
        new("notSubstantial", "The change is not substantial (s.74(1))"),
        new("belowThreshold", "The change is below the threshold of s.74(4)"),
        new("providedFor", "The contract provides for it clearly (Schedule 8)"),
        new("urgency", "Urgency, or the protection of life (Schedule 8)"),
        new("unforeseeable", "Circumstances that could not be foreseen, at most 50% (Schedule 8)"),
        new("knownRisk", "A known risk came about, at most 50% (Schedule 8)"),
        new("additional", "Additional services that must come from the same supplier, at most 50% (Schedule 8)"),
        new("restructuring", "Transfer to another supplier on a corporate restructuring (Schedule 8)"),
    ];
}

/// <summary>How a contract came to its end (A11-10, s.80).</summary>
public static class EndOfContract
{
    public static IReadOnlyList<NoticeChoice> Choices { get; } =
    [
        new("expiry", "It ran its term"),
        new("performed", "Everything owed was done"),
        new("agreement", "Both sides agreed to end it"),
        new("authority", "The authority ended it by its terms"),
        new("supplier", "The supplier ended it by its terms"),
        new("breach", "It was ended for a breach"),
        new("implied", "It was ended under the implied right of s.78"),
        new("neverSigned", "The notice of its award was wrong: it was never entered into"),
    ];
}
