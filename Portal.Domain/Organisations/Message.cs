using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A message's id.</summary>
public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    public static MessageId From(Guid value) => new(value);
}

/// <summary>A message in the portal: to one person, or to everybody who holds a role (or any role) in an organisation. Never any sealed content or a child's data.</summary>
public sealed class Message
{
    private Message()
    {
    }

    private Message(string subject, string body, string link, DateTimeOffset now)
    {
        Id = Kernel.Id.New<MessageId>();
        (Subject, Body, Link, SentAt, MailDueAt) = (subject, body, link, now, now);
    }

    public MessageId Id { get; private set; }

    public PersonId? Person { get; private set; }

    public OrganisationId? Organisation { get; private set; }

    /// <summary>Null with an organisation: everybody there.</summary>
    public Role? Role { get; private set; }

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Where to act, within the portal: <c>/tenders/WM-2026-0001</c>.</summary>
    public string Link { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public PersonId? ReadBy { get; private set; }

    /// <summary>When the notice by e-mail is next tried; null once sent or given up.</summary>
    public DateTimeOffset? MailDueAt { get; private set; }

    public int MailAttempts { get; private set; }

    /// <summary>Says what it is the delivery of, so that the same thing is never told twice; null where nothing repeats it.</summary>
    public string? Key { get; private set; }

    public static Message ToPerson(PersonId person, string subject, string body, string link, DateTimeOffset now, string? key = null) =>
        new(subject, body, link, now) { Person = person, Key = key };

    public static Message ToOrganisation(OrganisationId organisation, Role? role, string subject, string body, string link, DateTimeOffset now, string? key = null) =>
        new(subject, body, link, now) { Organisation = organisation, Role = role, Key = key };

    /// <summary>The notice by e-mail goes out at this time or later.</summary>
    public Message MailedFrom(DateTimeOffset at)
    {
        MailDueAt = at;
        return this;
    }

    /// <summary>Whether this person, acting for this organisation, may see it.</summary>
    public bool IsFor(Actor actor) => Person == actor.Person || (Organisation == actor.Organisation && (Role is not { } role || actor.Is(role)));

    public void Read(Actor by, DateTimeOffset now) => (ReadAt, ReadBy) = (ReadAt ?? now, ReadBy ?? by.Person);

    /// <summary>What it asked for is done: nobody need read it any more.</summary>
    public void Withdraw(DateTimeOffset now) => ReadAt ??= now;

    public void Mailed() => (MailDueAt, MailAttempts) = (null, MailAttempts + 1);

    /// <summary>Tried again after 1, 2, 4 … minutes; given up after ten attempts (the message stays in the portal).</summary>
    public void MailFailed(DateTimeOffset now)
    {
        MailAttempts++;
        MailDueAt = MailAttempts >= 10 ? null : now.AddMinutes(Math.Pow(2, MailAttempts - 1));
    }
}
