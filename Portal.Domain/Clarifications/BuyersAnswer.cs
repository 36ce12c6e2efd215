namespace Portal.Domain.Clarifications;

/// <summary>What an answer does: it explains what is published, or it needs the documents to change (A7-04, C2-08).</summary>
public enum AnswerEffect
{
    Explains,
    ChangesDocuments,
}

/// <summary>What the buyer answers, to all or, with a reason, to the asker alone.</summary>
public sealed record BuyersAnswer(string PublishedQuestion, string Answer, string? ConfidentialReason = null)
{
    public AnswerEffect Effect { get; init; }
}

/// <summary>An answer that changes the documents, kept until the change is published with it.</summary>
public sealed record HeldAnswer(string Question, string Answer, string ByName, DateTimeOffset At);
