using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Amending;

namespace Portal.Domain.Tenders;

/// <content>Changing a running tender (A7): prepared in private, published whole, for everybody at the same moment.</content>
public sealed partial class Tender
{
    /// <summary>The change being prepared, if any.</summary>
    public ProposedChange? Proposed { get; private set; }

    /// <summary>Bids received before this instant count only when they are confirmed or sent anew; null when no change asks for it.</summary>
    public DateTimeOffset? ConfirmBidsFrom => Amendments.Where(a => a.BidsMustBeConfirmed && a.At <= ClosesAt).Select(a => (DateTimeOffset?)a.At).Max();

    public bool MayBeAmended(DateTimeOffset now) => !AmendmentRules.OfTime(this, now).Any();

    /// <summary>Award criteria may be refined now, after the first deadline (A4-15).</summary>
    public bool MayRefineCriteria(DateTimeOffset now) => !FirstDeadlineAhead(now) && MayBeAmended(now) && !Refining.OfTime(this).Any();

    /// <summary>Everything that keeps the change, as prepared, from being published.</summary>
    public IEnumerable<Reason> WhatBlocksAmendment(Amendment amendment, DateTimeOffset now) =>
    [
        .. AmendmentRules.OfTime(this, now),
        .. AmendmentRules.OfWords(amendment),
        .. AmendmentRules.OfDates(this, amendment, now),
        .. AmendmentRules.OfMoreTime(this, amendment),
        .. AmendmentRules.OfSubstance(this, amendment, now),
        .. Proposed?.Limit?.Limit?.Faults(this) ?? [],
        .. Proposed?.Criteria.SelectMany(c => AmendmentRules.OfCriteria(LotNumbered(c.Key), c.Value)) ?? [],
    ];

    /// <summary>Prepares new words for the notice: description and conditions of participation.</summary>
    public void ProposeTerms(string description, IReadOnlyList<string> conditions, DateTimeOffset now)
    {
        MustBeAmendable(now);
        string words = Wanted(description, 20_000, "Description", "what is bought");
        string[] wanted = [.. conditions.Select(c => c.Trim()).Where(c => c.Length > 0)];
        Proposed = (Proposed ?? new ProposedChange()) with
        {
            Description = words == Description ? null : words,
            Conditions = wanted.SequenceEqual(Conditions) ? null : wanted,
        };
    }

    /// <summary>Prepares new wording and weights of a lot's criteria; the same ones are taken out of the change again.</summary>
    public void ProposeCriteria(string lot, IReadOnlyList<Criterion> criteria, DateTimeOffset now)
    {
        MustBeAmendable(now);
        Lot changed = LotNumbered(lot);
        RuleBroken.If([.. AmendmentRules.OfCriteria(changed, criteria)]);
        Dictionary<string, IReadOnlyList<Criterion>> all = new((Proposed ?? new ProposedChange()).Criteria) { [lot] = criteria };
        Proposed = (Proposed ?? new ProposedChange()) with { Criteria = all };
        if (!TenderDifferences.Of(this, new Amendment("", "", "")).Any(d => d.Part == $"Criteria of lot {lot}"))
        {
            all.Remove(lot);
        }
    }

    /// <summary>Prepares another limit on what one supplier is awarded, or none; the same one is taken out of the change again (A4-13, A7-01).</summary>
    public void ProposeLimit(LotLimit? limit, DateTimeOffset now)
    {
        MustBeAmendable(now);
        RuleBroken.If([.. limit?.Faults(this) ?? []]);
        LotLimit? wanted = limit?.For(Framework);
        Proposed = (Proposed ?? new ProposedChange()) with { Limit = wanted?.InWords == LotLimit?.InWords ? null : new ProposedLimit(wanted) };
    }

