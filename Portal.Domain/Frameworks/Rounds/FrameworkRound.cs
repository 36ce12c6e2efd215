using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>A round's id.</summary>
public readonly record struct FrameworkRoundId(Guid Value) : ITypedId<FrameworkRoundId>
{
    public static FrameworkRoundId From(Guid value) => new(value);
}

/// <summary>Where a re-opening stands.</summary>
public enum RoundStage
{
    Announced,
    Open,
    Closed,
    Completed,
    Cancelled,
}

/// <summary>A re-opening of a framework: existing members stay by their earlier award, update their bid or leave, and new ones join (A8-06; s.49 for an open framework, the agreement's own terms for a flexible one, A8-07).</summary>
public sealed class FrameworkRound : Aggregate
{
    private static readonly Lifecycle<RoundStage> Moves = new(
        (RoundStage.Announced, RoundStage.Open),
        (RoundStage.Open, RoundStage.Closed),
        (RoundStage.Closed, RoundStage.Completed),
        (RoundStage.Announced, RoundStage.Cancelled),
        (RoundStage.Open, RoundStage.Cancelled));

    private readonly List<RoundMember> members = [];

    private FrameworkRound()
    {
    }

    public FrameworkRoundId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    /// <summary>Counts from 1 within the framework.</summary>
    public int Number { get; private set; }

    public RoundStage Stage { get; private set; }

    public DateTimeOffset OpensAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>On what the re-opening rests: s.49, or the light-touch agreement's own terms (A8-07).</summary>
    public string LegalBasis { get; private set; } = "";

    /// <summary>The tender in which this round's bids are taken; null until it is known.</summary>
    public string? TenderRef { get; private set; }

    public IReadOnlyList<RoundMember> Members => members;

    /// <summary>What the log calls it; procedures of <c>framework/WM-2026</c> hear it too.</summary>
    public string Subject => $"framework/{FrameworkRef}/round/{Number}";

    public static FrameworkRound Announce(Framework framework, int number, (DateTimeOffset OpensAt, DateTimeOffset ClosesAt) window, string? tenderRef, DateTimeOffset now)
    {
        RuleBroken.If(WhatBlocksAnnouncement(framework, window, now));
        var round = new FrameworkRound
        {
            Id = Kernel.Id.New<FrameworkRoundId>(),
            Framework = framework.Id,
            FrameworkRef = framework.Ref,
            Number = number,
            OpensAt = window.OpensAt,
            ClosesAt = window.ClosesAt,
            LegalBasis = framework.Form == FrameworkForm.Open ? "Procurement Act 2023, s.49" : "The flexible framework’s own terms (light touch; not an open framework under s.49)",
            TenderRef = tenderRef,
        };
        round.Happened("framework.roundAnnounced", round.Subject, new { number, window.OpensAt, window.ClosesAt, round.LegalBasis, tenderRef });
        return round;
    }

    /// <summary>Why this framework cannot be re-opened so; empty when it can.</summary>
    public static IReadOnlyList<Reason> WhatBlocksAnnouncement(Framework framework, (DateTimeOffset OpensAt, DateTimeOffset ClosesAt) window, DateTimeOffset now)
    {
        List<Reason> wrong = [];
        if (framework.Form == FrameworkForm.Closed)
        {
            wrong.Add(new Reason("CLOSED_FORM", $"Framework {framework.Ref} is closed: its notice promised no re-opening.", "A8-07"));
        }

        if (framework.Stage != FrameworkStage.Live)
        {
            wrong.Add(new Reason("FRAMEWORK_NOT_LIVE", $"Framework {framework.Ref} is not live.", "A8-11"));
        }

        if (window.OpensAt < now || window.ClosesAt <= window.OpensAt)
        {
            wrong.Add(new Reason("WINDOW", "The round opens in the future and closes after it opens.", Field: "ClosesAt"));
        }

        if (LondonTime.DateOf(window.ClosesAt) > framework.EndsOn)
        {
            wrong.Add(new Reason("FRAMEWORK_TERM", $"The round must close within the framework’s term, which ends on {LondonTime.Day(framework.EndsOn)}.", "A8-11", "ClosesAt"));
        }

        return wrong;
    }

