using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <content>Writing the tender: every verb here needs the stage Drafting.</content>
public sealed partial class Tender
{
    public static Tender Draft(string reference, string title, OrganisationId buyer, PersonId by, DateTimeOffset now, AuthorityKind authority = AuthorityKind.SubCentral)
    {
        var tender = new Tender { Id = Kernel.Id.New<TenderId>(), Ref = reference, Buyer = buyer, DraftedBy = by, DraftedAt = now, Authority = authority };
        tender.Title = Wanted(title, 250, "Title", "a title");
        tender.Happened("tender.drafted", tender.Subject, new { tender.Id, reference, tender.Title, buyer, authority });
        return tender;
    }

    /// <summary>Says what is bought, under which rules and for how much.</summary>
    public void Describe(TenderBasics basics)
    {
        MustBeDrafting();
        Title = Wanted(basics.Title, 250, "Title", "a title");
        Description = basics.Description.Trim();
        Cpv = Cpvs.Checked(basics.Cpv, "Cpv");
        AdditionalCpv = [.. basics.AdditionalCpv.Select(c => Cpvs.Checked(c, "AdditionalCpv")).Where(c => c.Length > 0).Distinct()];
        Regime = basics.Regime;
        Procedure = basics.Procedure;
        NetValue = basics.NetValue;
        GrossValue = basics.GrossValue;
        MarketEngagement = basics.MarketEngagement.Trim();
        Conditions = [.. basics.Conditions.Select(c => c.Trim()).Where(c => c.Length > 0)];
        HideBidderNames = basics.HideBidderNames;
        ShowBidderCount = basics.ShowBidderCount;
        Happened("tender.described", Subject, new { Title, Cpv, Regime, Procedure, NetValue, GrossValue, ShowBidderCount });
    }

    /// <summary>Sets all dates; what the law thinks of them is said by <see cref="WhatBlocksPublication"/>.</summary>
    public void Schedule(TenderDates dates)
    {
        MustBeDrafting();
        Dates = dates;
        QuestionsCloseAt = dates.QuestionsCloseAt;
        RequestsCloseAt = dates.RequestsCloseAt;
        ClosesAt = dates.ClosesAt;
        OpensAt = dates.OpensAt;
        Happened("tender.scheduled", Subject, dates);
    }

    /// <summary>Adds a lot under the next free number, or under the number given.</summary>
    public Lot AddLot(LotBasics basics, string? number = null)
    {
        MustBeDrafting();
        string chosen = string.IsNullOrWhiteSpace(number) ? NextLotNumber() : Wanted(number, 10, "Number", "a lot number");
        if (lots.Exists(l => l.Number == chosen))
        {
            throw new RuleBroken("LOT_NUMBER_TAKEN", $"There is a lot {chosen} already. Choose another number.", field: "Number");
        }

        var lot = Lot.Of(Id, chosen, basics);
        lots.Add(lot);
        Happened("tender.lotAdded", Subject, new { lot = chosen, basics.Title });
        return lot;
    }

    /// <summary>Changes one lot by its own verbs.</summary>
    public void ChangeLot(string number, string what, Action<Lot> change)
    {
        MustBeDrafting();
        change(LotNumbered(number));
        Happened("tender.lotChanged", Subject, new { lot = number, what });
    }

    public void RemoveLot(string number)
    {
        MustBeDrafting();
        lots.Remove(LotNumbered(number));
        Happened("tender.lotRemoved", Subject, new { lot = number });
    }

    /// <summary>Names everybody who has a part; one person may not both judge and open (D1-03) nor score and moderate (C2-05).</summary>
    public void ChooseTeam(IReadOnlyCollection<(PersonId Person, string Name, TeamPart Part)> members)
    {
        MustBeDrafting();
        RuleBroken.If([.. TeamRules.Clashes(members)]);
        team.RemoveAll(m => !members.Any(n => n.Person == m.Person && n.Part == m.Part));
        foreach ((PersonId person, string name, TeamPart part) in members.Distinct())
        {
            if (!HasOnTeam(person, part))
            {
                team.Add(new TeamMember(Id, person, name, part));
            }
        }

        Happened("tender.teamChosen", Subject, new { members = members.Select(m => new { m.Person, m.Part }) });
    }

