using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <content>The evidence and the framework's board: every authority that has joined has one vote, cast by name; who has a conflict of interest has none.</content>
public sealed partial class Uplift
{
    private static readonly TimeOnly EndOfWork = new(17, 0);

    public string? EvidenceFound { get; private set; }

    /// <summary>For a rise above the rule: the ground on which the agreement may be changed (s.74 and Schedule 8; A11-07: light touch, with reasons kept).</summary>
    public string? ModificationGround { get; private set; }

    public PersonId? PutBy { get; private set; }

    public string? PutByName { get; private set; }

    /// <summary>The authorities that had joined when it was put to the board.</summary>
    public List<Guid> Board { get; private set; } = [];

    public DateTimeOffset? VoteClosesAt { get; private set; }

    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>Votes needed for the board to be quorate; conflicted members do not count towards it.</summary>
    public int QuorumNeeded => ((Board.Count * QuorumPercent) + 99) / 100;

    public int Present => votes.Count(v => v.Voice != BoardVoice.Conflicted);

    public int Count(BoardVoice voice) => votes.Count(v => v.Voice == voice);

    /// <summary>The evidence was looked at; the board votes until the end of a working hour so many days on.</summary>
    public void PutToBoard(Actor by, EvidenceLooked looked, IReadOnlyCollection<OrganisationId> board, DateTimeOffset now)
    {
        Given.Reason(looked.Found, "Found");
        if (OverRule && string.IsNullOrWhiteSpace(looked.ModificationGround))
        {
            throw new RuleBroken("MODIFICATION_GROUND", "This rise is above the rule. Say on what ground the agreement may be changed: the clause that provides for it, and why (s.74; Schedule 8).", "A11-07", "ModificationGround");
        }

        if (board.Count == 0)
        {
            throw new RuleBroken("NO_BOARD", "No authority has joined this framework, so it has no board to vote.", "care-sector §1.1");
        }

        (EvidenceFound, ModificationGround) = (looked.Found.Trim(), OverRule ? looked.ModificationGround!.Trim() : null);
        (PutBy, PutByName, Board) = (by.Person, by.Name, [.. board.Select(a => a.Value)]);
        VoteClosesAt = LondonTime.At(LondonTime.DateOf(now).AddDays(VoteDays), EndOfWork);
        Move(UpliftStage.BeforeBoard, "uplift.putToBoard", new { EvidenceFound, ModificationGround, board, VoteClosesAt, QuorumNeeded });
    }

    /// <summary>Takes one authority's vote. <paramref name="conflict"/> says why the portal itself knows that it may not vote; it may then only be recorded as conflicted.</summary>
    public void Vote(Actor by, BoardVoice voice, string words, string? conflict, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocksVote(by, now)]);
        if (conflict is not null && voice != BoardVoice.Conflicted)
        {
            throw new RuleBroken("BOARD_CONFLICT", $"{conflict} Your authority has no vote here: record the conflict.", "A3-06", "Voice");
        }

        if (voice is BoardVoice.Conflicted or BoardVoice.Against)
        {
            Given.Reason(words, "Words");
        }

        votes.Add(new BoardVote(Id, by, voice, words.Trim(), now));
        Happened("uplift.voted", Subject, new { authority = by.Organisation, person = by.Name, voice, words });
        if (votes.Count == Board.Count)
        {
            Happened("uplift.allVoted", Subject, new { votes.Count });
        }
    }

    /// <summary>Why this person cannot vote now; empty when they can.</summary>
    public IEnumerable<Reason> WhatBlocksVote(Actor by, DateTimeOffset now)
    {
        if (Stage != UpliftStage.BeforeBoard || now >= VoteClosesAt)
        {
            yield return new Reason("VOTE_CLOSED", "The board’s vote is not open.");
        }

        if (!Board.Contains(by.Organisation.Value))
        {
            yield return new Reason("NOT_ON_BOARD", "Your organisation has no seat on this framework’s board.");
        }

        if (votes.Exists(v => v.Authority == by.Organisation || v.Person == by.Person))
        {
            yield return new Reason("VOTED", "This vote is cast already. A vote stands once it is cast.");
        }
    }

    /// <summary>Counts once the vote is over; late counting counts the same votes. A tie does not carry.</summary>
    public void CountVotes(DateTimeOffset now)
    {
        if (Stage != UpliftStage.BeforeBoard)
        {
            return;
        }

        if (now < VoteClosesAt && votes.Count < Board.Count)
        {
            throw new RuleBroken("VOTE_OPEN", $"The board may vote until {LondonTime.ForPeople(VoteClosesAt!.Value)}.");
        }

        CountedAt = now;
        if (Present < QuorumNeeded)
        {
            End(UpliftStage.NotQuorate, $"No quorum: {Present} of {Board.Count} authorities voted and {QuorumNeeded} were needed. Prices stay as they are; it may be asked anew.");
        }
        else if (Count(BoardVoice.For) > Count(BoardVoice.Against))
        {
            Move(UpliftStage.Carried, "uplift.carried", new { yes = Count(BoardVoice.For), no = Count(BoardVoice.Against), abstained = Count(BoardVoice.Abstain), conflicted = Count(BoardVoice.Conflicted) });
        }
        else
        {
            End(UpliftStage.Refused, $"The board did not carry it: {Count(BoardVoice.For)} for, {Count(BoardVoice.Against)} against, {Count(BoardVoice.Abstain)} abstained.");
        }
    }
}

/// <summary>What the framework's lead found in the evidence, and for a rise above the rule on what ground the agreement may be changed.</summary>
public sealed record EvidenceLooked(string Found, string? ModificationGround);
