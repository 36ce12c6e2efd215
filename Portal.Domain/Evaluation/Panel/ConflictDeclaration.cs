using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Panel;

/// <summary>Where a panel member's declaration stands.</summary>
public enum ConflictStanding
{
    /// <summary>No conflict declared: access is given.</summary>
    Clear,

    /// <summary>A conflict is declared and waits for a reviewer: no access.</summary>
    Declared,

    /// <summary>Reviewed: may go on, with the mitigation recorded.</summary>
    Mitigated,

    /// <summary>Reviewed: takes no further part.</summary>
    SteppedDown,
}

/// <summary>What a panel member declared after the bidders were known, and what a reviewer decided (C2-09, s.81-83).</summary>
public sealed class ConflictDeclaration : Aggregate
{
    private ConflictDeclaration()
    {
    }

    public TenderId Tender { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public ConflictStanding Standing { get; private set; }

    /// <summary>Actual, potential or perceived: who, what, since when; empty where none is declared.</summary>
    public string Details { get; private set; } = "";

    public DateTimeOffset DeclaredAt { get; private set; }

    public string ReviewedByName { get; private set; } = "";

    public string ReviewReason { get; private set; } = "";

    public DateTimeOffset? ReviewedAt { get; private set; }

    public bool GivesAccess => Standing is ConflictStanding.Clear or ConflictStanding.Mitigated;

    public static ConflictDeclaration Of(Tender tender, Actor person, DateTimeOffset now) => Of(tender, person.Person, person.Name, now);

    public static ConflictDeclaration Of(Tender tender, PersonId person, string name, DateTimeOffset now) =>
        new() { Tender = tender.Id, Person = person, PersonName = name, DeclaredAt = now };

    /// <summary>Declares, or declares anew: a new fact takes access away until it is reviewed.</summary>
    public void Declare(Tender tender, bool conflict, string? details, DateTimeOffset now)
    {
        if (Standing == ConflictStanding.SteppedDown)
        {
            throw new RuleBroken("STEPPED_DOWN", "You have stepped down from this panel. Ask the commissioner.", "C2-09");
        }

        if (conflict && string.IsNullOrWhiteSpace(details))
        {
            throw new RuleBroken("DETAILS_MISSING", "Describe the conflict: with whom, what it is and since when.", "C2-09", "Details");
        }

        (Standing, Details, DeclaredAt) = (conflict ? ConflictStanding.Declared : ConflictStanding.Clear, conflict ? details!.Trim() : "", now);
        Happened("evaluation.conflictDeclared", tender.Subject, new { Person, conflict, Details });
    }

    /// <summary>Decides on a declared conflict: mitigated or stepped down, with the reason.</summary>
    public void Review(Tender tender, bool mayGoOn, string reason, Actor by, DateTimeOffset now)
    {
        if (Standing != ConflictStanding.Declared)
        {
            throw new RuleBroken("NOTHING_DECLARED", "There is no declared conflict of this person to review.", "C2-09");
        }

        if (by.Person == Person)
        {
            throw new RuleBroken("OWN_CONFLICT", "Nobody reviews their own conflict.", "C2-09");
        }

        string why = Tenders.Tender.Wanted(reason, 4000, "Reason", "why, and what is done about the conflict");
        Standing = mayGoOn ? ConflictStanding.Mitigated : ConflictStanding.SteppedDown;
        (ReviewedByName, ReviewReason, ReviewedAt) = (by.Name, why, now);
        Happened("evaluation.conflictReviewed", tender.Subject, new { Person, Standing, reason = why });
    }

    /// <summary>Takes no further part, for a reason such as long leave or a new post.</summary>
    public void Leave(Tender tender, string reason, Actor by, DateTimeOffset now)
    {
        if (Standing == ConflictStanding.SteppedDown)
        {
            throw new RuleBroken("STEPPED_DOWN", $"{PersonName} has left the panel already.", "C2-04", "Leaver");
        }

        string why = Tenders.Tender.Wanted(reason, 500, "Reason", "why the evaluator leaves");
        (Standing, ReviewedByName, ReviewReason, ReviewedAt) = (ConflictStanding.SteppedDown, by.Name, why, now);
        Happened("evaluation.memberLeft", tender.Subject, new { Person, reason = why });
    }
}