    public void SetUpFramework(FrameworkTerms? terms)
    {
        MustBeDrafting();
        Framework = terms;
        LotLimit = LotLimit?.For(terms);
        Happened("tender.frameworkTermsSet", Subject, new { terms });
    }

    /// <summary>Sets the limit on what one supplier is awarded, with its mechanism, or none; refused where the mechanism could not be applied.</summary>
    public void LimitLots(LotLimit? limit)
    {
        MustBeDrafting();
        RuleBroken.If([.. limit?.Faults(this) ?? []]);
        LotLimit = limit?.For(Framework);
        Happened("tender.lotLimitSet", Subject, new { limit = LotLimit, words = LotLimit?.InWords });
    }

    /// <summary>The conflicts assessment of s.83, made by somebody else than the drafter (A3-07); kept under review, so it may be revised at any stage.</summary>
    public void AssessConflicts(Actor by, string assessment, string mitigation, DateTimeOffset now)
    {
        if (by.Person == DraftedBy)
        {
            throw new NotAllowed("A colleague makes the conflicts assessment, not the person who drafted the tender.");
        }

        EarlierConflicts = Conflicts is { } before ? [.. EarlierConflicts, before] : EarlierConflicts;
        Conflicts = new ConflictsAssessment(
            Wanted(assessment, 8000, "Assessment", "what was looked at and found"),
            Wanted(mitigation, 8000, "Mitigation", "what is done about actual, potential and perceived conflicts"),
            by.Person,
            by.Name,
            now,
            (Conflicts?.Revision ?? 0) + 1);
        Happened("tender.conflictsAssessed", Subject, new { revision = Conflicts.Revision });
    }

    public TenderDocument AddDocument(NewDocument added, PersonId by, DateTimeOffset now)
    {
        MustBeDrafting();
        return Attach(added, by, now);
    }

    public void RemoveDocument(TenderDocumentId id)
    {
        MustBeDrafting();
        TenderDocument document = documents.Find(d => d.Id == id) ?? throw new NotFound("That document");
        documents.Remove(document);
        Happened("tender.documentRemoved", Subject, new { document.Name, document.Sha256 });
    }

    private TenderDocument Attach(NewDocument added, PersonId by, DateTimeOffset now)
    {
        if (documents.Exists(d => d.IsCurrent && string.Equals(d.Name, added.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RuleBroken("DOCUMENT_NAME_TAKEN", $"There is a document called {added.Name} already. Rename the file, or remove the other first.", field: "File");
        }

        var document = new TenderDocument(Id, added with { Name = Wanted(added.Name, 200, "File", "a file name") }, by, now);
        documents.Add(document);
        Happened("tender.documentAdded", Subject, new { document.Name, document.Bytes, document.Sha256 });
        return document;
    }

    private string NextLotNumber()
    {
        int next = lots.Count + 1;
        while (lots.Exists(l => l.Number == next.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            next++;
        }

        return next.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private void MustBeDrafting()
    {
        if (Stage != TenderStage.Drafting)
        {
            throw new RuleBroken("NOT_DRAFTING", $"Tender {Ref} is published, so this can no longer be changed here. Use “Amend” before the deadline.", "C2-01");
        }
    }

    internal static string Wanted(string? text, int longest, string field, string what) => text?.Trim() switch
    {
        null or "" => throw new RuleBroken("MISSING", $"Enter {what}.", field: field),
        { Length: var length } when length > longest => throw new RuleBroken("TOO_LONG", $"{char.ToUpperInvariant(what[0])}{what[1..]} has {length} characters; {longest} is the most.", field: field),
        var trimmed => trimmed,
    };
}
