using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Flexible;

namespace Portal.Domain.Tenders;

/// <content>The competitive flexible procedure: requests, shortlist, initial tenders, negotiation, final tenders (A4-01, A4-07).</content>
public sealed partial class Tender
{
    /// <summary>The stages as published; null for an open procedure.</summary>
    public FlexiblePlan? Plan { get; private set; }

    /// <summary>A request to take part is in time at or before this instant; null for an open procedure.</summary>
    public DateTimeOffset? RequestsCloseAt { get; private set; }

    /// <summary>Everybody who was put on the shortlist.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>Which tenders the box is for: 1 initial or only, 2 final.</summary>
    public int Round { get; private set; } = 1;

    public bool IsFinalRound => Round > 1;

    /// <summary>The deadline that comes next for suppliers.</summary>
    public DateTimeOffset? NextDeadline => Stage == TenderStage.Requesting ? RequestsCloseAt : ClosesAt;

    public bool TakesRequests(DateTimeOffset now) => Stage == TenderStage.Requesting && now <= RequestsCloseAt;

    /// <summary>Until the first deadline, that of requests or else of tenders, everything may still change (A7-01).</summary>
    public bool FirstDeadlineAhead(DateTimeOffset now) => Plan is null ? TakesBids(now) : TakesRequests(now);

    /// <summary>Suppliers that are still in the competition.</summary>
    public IEnumerable<OrganisationId> Invited => Invitations.Where(i => i.LeftAt is null).Select(i => i.Supplier);

    /// <summary>Raises <see cref="RuleBroken"/> for a supplier that may not tender: nobody enters after the first round (A4-01).</summary>
    public void MustBeInvited(OrganisationId supplier)
    {
        if (Plan is not null && !Invited.Contains(supplier))
        {
            throw new RuleBroken("NOT_INVITED", $"Only suppliers on the shortlist of {Ref} may tender. {(Stage == TenderStage.Requesting ? "Ask to take part first." : "Yours is not on it.")}", "A4-01");
        }
    }

    /// <summary>Describes the stages, or takes them out.</summary>
    public void SetStages(FlexiblePlan? plan)
    {
        MustBeDrafting();
        Codes.MustBeDistinct((plan?.Shortlist ?? []).Select(c => c.Code), "Shortlist", "criterion");
        Plan = plan;
        Happened("tender.stagesSet", Subject, new { plan });
    }

    /// <summary>The deadline for requests has passed; who is invited is decided next.</summary>
    public void CloseRequests(DateTimeOffset now)
    {
        if (TakesRequests(now))
        {
            throw new RuleBroken("TOO_EARLY", $"Suppliers may ask to take part in {Ref} until the deadline has passed.", "D1-08");
        }

        MoveOn(TenderStage.Shortlisting, "tender.requestsClosed", now);
    }

    /// <summary>Invites the shortlist to send initial tenders; all of them get the same time (A5-01).</summary>
    public void InviteTenders(IReadOnlyCollection<OrganisationId> suppliers, DateTimeOffset closesAt, string whyOnlyOne, DateTimeOffset now)
    {
        MustGiveTime(closesAt, now);
        Move(TenderStage.Open);
        Invitations = [.. suppliers.Distinct().Select(s => new Invitation(s, now))];
        SetDeadline(closesAt);
        Happened("tender.tendersInvited", Subject, new { invited = Invitations.Select(i => i.Supplier), ClosesAt, OpensAt, whyOnlyOne });
    }

    /// <summary>A supplier goes, or sent no tender where one was asked for.</summary>
    public void Leave(OrganisationId supplier, string reason, DateTimeOffset now)
    {
        string why = Wanted(reason, 4000, "Reason", "why the supplier leaves");
        if (Stage is not (TenderStage.Open or TenderStage.Closed or TenderStage.Opened or TenderStage.Negotiating) || !Invited.Contains(supplier))
        {
            throw new RuleBroken("NOT_TAKING_PART", $"That supplier does not take part in {Ref}, or its final tender has been opened.", "A4-01");
        }

        Invitations = [.. Invitations.Select(i => i.Supplier == supplier ? i with { LeftAt = now, LeftBecause = why } : i)];
        Happened("tender.supplierLeft", Subject, new { supplier, why, left = Invited.Count() });
    }

    /// <summary>The initial tenders are open and are talked about with everybody who sent one.</summary>
    public void StartNegotiating(DateTimeOffset now)
    {
        if (Plan is null || IsFinalRound || !Invited.Any())
        {
            throw new RuleBroken("NOTHING_TO_NEGOTIATE", Plan is null || IsFinalRound ? $"{Ref} has no negotiation at this stage." : "No supplier with a tender is left to negotiate with. End the procurement with its reason (UK12).", "A4-01");
        }

        MoveOn(TenderStage.Negotiating, "tender.negotiationStarted", now);
    }

    /// <summary>Opens the box again, under new keys, for final tenders of everybody who is left.</summary>
    public void InviteFinalTenders(DateTimeOffset closesAt, string whyOnlyOne, DateTimeOffset now)
    {
        int left = Invited.Count();
        if (left == 0 || (left == 1 && string.IsNullOrWhiteSpace(whyOnlyOne)))
        {
            throw new RuleBroken("TOO_FEW_LEFT", left == 0 ? "Nobody is left to invite. End the procurement with its reason (UK12)." : "One supplier is left. Say why going on with one still gives value for money.", "A4-01", "WhyOnlyOne");
        }

        MustGiveTime(closesAt, now);
        Move(TenderStage.Open);
        Round = 2;
        SetDeadline(closesAt);
        Dates = Dates with { FinalTendersCloseAt = closesAt };
        Happened("tender.finalTendersInvited", Subject, new { invited = Invited, ClosesAt, OpensAt, whyOnlyOne });
    }

    private void SetDeadline(DateTimeOffset closesAt)
    {
        TimeSpan toOpening = OpensAt - ClosesAt is { } gap && gap > TimeSpan.Zero ? gap : TimeSpan.Zero;
        ClosesAt = closesAt;
        OpensAt = closesAt + toOpening;
        Dates = Dates with { ClosesAt = ClosesAt, OpensAt = OpensAt };
    }

    private void MustGiveTime(DateTimeOffset closesAt, DateTimeOffset now) => RuleBroken.If(StagesReadiness.OfTendering(this, RulesOn(now), now, closesAt));
}
