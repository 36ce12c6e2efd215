using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Outages;

/// <summary>An extension proposal's id.</summary>
public readonly record struct ExtensionProposalId(Guid Value) : ITypedId<ExtensionProposalId>
{
    public static ExtensionProposalId From(Guid value) => new(value);
}

/// <summary>Where a proposal stands.</summary>
public enum ExtensionStage
{
    Proposed,
    Approved,
    Refused,
}

/// <summary>The portal's proposal to give everybody more time because it was unavailable in the hour before a deadline; a person decides (D1-11, A7-05).</summary>
public sealed class ExtensionProposal : Aggregate
{
    private static readonly Lifecycle<ExtensionStage> Moves = new((ExtensionStage.Proposed, ExtensionStage.Approved), (ExtensionStage.Proposed, ExtensionStage.Refused));

    private ExtensionProposal()
    {
    }

    public ExtensionProposalId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    /// <summary>The deadline that had passed, or was passing.</summary>
    public DateTimeOffset Deadline { get; private set; }

    public List<Outage> Outages { get; private set; } = [];

    public DateTimeOffset ProposedAt { get; private set; }

    public ExtensionStage Stage { get; private set; }

    public DateTimeOffset? NewDeadline { get; private set; }

    public string Reason { get; private set; } = "";

    public PersonId? DecidedBy { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>How long the portal was unavailable in that hour.</summary>
    public TimeSpan Lost => TimeSpan.FromTicks(Outages.Sum(o => o.Length.Ticks));

    public static ExtensionProposal Make(Tender tender, IReadOnlyList<Outage> outages, DateTimeOffset now)
    {
        tender.AwaitExtension();
        var proposal = new ExtensionProposal
        {
            Id = Kernel.Id.New<ExtensionProposalId>(),
            Tender = tender.Id,
            TenderRef = tender.Ref,
            Deadline = tender.ClosesAt!.Value,
            Outages = [.. outages],
            ProposedAt = now,
        };
        proposal.Happened("tender.outageFound", tender.Subject, new { proposal.Deadline, outages, lostMinutes = (int)Math.Ceiling(proposal.Lost.TotalMinutes) });
        return proposal;
    }

    /// <summary>The least that makes good what was lost: as long as the outage, and never less than an hour from the decision.</summary>
    public DateTimeOffset Least(DateTimeOffset now) => (now > Deadline ? now : Deadline) + (Lost > Outage.Window ? Lost : Outage.Window);

    public void Approve(Tender tender, DateTimeOffset newDeadline, string reason, Actor by, DateTimeOffset now)
    {
        if (newDeadline < Deadline + Lost)
        {
            throw new RuleBroken("EXTENSION_SHORT", $"The portal was unavailable for {Math.Ceiling(Lost.TotalMinutes):0} minutes. Give everybody at least that much more time.", "D1-11", "ClosesAt");
        }

        Decide(ExtensionStage.Approved, reason, by, now);
        NewDeadline = newDeadline;
        tender.ExtendForAll(newDeadline, Reason, now);
    }

    public void Refuse(Tender tender, string reason, Actor by, DateTimeOffset now)
    {
        Decide(ExtensionStage.Refused, reason, by, now);
        tender.RefuseExtension(Reason);
    }

    private void Decide(ExtensionStage to, string reason, Actor by, DateTimeOffset now)
    {
        Reason = Tenders.Tender.Wanted(reason, 4000, "Reason", "why everybody gets more time, or why the deadline stands");
        Stage = Moves.Move(Stage, to, $"The extension of tender {TenderRef}");
        (DecidedBy, DecidedByName, DecidedAt) = (by.Person, by.Name, now);
    }
}
