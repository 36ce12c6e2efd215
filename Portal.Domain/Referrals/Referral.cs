using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>A referral's id.</summary>
public readonly record struct ReferralId(Guid Value) : ITypedId<ReferralId>
{
    public static ReferralId From(Guid value) => new(value);
}

/// <summary>Where a referral stands; only the verbs of <see cref="Referral"/> move it.</summary>
public enum ReferralStage
{
    Sent,
    WindowClosed,
    Placed,
    Withdrawn,
}

/// <summary>A pseudonymous request for a place, sent to every eligible provider of every suitable type at once (seed 001: no sequential sourcing).</summary>
public sealed partial class Referral : Aggregate
{
    private static readonly Lifecycle<ReferralStage> Moves = new(
        (ReferralStage.Sent, ReferralStage.WindowClosed),
        (ReferralStage.Sent, ReferralStage.Placed),
        (ReferralStage.WindowClosed, ReferralStage.Placed),
        (ReferralStage.Sent, ReferralStage.Withdrawn),
        (ReferralStage.WindowClosed, ReferralStage.Withdrawn));

    private readonly List<ReferralRecipient> recipients = [];

    private Referral()
    {
    }

    public ReferralId Id { get; private set; }

    /// <summary>The reference people and addresses use: <c>R-2026-1A2B3C4D</c>.</summary>
    public string Ref { get; private set; } = "";

    public OrganisationId Authority { get; private set; }

    public PersonId RaisedBy { get; private set; }

    /// <summary>The authority's own pseudonymous reference; never a name.</summary>
    public string ChildReference { get; private set; } = "";

    public int ChildAge { get; private set; }

    /// <summary>Every service type that would suit the child, in the gate's vocabulary; all are searched in parallel.</summary>
    public List<string> ServiceTypes { get; private set; } = [];

    /// <summary>Needs in the common vocabulary (db/seed/needs_codes.csv).</summary>
    public List<string> Needs { get; private set; } = [];

    public string Conditions { get; private set; } = "";

    /// <summary>Who codesigned it: those who know the child.</summary>
    public string CodesignedWith { get; private set; } = "";

    /// <summary>What the child says, in words that do not identify the child.</summary>
    public string ChildsViews { get; private set; } = "";

    public string Urgency { get; private set; } = "";

    public DateTimeOffset NeededBy { get; private set; }

    public DateTimeOffset KnownSince { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset WindowClosesAt { get; private set; }

    public DateTimeOffset? WindowClosedAt { get; private set; }

    /// <summary>Where else the authority searched, beyond the frameworks.</summary>
    public string? WiderSearch { get; private set; }

    public ReferralStage Stage { get; private set; }

    public IReadOnlyList<ReferralRecipient> Recipients => recipients;

    public string AgeBand => AgeBandOf(ChildAge);

    private string Subject => $"referral/{Ref}";

    /// <summary>The bands in which prices and referrals are stated (care-sector §1.3).</summary>
    public static string AgeBandOf(int age) => age switch
    {
        <= 4 => "0-4",
        <= 10 => "5-10",
        <= 15 => "11-15",
        <= 17 => "16-17",
        _ => "18-25",
    };

    /// <summary>Raises it and sends it to all recipients at the same instant.</summary>
    public static Referral Send(Actor by, ReferralNeed need, IReadOnlyCollection<OrganisationId> providers, string reference, DateTimeOffset now)
    {
        RuleBroken.If(WhatIsWrong(need, now));
        var referral = new Referral
        {
            Id = Kernel.Id.New<ReferralId>(),
            Ref = reference,
            Authority = by.Organisation,
            RaisedBy = by.Person,
            ChildReference = need.ChildReference.Trim(),
            ChildAge = need.ChildAge,
            ServiceTypes = [.. need.ServiceTypes.Distinct()],
            Needs = [.. need.Needs.Distinct()],
            Conditions = need.Conditions ?? "",
            CodesignedWith = need.CodesignedWith ?? "",
            ChildsViews = need.ChildsViews ?? "",
            Urgency = need.Urgency,
            NeededBy = need.NeededBy,
            KnownSince = need.KnownSince ?? now,
            SentAt = now,
            WindowClosesAt = need.WindowClosesAt,
        };
        referral.recipients.AddRange(providers.Distinct().Select(p => new ReferralRecipient(referral.Id, p, now)));
        referral.Happened("referral.sent", referral.Subject, new { referral.AgeBand, referral.ServiceTypes, referral.Needs, referral.Urgency, recipients = referral.recipients.Count, referral.WindowClosesAt });
        return referral;
    }

    /// <summary>Open to answers at that instant: the window has not passed, nobody closed it, the child is not placed.</summary>
    public bool TakesAnswers(DateTimeOffset now) => Stage == ReferralStage.Sent && now < WindowClosesAt;

    public bool IsWindowClosed(DateTimeOffset now) =>
        Stage != ReferralStage.Sent || now >= WindowClosesAt || (recipients.Count > 0 && recipients.TrueForAll(r => r.AnsweredAt is not null));

    /// <summary>Ends the waiting early; the reason is kept because it narrows the search.</summary>
    public void CloseWindow(Actor by, string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why the window is closed early. Providers who have not answered can ask.", field: "Reason");
        }

        Stage = Moves.Move(Stage, ReferralStage.WindowClosed, $"Referral {Ref}");
        WindowClosedAt = now;
        Happened("referral.windowClosed", Subject, new { by = by.Person, reason });
    }

