using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Clarifications;

/// <summary>What everybody who has shown interest reads of a published answer.</summary>
internal static class AnswerNews
{
    public static TenderNews Of(Tender tender, Clarification answered)
    {
        string change = answered.ByChange is { } number ? $"\n\nChange {number} of the tender carries it: see what changed." : "";
        return new TenderNews($"Question {answered.Number} about tender {tender.Ref} is answered", $"{answered.PublishedQuestion}\n\n{answered.Answer}{change}", $"/tenders/{tender.Ref}/questions", $"answer/{answered.Number}");
    }
}
