using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>One person's signature under a fee, in one role.</summary>
public sealed class FeeSignature
{
    private FeeSignature()
    {
    }

    internal FeeSignature(FeeApprovalId fee, Role role, Actor actor, string? comment, DateTimeOffset at) =>
        (Id, Fee, Role, Person, PersonName, Comment, At) = (Guid.CreateVersion7(), fee, role, actor.Person, actor.Name, comment, at);

    public Guid Id { get; private set; }

    public FeeApprovalId Fee { get; private set; }

    public Role Role { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public string? Comment { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>A question about a fee and its answer.</summary>
public sealed class FeeQuery
{
    private FeeQuery()
    {
    }

    internal FeeQuery(FeeApprovalId fee, Actor asker, string question, DateTimeOffset at) =>
        (Id, Fee, AskedBy, AskerName, Question, AskedAt) = (Guid.CreateVersion7(), fee, asker.Person, asker.Name, question, at);

    public Guid Id { get; private set; }

    public FeeApprovalId Fee { get; private set; }

    public PersonId AskedBy { get; private set; }

    public string AskerName { get; private set; } = "";

    public string Question { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public string? AnswererName { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void AnswerWith(Actor actor, string answer, DateTimeOffset at) => (Answer, AnswererName, AnsweredAt) = (answer, actor.Name, at);
}
