using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>A round of negotiation: every supplier that is left has one meeting of the same length, and whatever one is told all are told (s.12, s.20).</summary>
public sealed class NegotiationRound : Aggregate
{
    private NegotiationRound()
    {
    }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>What is to be talked about, told to everybody when the round begins.</summary>
    public string Agenda { get; private set; } = "";

    public int MinutesEach { get; private set; }

    public DateTimeOffset BeganAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    /// <summary>What everybody was told, each time all at the same moment.</summary>
    public IReadOnlyList<SharedWord> Shared { get; private set; } = [];

    private string Subject => $"tender/{TenderRef}";

    public static NegotiationRound Begin(Tender tender, int number, string agenda, DateTimeOffset now)
    {
        if (tender is not { Stage: TenderStage.Negotiating, Plan: { } plan })
        {
            throw new RuleBroken("WRONG_STAGE", $"{tender.Ref} is not being negotiated.", "A4-01");
        }

        if (number > plan.MostRounds)
        {
            throw new RuleBroken("ROUNDS_SPENT", $"The notice said at most {plan.MostRounds} {(plan.MostRounds == 1 ? "round" : "rounds")} of negotiation. Invite final tenders.", "A4-07");
        }

        var round = new NegotiationRound { Tender = tender.Id, TenderRef = tender.Ref, Number = number, Agenda = Wanted(agenda, "Agenda", "what is to be talked about"), MinutesEach = plan.MinutesEach, BeganAt = now };
        round.Happened("negotiation.roundBegan", round.Subject, new { number, round.MinutesEach, round.Agenda, with = tender.Invited });
        return round;
    }

    /// <summary>Records a supplier's meeting; the time offered is the same for all, and who used less says why.</summary>
    public void Hold(Tender tender, Meeting meeting, DateTimeOffset now)
    {
        RuleBroken.If([.. WhoIsMet(tender, meeting), .. HowLong(meeting), .. WhatIsRecorded(meeting, now)]);
        Meetings = [.. Meetings, meeting];
        Happened("negotiation.meetingHeld", Subject, new { Number, meeting });
        if (meeting.Told.Length > 0)
        {
            Share(meeting.Told, now);
        }
    }

    /// <summary>Tells everybody who is left the same.</summary>
    public void Share(string words, DateTimeOffset now)
    {
        MustRun();
        Shared = [.. Shared, new SharedWord(Wanted(words, "Words", "what everybody is told"), now)];
        Happened("negotiation.shared", Subject, new { Number, words = Shared[^1].Words });
    }

    /// <summary>Ends the round when everybody who is left has been met.</summary>
    public void End(Tender tender, DateTimeOffset now)
    {
        MustRun();
        int unmet = tender.Invited.Count(s => Meetings.All(m => m.Supplier != s));
        if (unmet > 0)
        {
            throw new RuleBroken("UNEQUAL_TIME", $"{unmet} {(unmet == 1 ? "supplier has" : "suppliers have")} not been met in this round. Everybody is given the same time.", "A5-01");
        }

        EndedAt = now;
        Happened("negotiation.roundEnded", Subject, new { Number, at = now, meetings = Meetings.Count });
    }

    private IEnumerable<Reason> WhoIsMet(Tender tender, Meeting meeting)
    {
        if (EndedAt is not null || tender.Stage != TenderStage.Negotiating)
        {
            yield return new Reason("ROUND_OVER", "This round is over.", "A4-01");
        }

        if (!tender.Invited.Contains(meeting.Supplier) || Meetings.Any(m => m.Supplier == meeting.Supplier))
        {
            yield return new Reason("ONE_MEETING", "Each supplier that is left has one meeting in a round, and this one has had it or is not left.", "A5-01", "Supplier");
        }
    }

    private IEnumerable<Reason> HowLong(Meeting meeting)
    {
        if (meeting.Minutes > MinutesEach || meeting.Minutes < 0)
        {
            yield return new Reason("UNEQUAL_TIME", $"Everybody is offered {MinutesEach} minutes in this round, nobody more.", "A5-01", "Minutes");
        }
        else if (meeting.Minutes < MinutesEach && meeting.WhyShorter.Length == 0)
        {
            yield return new Reason("WHY_SHORTER", $"Say why the supplier used less than the {MinutesEach} minutes it was offered.", "A5-01", "WhyShorter");
        }
    }

    private IEnumerable<Reason> WhatIsRecorded(Meeting meeting, DateTimeOffset now)
    {
        if (meeting.HeldAt > now || meeting.HeldAt < BeganAt.AddMinutes(-1))
        {
            yield return new Reason("MEETING_TIME", "A meeting is recorded after it was held, and lies within the round.", Field: "HeldAt");
        }

        if (meeting.Discussed.Length == 0 || meeting.ForBuyer.Length == 0 || meeting.ForSupplier.Length == 0)
        {
            yield return new Reason("MEETING_RECORD", "Say who took part on both sides and what was talked about.", "A13-01", "Discussed");
        }
    }

    private void MustRun()
    {
        if (EndedAt is not null)
        {
            throw new RuleBroken("ROUND_OVER", "This round is over.", "A4-01");
        }
    }

    private static string Wanted(string? text, string field, string what) => text?.Trim() switch
    {
        null or "" => throw new RuleBroken("MISSING", $"Enter {what}.", field: field),
        { Length: > 4000 } => throw new RuleBroken("TOO_LONG", "At most 4,000 characters.", field: field),
        var trimmed => trimmed,
    };
}

/// <summary>One supplier's meeting in a round; its record is read by the buyer and that supplier only.</summary>
/// <param name="Told">What the supplier was told that others do not know: everybody is told it at once.</param>
public sealed record Meeting(OrganisationId Supplier, DateTimeOffset HeldAt, int Minutes, string WhyShorter, string ForBuyer, string ForSupplier, string Discussed, string Told);

/// <summary>What everybody was told, and when.</summary>
public sealed record SharedWord(string Words, DateTimeOffset At);
