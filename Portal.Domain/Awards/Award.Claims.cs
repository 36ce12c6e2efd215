using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <content>Claims: each is noted, and each ends, by itself.</content>
public sealed partial class Award
{
    /// <summary>Every claim noted, oldest first; the number of a claim is its place here.</summary>
    public IReadOnlyList<ClaimNotice> Claims { get; private set; } = [];

    public bool IsSuspended => Claims.Any(c => c.IsSuspending);

    /// <summary>While a claim runs nothing about the tender may be let go, whatever the days of keeping say (A13-03).</summary>
    public bool HoldsEvidence => Claims.Any(c => c.IsOpen);

    /// <summary>Notes the exact time at which a claim was notified; proceedings issued within the standstill suspend signature at once (A10-11, s.101). After signature a claim is for damages or to set the contract aside (s.104).</summary>
    /// <param name="told">When the authority was told; it may be earlier than when it is written down here.</param>
    /// <param name="issued">The proceedings; null of a letter before claim.</param>
    public void NoteClaim(Tender tender, string claimant, string details, DateTimeOffset told, CourtProceedings? issued, DateTimeOffset now)
    {
        if (Stage is not (AwardStage.SummariesSent or AwardStage.Noticed or AwardStage.Signed))
        {
            throw new RuleBroken("WRONG_STAGE", "A claim is noted once the bidders have been told, before or after signature.", "A10-11");
        }

        if (told > now || told < SummariesSentAt)
        {
            throw new RuleBroken("TIME_OF_NOTICE", "The authority was told between the day the summaries were sent and now.", "A10-11", "NotifiedAt");
        }

        bool wasSuspended = IsSuspended;
        var claim = new ClaimNotice(
            Tenders.Tender.Wanted(claimant, 200, "Claimant", "who claims"),
            Tenders.Tender.Wanted(details, 8000, "Details", "what is claimed and how the authority was told"),
            told,
            Suspends: issued is not null && Stage != AwardStage.Signed && InStandstill(tender, told))
        {
            Proceedings = Checked(issued, told),
            AfterSignature = told >= SignedAt,
        };
        Claims = [.. Claims, claim];
        Happened("award.claimNoted", Subject, new { number = Claims.Count, claim.Claimant, claim.Details, told, notedAt = now, claim.Suspends, claim.Proceedings, claim.AfterSignature, evidenceHeld = true });
        if (claim.Suspends && !wasSuspended)
        {
            Happened("award.signatureSuspended", Subject, new { at = now });
        }
    }

    /// <summary>Records how one claim ended, or that the court lifted its suspension. Every other claim stays as it is: signature is free only when none suspends it any more (s.101).</summary>
    /// <param name="number">The claim's number in this award.</param>
    public void EndClaim(Tender tender, int number, ClaimEnding ending, DateTimeOffset now)
    {
        ClaimNotice claim = Claims.ElementAtOrDefault(number - 1) ?? throw new NotFound("That claim");
        RuleBroken.If(WhatBlocksEnding(claim, ending, now));
        bool wasSuspended = IsSuspended;
        ClaimNotice ended = claim with
        {
            Ending = ending,
            LiftedAt = claim.LiftedAt ?? (claim.Suspends ? now : null),
            LiftedBecause = claim.Suspends && claim.LiftedAt is null ? ending.Reason : claim.LiftedBecause,
        };
        Claims = [.. Claims.Select((c, i) => i == number - 1 ? ended : c)];
        Happened("award.claimEnded", Subject, new { number, claim.Claimant, ending.Kind, claim.Proceedings?.Court, ending.ClaimNumber, ending.On, ending.KeptAt, ending.Reason, at = now, suspendedStill = IsSuspended, evidenceHeld = HoldsEvidence });
        if (wasSuspended && !IsSuspended)
        {
            Happened("award.suspensionLifted", Subject, new { reason = ending.Reason, at = now });
        }
    }

    private static Reason[] WhatBlocksEnding(ClaimNotice claim, ClaimEnding ending, DateTimeOffset now) =>
        [.. new[] { AlreadyEnded(claim, ending), OtherNumber(claim, ending), OtherDay(claim, ending, LondonTime.DateOf(now)), Unsaid(ending.KeptAt, "Say where the sealed order or the notice is kept.", "KeptAt"), Unsaid(ending.Reason, "Say what the order or the notice says.", "Reason") }.OfType<Reason>()];

    private static Reason? AlreadyEnded(ClaimNotice claim, ClaimEnding ending) => claim.IsOpen && (ending.Kind != ClaimEnd.OrderLifting || claim.IsSuspending)
        ? null
        : new Reason("NOT_SUSPENDED", $"The claim of {claim.Claimant} has ended, or does not suspend signature any more.", "A10-11");

    private static Reason? OtherNumber(ClaimNotice claim, ClaimEnding ending) => claim.Proceedings is not { } proceedings || string.Equals(proceedings.ClaimNumber, ending.ClaimNumber.Trim(), StringComparison.OrdinalIgnoreCase)
        ? null
        : new Reason("OTHER_CLAIM", $"The claim of {claim.Claimant} has the number {proceedings.ClaimNumber}. Copy the number from the order or notice, so that no other claim is ended by mistake.", "A10-11", "ClaimNumber");

    private static Reason? OtherDay(ClaimNotice claim, ClaimEnding ending, DateOnly today) => ending.On <= today && ending.On >= (claim.Proceedings?.IssuedOn ?? LondonTime.DateOf(claim.NotifiedAt))
        ? null
        : new Reason("DAY_OF_ORDER", "The order or notice bears a day between the issue of the claim and today. An order not yet made lifts nothing.", "A10-11", "On");

    private static Reason? Unsaid(string? words, string ask, string field) => string.IsNullOrWhiteSpace(words) ? new Reason("MISSING", ask, Field: field) : null;

    private bool InStandstill(Tender tender, DateTimeOffset told) =>
        NotAnnounced(tender).Any() || (StandstillEnd(tender) is not { } last ? Stage == AwardStage.SummariesSent : LondonTime.DateOf(told) <= last); // Until the notice is on the central platform the days have not begun for good (A3-10).

    private static CourtProceedings? Checked(CourtProceedings? issued, DateTimeOffset told)
    {
        if (issued is null)
        {
            return null;
        }

        if (issued.IssuedOn > LondonTime.DateOf(told))
        {
            throw new RuleBroken("TIME_OF_NOTICE", "The claim was issued on or before the day on which the authority was told of it.", "A10-11", "IssuedOn");
        }

        return issued with
        {
            Court = Tenders.Tender.Wanted(issued.Court, 200, "Court", "the court that issued the claim"),
            ClaimNumber = Tenders.Tender.Wanted(issued.ClaimNumber, 60, "ClaimNumber", "the claim number"),
        };
    }

    // Names every claim that still suspends, so that nobody takes the end of one for the end of all.
    private string InSuspension() => $"{string.Join(", ", Claims.Where(c => c.IsSuspending).Select(c => c.Claimant))} told the authority of a claim during the standstill.";
}
