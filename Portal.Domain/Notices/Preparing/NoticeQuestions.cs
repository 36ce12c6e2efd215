using static Portal.Domain.Notices.Preparing.AnswerKind;

namespace Portal.Domain.Notices.Preparing;

/// <summary>What each kind of prepared notice asks for, beyond what the tender says already.</summary>
public static class NoticeQuestions
{
    private static readonly NoticeQuestion TheLot = new("lot", "Which lot’s contract is it about?", Lot, true, "B1-02");

    private static readonly Dictionary<NoticeKind, NoticeQuestion[]> ByKind = new()
    {
        [NoticeKind.Pipeline] =
        [
            new("noticeOn", "When do you expect to publish the tender or transparency notice?", Day, true, "A3-01", "An estimate within 18 months of 1 April"),
            new("startsOn", "When do you expect the contract to start?", Day, true, "A3-01", "An estimate"),
            new("endsOn", "When do you expect it to end, extensions included?", Day, false, "A1-08", "An estimate"),
        ],
        [NoticeKind.MarketEngagement] =
        [
            new("engagement", "What do you want to find out, and how will you go about it?", Text, true, "A3-02", "Everybody who takes part must be told the same"),
            new("howToTakePart", "How can suppliers take part?", Text, true, "A3-02"),
            new("engageBy", "Until when can they take part?", Day, true, "A3-03"),
            new("noticeOn", "When do you expect to publish the tender notice?", Day, false, "A3-03", "An estimate"),
        ],
        [NoticeKind.PlannedProcurement] =
        [
            new("noticeOn", "When do you expect to publish the tender notice?", Day, true, "A3-04", "At least 40 days and at most 12 months from now to shorten a tendering period"),
            new("startsOn", "When do you expect the contract to start?", Day, true, "A3-04", "An estimate"),
            new("endsOn", "When do you expect it to end, extensions included?", Day, false, "A1-08", "An estimate"),
        ],
        [NoticeKind.Transparency] =
        [
            new("supplier", "To whom do you intend to award the contract?", Supplier, true, "A9-07"),
            new("ground", "On which ground?", Choice, true, "A9-02") { Choices = TransparencyGround.Choices },
            new("explanation", "Why does this ground apply?", Text, true, "A9-07", "Say it for each part of the ground, with the facts"),
            new("excluded", "Is the supplier an excluded supplier?", YesNo, true, "A9-01"),
            new("publicInterest", "If it is: which overriding public interest requires the award?", Text, false, "A9-01"),
            new("signOn", "When do you expect to sign?", Day, true, "A9-07", "An estimate"),
            new("startsOn", "When does the contract start?", Day, true, "A9-07"),
            new("endsOn", "When does it end?", Day, true, "A9-07"),
        ],
        [NoticeKind.ContractCopy] =
        [
            TheLot,
            new("address", "Where can everybody read the redacted copy?", Line, true, "A11-02", "An address beginning with https://"),
            new("withheld", "What was withheld, and on which ground?", Text, false, "A13-04", "Leave empty if the copy is complete"),
        ],
        [NoticeKind.ContractPerformance] =
        [
            TheLot,
            new("indicator", "Which performance indicator?", Line, true, "A11-04"),
            new("from", "From which day was it assessed?", Day, true, "A11-05"),
            new("to", "To which day?", Day, true, "A11-05", "At most 12 months"),
            new("rating", "How did the supplier perform?", Choice, true, "A11-05") { Choices = PerformanceRating.Choices },
            new("assessment", "What is the assessment based on?", Text, true, "A11-05"),
            new("failure", "Was there a breach or a failure to improve, and what followed?", Text, false, "A11-06", "Within 30 days of the partial termination, damages or settlement"),
        ],
        [NoticeKind.ContractChange] =
        [
            TheLot,
            new("description", "What is to change?", Text, true, "A11-08"),
            new("ground", "Why is the change permitted?", Choice, true, "A11-07") { Choices = ChangeGround.Choices },
            new("explanation", "Why does this ground apply?", Text, true, "A11-07"),
            new("changesOn", "When does the change take effect?", Day, true, "A11-08"),
            new("newValue", "What is the contract worth after the change, without VAT?", Amount, false, "A11-07", "Of a framework: what the whole lot may now come to, all suppliers together"),
            new("newEndsOn", "When does it end after the change?", Day, false, "A11-07"),
            new("standstill", "Do you offer a standstill of at least eight working days before the change?", YesNo, true, "A11-08"),
        ],
        [NoticeKind.ContractTermination] =
        [
            TheLot,
            new("endedOn", "On which day did the contract end?", Day, true, "A11-10"),
            new("reason", "Why did it end?", Choice, true, "A11-10") { Choices = EndOfContract.Choices },
            new("explanation", "What should the public know about it?", Text, false, "A11-10"),
        ],
        [NoticeKind.MarketIntention] =
        [
            new("scope", "What will be bought through the market?", Text, true, "A8-13"),
            new("conditions", "Which conditions must members meet?", Text, true, "A8-13", "They are fixed: they cannot change later, and there is no limit on members"),
            new("howToJoin", "How and where can suppliers join?", Text, true, "A8-13", "At any time while the market lasts"),
            new("establishedOn", "When do you expect to establish it?", Day, true, "A8-13", "An estimate"),
        ],
        [NoticeKind.MarketEstablishment] =
        [
            new("scope", "What is bought through the market?", Text, true, "A8-13"),
            new("conditions", "Which conditions do members meet?", Text, true, "A8-13"),
            new("howToJoin", "How and where can suppliers join?", Text, true, "A8-13"),
            new("establishedOn", "On which day was it established?", Day, true, "A8-13"),
        ],
        [NoticeKind.MarketModification] =
        [
            new("description", "What has changed?", Text, true, "A8-13", "Not the conditions for membership: those are fixed"),
            new("reason", "Why?", Text, true, "A8-13"),
            new("changedOn", "On which day?", Day, true, "A8-13"),
        ],
        [NoticeKind.MarketCessation] =
        [
            new("ceasedOn", "On which day did the market end?", Day, true, "A8-13"),
            new("reason", "Why did it end?", Text, true, "A8-13"),
        ],
    };

    /// <summary>The questions of a kind in their order; none where the portal makes the notice by itself.</summary>
    public static IReadOnlyList<NoticeQuestion> Of(NoticeKind kind) => ByKind.GetValueOrDefault(kind) ?? [];
}
