namespace Portal.Domain.Notices.Preparing;

/// <summary>The grounds on which a contract may be awarded directly and for which a transparency notice is owed: Schedule 5, s.42 and the switch of s.43 (A9-02, A9-08). User choice (paragraphs 15 to 17) is left out: it has no notice (A9-06).</summary>
public static class DirectAwardGround
{
    /// <summary>A competition brought no tender, or no suitable one (s.43).</summary>
    public const string Switch = "section/43";

    public static IReadOnlyList<NoticeChoice> Choices { get; } =
    [
        new("schedule/5/paragraph/2", "Prototypes and development (Schedule 5 paragraphs 2-3)"),
        new("schedule/5/paragraph/4", "A unique work of art or artistic performance (paragraph 4)"),
        new("schedule/5/paragraph/5", "Intellectual property or other exclusive rights (paragraph 5)"),
        new("schedule/5/paragraph/6", "No competition for technical reasons and no reasonable alternative (paragraph 6)"),
        new("schedule/5/paragraph/7", "Additional or replacement supplies that must be compatible (paragraph 7)"),
        new("schedule/5/paragraph/8", "Repetition within five years, foreseen in the first notice (paragraph 8)"),
        new("schedule/5/paragraph/10", "Purchase on a commodity market (paragraph 10)"),
        new("schedule/5/paragraph/11", "Advantageous terms on insolvency (paragraphs 11-12)"),
        new("schedule/5/paragraph/13", "Extreme and unavoidable urgency (paragraphs 13-14)"),
        new("schedule/5/paragraph/18", "Defence and security (paragraphs 18-20)"),
        new("section/42", "Protecting life, public order or safety, by regulations (s.42)"),
        new(Switch, "A competition brought no tender or no suitable tender (s.43)"),
    ];
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
