using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Clarifications;

/// <summary>An e-mail record's id.</summary>
public readonly record struct EmailRecordId(Guid Value) : ITypedId<EmailRecordId>
{
    public static EmailRecordId From(Guid value) => new(value);
}

/// <summary>An e-mail as it came, to be put on record.</summary>
public sealed record ReceivedEmail(string From, DateTimeOffset SentAt, string Subject, string Text);

/// <summary>A supplier's e-mail about a tender, put on record so that nothing is said outside the portal (A13-02, s.98). Buyer and legal read it; the log holds its hash, never who wrote.</summary>
public sealed class EmailRecord : Aggregate
{
    private EmailRecord()
    {
    }

    public EmailRecordId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string From { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Of the text as recorded.</summary>
    public string Sha256 { get; private set; } = "";

    public PersonId ImportedBy { get; private set; }

    public string ImportedByName { get; private set; } = "";

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>The question it became, if it asked one.</summary>
    public int? QuestionNumber { get; private set; }

    public static EmailRecord Import(Tender tender, ReceivedEmail email, int? question, Actor by, DateTimeOffset now)
    {
        if (email.SentAt > now)
        {
            throw new RuleBroken("SENT_AHEAD", "An e-mail cannot have been sent in the future. Check day and time.", field: "SentAt");
        }

        var record = new EmailRecord
        {
            Id = Kernel.Id.New<EmailRecordId>(),
            Tender = tender.Id,
            From = Clarification.Wanted(email.From, "From", "who sent it"),
            SentAt = email.SentAt,
            Subject = Clarification.Wanted(email.Subject, "Subject", "its subject"),
            Text = Clarification.Wanted(email.Text, "Text", "what it says"),
            ImportedBy = by.Person,
            ImportedByName = by.Name,
            ImportedAt = now,
            QuestionNumber = question,
        };
        record.Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Text)));
        record.Happened("clarification.emailImported", tender.Subject, new { record.Id, record.SentAt, record.Sha256, question });
        return record;
    }
}