    public void Open(DateTimeOffset now)
    {
        if (now < OpensAt)
        {
            throw new RuleBroken("TOO_EARLY", $"This round opens {LondonTime.ForPeople(OpensAt)}, as announced.");
        }

        Stage = Moves.Move(Stage, RoundStage.Open, $"Round {Number} of {FrameworkRef}");
        Happened("framework.roundOpened", Subject, new { now });
    }

    public void Close(DateTimeOffset now)
    {
        if (now < ClosesAt)
        {
            throw new RuleBroken("TOO_EARLY", $"This round closes {LondonTime.ForPeople(ClosesAt)}, as announced; closing early would treat bidders unequally.");
        }

        Stage = Moves.Move(Stage, RoundStage.Closed, $"Round {Number} of {FrameworkRef}");
        Happened("framework.roundClosed", Subject, new { now });
    }

    public void Cancel(string reason)
    {
        Given.Reason(reason);
        Stage = Moves.Move(Stage, RoundStage.Cancelled, $"Round {Number} of {FrameworkRef}");
        Happened("framework.roundCancelled", Subject, new { reason });
    }

    /// <summary>The member stays by the fact of its earlier award.</summary>
    public void Carry(Admission member, DateTimeOffset now) => Settle(member, RoundStanding.Carried, "Stays by its earlier award.", now);

    /// <summary>The member stays and its earlier bid is updated: what changed is said.</summary>
    public void Update(Admission member, string what, DateTimeOffset now) => Settle(member, RoundStanding.Updated, what, now);

    /// <summary>A supplier joins through this round.</summary>
    public void WelcomeNew(Admission member, string award, DateTimeOffset now) => Settle(member, RoundStanding.New, award, now);

    /// <summary>The member leaves of its own will, or because it no longer meets the conditions; its admission ends with the reason.</summary>
    public void LetLeave(Admission member, string reason, DateTimeOffset now)
    {
        Settle(member, RoundStanding.Left, reason, now);
        member.Leave(reason);
    }

    /// <summary>Settles the round: whoever is admitted and was not spoken of is carried over, for nobody may simply be dropped (A8-06).</summary>
    public void Complete(IEnumerable<Admission> admitted, DateTimeOffset now)
    {
        foreach (Admission member in admitted.Where(a => a.Status != AdmissionStatus.Left && Find(a) is null))
        {
            Carry(member, now);
        }

        Stage = Moves.Move(Stage, RoundStage.Completed, $"Round {Number} of {FrameworkRef}");
        Happened("framework.roundCompleted", Subject, new { carried = Count(RoundStanding.Carried), updated = Count(RoundStanding.Updated), joined = Count(RoundStanding.New), left = Count(RoundStanding.Left) });
    }

    public int Count(RoundStanding standing) => members.Count(m => m.Standing == standing);

    private RoundMember? Find(Admission member) => members.Find(m => m.LotNumber == member.LotNumber && m.Provider == member.Provider);

    private void Settle(Admission member, RoundStanding standing, string words, DateTimeOffset now)
    {
        Given.Reason(words);
        if (Stage is not (RoundStage.Open or RoundStage.Closed))
        {
            throw new RuleBroken("ROUND_STAGE", $"Round {Number} of {FrameworkRef} is not open or being settled.");
        }

        if (member.Framework != Framework)
        {
            throw new NotFound($"That member of {FrameworkRef}");
        }

        if (Find(member) is { } already)
        {
            already.Change(standing, words, now);
        }
        else
        {
            members.Add(new RoundMember(Id, member, standing, words, now));
        }

        Happened($"framework.member{standing}", Subject, new { member.LotNumber, member.Provider, words });
    }
}