    /// <summary>Prepares a document: a new version of a published one, which stays readable, or one in addition (A7-04).</summary>
    public void ProposeDocument(NewDocument added, TenderDocumentId? replaces, PersonId by, DateTimeOffset now)
    {
        MustBeAmendable(now);
        if (replaces is { } old && !documents.Exists(d => d.Id == old && d.IsCurrent))
        {
            throw new NotFound("That document");
        }

        IReadOnlyList<ProposedDocument> kept = [.. (Proposed?.Documents ?? []).Where(d => replaces is null || d.Replaces != replaces.Value.Value)];
        MustBeFree(added.Name, replaces, kept);
        Proposed = (Proposed ?? new ProposedChange()) with { Documents = [.. kept, new ProposedDocument(Wanted(added.Name, 200, "File", "a file name"), added.Kind, added.Bytes, added.Sha256, added.FileId, by.Value, replaces?.Value)] };
    }

    /// <summary>Gives up the change being prepared.</summary>
    public void DropProposal() => Proposed = null;

    /// <summary>Publishes the change and notes what differs, which rule allows it and whether bids already sent must be confirmed (A7-01 to A7-04). Dates only move later.</summary>
    public void Amend(Amendment amendment, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocksAmendment(amendment, now)]);
        IReadOnlyList<Difference> differences = TenderDifferences.Of(this, amendment);
        bool first = FirstDeadlineAhead(now);
        bool refines = !first && Proposed is { Criteria.Count: > 0 };
        string? before = MethodologySha256;
        MoveDates(amendment);
        Apply(Proposed ?? new ProposedChange(), now);
        MethodologySha256 = Methodology.Sha256(this);
        Amendment published = amendment with
        {
            At = now,
            Differences = differences,
            BidsMustBeConfirmed = TakesBids(now) && (amendment.BidsMustBeConfirmed || differences.Any(d => d.DecidesOutcome)),
            Basis = first ? "A7-01" : refines ? "A4-15" : "A7-02",
            Refinement = refines ? amendment.Refinement : null,
        };
        (Amendments, Proposed) = ([.. Amendments, published], null);
        Happened("tender.amended", Subject, new
        {
            published.What,
            published.Why,
            published.ExtensionConsidered,
            published.MoreTime,
            published.ByName,
            published.Refinement,
            published.Basis,
            published.BidsMustBeConfirmed,
            QuestionsCloseAt,
            RequestsCloseAt,
            ClosesAt,
            OpensAt,
            differences,
            methodologyBefore = before,
            methodologySha256 = MethodologySha256,
        });
    }

    private void MustBeFree(string name, TenderDocumentId? replaces, IReadOnlyList<ProposedDocument> kept)
    {
        if (documents.Exists(d => d.IsCurrent && d.Id != replaces && SameName(d.Name, name)) || kept.Any(d => SameName(d.Name, name)))
        {
            throw new RuleBroken("DOCUMENT_NAME_TAKEN", $"There is a document called {name} already. Rename the file, or replace the other.", field: "File");
        }
    }

    private void MoveDates(Amendment amendment)
    {
        QuestionsCloseAt = amendment.QuestionsCloseAt ?? QuestionsCloseAt;
        RequestsCloseAt = amendment.RequestsCloseAt ?? RequestsCloseAt;
        ClosesAt = amendment.ClosesAt ?? ClosesAt;
        OpensAt = OpensAt < ClosesAt ? ClosesAt : OpensAt;
        Dates = Dates with
        {
            QuestionsCloseAt = QuestionsCloseAt,
            RequestsCloseAt = RequestsCloseAt,
            ClosesAt = ClosesAt,
            OpensAt = OpensAt,
            FinalTendersCloseAt = IsFinalRound ? ClosesAt : amendment.FinalTendersCloseAt ?? Dates.FinalTendersCloseAt,
        };
    }

    private void Apply(ProposedChange change, DateTimeOffset now)
    {
        Description = change.Description ?? Description;
        Conditions = [.. change.Conditions ?? Conditions];
        foreach ((string lot, IReadOnlyList<Criterion> criteria) in change.Criteria)
        {
            LotNumbered(lot).AssessBy(criteria);
        }

        LotLimit = change.Limit is { } other ? other.Limit : LotLimit;
        foreach (ProposedDocument proposed in change.Documents)
        {
            documents.Find(d => d.Id.Value == proposed.Replaces)?.Withdraw(now);
            Attach(proposed.Added, new PersonId(proposed.By), now);
        }
    }

    private void MustBeAmendable(DateTimeOffset now) => RuleBroken.If([.. AmendmentRules.OfTime(this, now)]);

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
