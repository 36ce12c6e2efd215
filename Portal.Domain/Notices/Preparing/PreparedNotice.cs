using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>A prepared notice's id.</summary>
public readonly record struct PreparedNoticeId(Guid Value) : ITypedId<PreparedNoticeId>
{
    public static PreparedNoticeId From(Guid value) => new(value);
}

/// <summary>A notice that a person writes and publishes when it is whole; at most one of a kind is open for a tender at a time.</summary>
public sealed class PreparedNotice : Aggregate
{
    private PreparedNotice()
    {
    }

    public PreparedNoticeId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    public NoticeAnswers Answers { get; private set; } = NoticeAnswers.None;

    public PersonId ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The notice that came of it; null while it is open.</summary>
    public string? ReleaseId { get; private set; }

    public static PreparedNotice For(Tender tender, NoticeKind kind)
    {
        if (NoticeDuty.MakesItself(kind))
        {
            throw new RuleBroken("MAKES_ITSELF", $"The portal makes {NoticeWords.Of(kind).Number} by itself from what happens to the tender.", NoticeWords.Of(kind).Rule);
        }

        return new PreparedNotice { Id = Kernel.Id.New<PreparedNoticeId>(), Tender = tender.Id, TenderRef = tender.Ref, Kind = kind };
    }

    /// <summary>Keeps the answers, whole or not; what is misshapen is refused.</summary>
    public void Answer(Tender tender, NoticeAnswers answers, Actor by, DateTimeOffset now)
    {
        MustBeOpen();
        RuleBroken.If(AnswerCheck.Misshapen(Kind, answers, tender));
        (Answers, ChangedBy, ChangedAt) = (answers, by.Person, now);
        Happened("notice.prepared", $"tender/{TenderRef}", new { notice = NoticeWords.Of(Kind).Number, kind = Kind, answered = answers.Values.Keys.Order() });
    }

    /// <summary>It is public under that id; from now on it never changes.</summary>
    public void BecamePublic(string releaseId)
    {
        MustBeOpen();
        ReleaseId = releaseId;
    }

    private void MustBeOpen()
    {
        if (ReleaseId is not null)
        {
            throw new RuleBroken("PUBLISHED_ALREADY", $"This notice was published as {ReleaseId} and cannot be changed. Prepare another.", "A14");
        }
    }
}
