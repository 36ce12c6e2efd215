using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>A check answer's id.</summary>
public readonly record struct CheckAnswerId(Guid Value) : ITypedId<CheckAnswerId>
{
    public static CheckAnswerId From(Guid value) => new(value);
}

/// <summary>Legal's reasoned answer to a suspicion that a live check raised, for the facts as they stood.</summary>
public sealed class CheckAnswer : Aggregate
{
    private CheckAnswer()
    {
    }

    public CheckAnswerId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public CheckKind Kind { get; private set; }

    public string LotNumber { get; private set; } = "";

    public string FactsSha256 { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static CheckAnswer To(CheckFinding finding, Tender tender, string reason, Actor by, DateTimeOffset now)
    {
        if (!finding.MayBeAnswered)
        {
            throw new RuleBroken("MUST_BE_PUT_RIGHT", "This finding cannot be answered away: it must be put right before anything is awarded.", finding.Rule, "Reason");
        }

        CheckAnswer answer = new()
        {
            Id = Kernel.Id.New<CheckAnswerId>(),
            Tender = tender.Id,
            Kind = finding.Kind,
            LotNumber = finding.LotNumber,
            FactsSha256 = finding.FactsSha256,
            Reason = Tenders.Tender.Wanted(reason, 4000, "Reason", "why the award may go on in spite of this finding"),
            ByName = by.Name,
            At = now,
        };
        answer.Happened("evaluation.checkAnswered", tender.Subject, new { finding.Kind, lot = finding.LotNumber, finding.Text, finding.Facts, answer.Reason });
        return answer;
    }
}