    public void RecordWiderSearch(string where)
    {
        if (string.IsNullOrWhiteSpace(where))
        {
            throw new RuleBroken("SEARCH_MISSING", "Say where you searched and with what result.", field: "WiderSearch");
        }

        WiderSearch = where.Trim();
        Happened("referral.widerSearchRecorded", Subject, new { where = WiderSearch });
    }

    /// <summary>A place was called off on it, for the first time or after the child moved.</summary>
    public void MarkPlaced(string callOffRef)
    {
        if (Stage != ReferralStage.Placed)
        {
            Stage = Moves.Move(Stage, ReferralStage.Placed, $"Referral {Ref}");
        }

        Happened("referral.placed", Subject, new { callOffRef });
    }

    /// <summary>The child needs no place any more: stays, or has one elsewhere.</summary>
    public void Withdraw(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why no place is needed any more. No names.", field: "Reason");
        }

        Stage = Moves.Move(Stage, ReferralStage.Withdrawn, $"Referral {Ref}");
        Happened("referral.withdrawn", Subject, new { reason = reason.Trim() });
    }

    /// <summary>Notes that a recipient answered; a stranger or an answer after the window is refused.</summary>
    internal void TakeAnswer(OrganisationId provider, DateTimeOffset now)
    {
        ReferralRecipient recipient = recipients.Find(r => r.Provider == provider) ?? throw new NotFound($"Referral {Ref}");
        if (!TakesAnswers(now))
        {
            throw new RuleBroken("WINDOW_CLOSED", "The response window of this referral has closed. Ring the placing authority if you have a place tonight.");
        }

        recipient.Answer(now);
    }

    private static List<Reason> WhatIsWrong(ReferralNeed need, DateTimeOffset now)
    {
        List<Reason> wrong = [];
        if (!Pseudonym().IsMatch(need.ChildReference.Trim()))
        {
            wrong.Add(new Reason("CHILD_REFERENCE", "Use your case system’s pseudonymous reference: letters and at least one digit, no spaces, never a name.", Field: "ChildReference"));
        }

        if (need.ServiceTypes.Count == 0)
        {
            wrong.Add(new Reason("SERVICE_TYPES", "Choose every type of service that would suit the child.", Field: "ServiceTypes"));
        }

        if (need.ChildAge is < 0 or > 17)
        {
            wrong.Add(new Reason("CHILD_AGE", "Enter an age from 0 to 17.", Field: "ChildAge"));
        }

        if (need.KnownSince > now)
        {
            wrong.Add(new Reason("KNOWN_SINCE", "A need cannot have been known since a day to come.", Field: "KnownSince"));
        }

        if (need.WindowClosesAt <= now)
        {
            wrong.Add(new Reason("WINDOW", "The response window must close in the future.", Field: "WindowClosesAt"));
        }

        return wrong;
    }

    [GeneratedRegex(@"^(?=.*\d)[A-Za-z0-9][A-Za-z0-9/_-]{2,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym();
}

/// <summary>What a referral asks for; no name, address or other detail that identifies the child.</summary>
public sealed record ReferralNeed
{
    public required string ChildReference { get; init; }

    public required int ChildAge { get; init; }

    public required IReadOnlyList<string> ServiceTypes { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    public string? Conditions { get; init; }

    public string? CodesignedWith { get; init; }

    public string? ChildsViews { get; init; }

    public required string Urgency { get; init; }

    public required DateTimeOffset NeededBy { get; init; }

    public DateTimeOffset? KnownSince { get; init; }

    public required DateTimeOffset WindowClosesAt { get; init; }
}

/// <summary>One provider that a referral was sent to, when, and when it first answered.</summary>
public sealed class ReferralRecipient
{
    private ReferralRecipient()
    {
    }

    internal ReferralRecipient(ReferralId referral, OrganisationId provider, DateTimeOffset sentAt)
    {
        Referral = referral;
        Provider = provider;
        SentAt = sentAt;
    }

    public ReferralId Referral { get; private set; }

    public OrganisationId Provider { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Answer(DateTimeOffset now) => AnsweredAt ??= now;
}
