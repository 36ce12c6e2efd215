using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <content>Standstill and signature.</content>
public sealed partial class Award
{
    /// <summary>Whether this supplier may read its agreement: it has won and has been told.</summary>
    public bool MayRead(Tender tender, OrganisationId party) =>
        WinningBidders.Contains(party) && (tender.IsDirect ? Decision is not null : Stage >= AwardStage.SummariesSent);

    public bool HasSigned(OrganisationId party) => Signatures.Any(s => s.Party == party);

    /// <summary>A winner's signature, given in the portal or recorded from paper. It binds nobody before the authority signs.</summary>
    public void SignAsSupplier(Tender tender, ContractSignature signature)
    {
        RuleBroken.If(WhatBlocksSupplier(tender, signature.Party, signature.At));
        if (!WinningBidders.Contains(signature.Party))
        {
            throw new NotAllowed("Only a supplier that is awarded a lot signs this agreement.");
        }

        if (HasSigned(signature.Party))
        {
            throw new RuleBroken("SIGNED_ALREADY", "This supplier has signed.", "A10-01");
        }

        MustBeOf(DocumentOf(signature.Party)?.Sha256 ?? "", signature);
        Add(tender, signature);
    }

    /// <summary>The authority signs last; from then on the contract is entered into.</summary>
    public void Sign(Tender tender, ContractSignature signature)
    {
        RuleBroken.If(WhatBlocksSigning(tender, signature.At));
        MustBeOf(DocumentsSha256, signature);
        if (StandsStill(tender))
        {
            EndStandstill(tender, signature.At);
        }

        Add(tender, signature);
        Stage = MovesOf(tender).Move(Stage, AwardStage.Signed, $"The award of {TenderRef}");
        SignedAt = signature.At;
        EnterInto(tender, signature.At);
    }

    /// <summary>Everything between now and the authority's signature, in the order of the law (A10-01).</summary>
    public IReadOnlyList<Reason> WhatBlocksSigning(Tender tender, DateTimeOffset now)
    {
        List<Reason> blocks = [.. WhatBlocksSignature(tender, now)];
        if (blocks.Count == 0)
        {
            blocks.AddRange(DiligenceLeft());
            blocks.AddRange(Winners.Where(w => !HasSigned(w.Bidder)).Select(w => w.BidderName).Distinct()
                .Select(name => new Reason("SUPPLIER_UNSIGNED", $"{name} has not signed yet.", "A10-01")));
        }

        if (Stage != AwardStage.Signed)
        {
            blocks.AddRange(ApprovalLeft(tender, now));
            blocks.AddRange(tender.ConflictsLeft());
        }

        return blocks;
    }

    /// <summary>What keeps any party from signing: a step left out, the standstill, a suspension.</summary>
    public IReadOnlyList<Reason> WhatBlocksSignature(Tender tender, DateTimeOffset now) => [.. StepsLeft(tender), .. NotAnnounced(tender), .. Standstill(tender, now), .. Suspension()];

    /// <summary>What keeps this supplier from signing: what keeps everybody, and until it is done the authority's last look at this supplier (A6-12).</summary>
    public IReadOnlyList<Reason> WhatBlocksSupplier(Tender tender, OrganisationId party, DateTimeOffset now)
    {
        IReadOnlyList<Reason> blocks = WhatBlocksSignature(tender, now);
        return blocks.Count > 0 || !WinningBidders.Contains(party) || DiligenceOf(party) is { Passed: true }
            ? blocks
            : [new Reason("DILIGENCE_FIRST", "The authority has not finished its last checks of the supplier (insurance, registration, exclusion). The agreement can be signed when it has.", "A6-12")];
    }

    private IEnumerable<Reason> StepsLeft(Tender tender)
    {
        if (Stage == AwardStage.Signed)
        {
            yield return new Reason("SIGNED_ALREADY", "The agreement is signed.", "A10-01");
        }

        if (tender.Cancelled is { } ended)
        {
            yield return new Reason("PROCUREMENT_ENDED", $"The procurement ended without award on {LondonTime.ForPeople(ended.At)}. No contract can come from it.", "A11-11");
        }

        if (Stage < AwardStage.Decided)
        {
            yield return new Reason("NOT_DECIDED", "The award has not been decided.", "A10-01");
        }

        if (Stage < AwardStage.SummariesSent && !tender.IsDirect)
        {
            yield return new Reason("NO_SUMMARIES", "The assessment summaries have not been sent.", "A10-02");
        }

        if (Stage < AwardStage.Noticed && tender.OwesNotices)
        {
            yield return new Reason("NO_NOTICE", "The award notice (UK6) has not been published.", "A10-06");
        }
    }

    private IEnumerable<Reason> Standstill(Tender tender, DateTimeOffset now)
    {
        if (StandstillEnd(tender) is { } last && LondonTime.DateOf(now) <= last)
        {
            yield return new Reason("STANDSTILL", $"The standstill runs until the end of {LondonTime.Day(last)}. The earliest day to sign is {LondonTime.Day(last.AddDays(1))}.", "A10-07");
        }
    }

    private IEnumerable<Reason> Suspension()
    {
        if (IsSuspended)
        {
            yield return new Reason("SUSPENDED", $"{InSuspension()} The agreement must not be signed until the suspension is lifted.", "A10-11");
        }
    }

    private void Add(Tender tender, ContractSignature signature)
    {
        _ = Tenders.Tender.Wanted(signature.Signatory, 200, "Signatory", "who signs");
        _ = Tenders.Tender.Wanted(signature.Position, 200, "Position", "the position of who signs");
        Signatures = [.. Signatures, signature];
        Happened("award.signatureGiven", Subject, new { signature.Party, signature.Signatory, signature.Position, signature.OnPaper, signature.Paper, signature.ConfirmedBy, signature.RecordedByName, signature.DocumentSha256, at = signature.At });
    }
}
