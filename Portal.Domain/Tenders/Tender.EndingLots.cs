using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>Lots are independent: one may end without award at every stage before signature, and the others go on untouched (A11-11).</content>
public sealed partial class Tender
{
    public IEnumerable<Lot> LotsGoingOn => lots.Where(l => l.Ended is null);

    /// <summary>Lots that ended alone, in the order in which they did.</summary>
    public IEnumerable<Lot> LotsEnded => lots.Where(l => l.Ended is not null).OrderBy(l => l.Ended!.At);

    /// <summary>What keeps a lot from being ended alone; empty when nothing does.</summary>
    public IReadOnlyList<Reason> WhatBlocksEnding(Lot lot)
    {
        if (lot.Ended is { } ended)
        {
            return [new Reason("LOT_ENDED", $"Lot {lot.Number} ended on {Law.LondonTime.ForPeople(ended.At)} already.", "A11-11")];
        }

        if (!IsPublished)
        {
            return [new Reason("NOT_PUBLISHED", "Nothing of this tender was published. Take the lot out of the draft instead.", "A11-11")];
        }

        bool signed = lot.Awarding?.SignedAt is not null || (Stage == TenderStage.Signed && lot.Part == 0);
        if (signed || Stage == TenderStage.Cancelled)
        {
            return [new Reason("WRONG_STAGE", signed ? "The contracts are signed; a signed contract ends by its own terms, with a contract termination notice (UK11)." : "The whole procurement has ended.", "A11-11")];
        }

        return LotsGoingOn.Count() == 1
            ? [new Reason("LAST_LOT", $"Lot {lot.Number} is the last that goes on. End the whole procurement instead, with the same kind of notice (UK12).", "A11-11")]
            : [];
    }

    /// <summary>Ends one lot without award. The caller tells everybody who takes part and settles what the award says of it, in the same save.</summary>
    public void EndLot(string number, string reason, int contractsAnnounced, DateTimeOffset now)
    {
        MustBeCompeted();
        Lot lot = LotNumbered(number);
        RuleBroken.If(WhatBlocksEnding(lot));
        string why = Wanted(reason, 4000, "Reason", "why the lot ends");
        lot.End(new LotEnding(why, now, Stage, contractsAnnounced));
        if (Proposed is { } proposed && proposed.Criteria.ContainsKey(number))
        {
            Proposed = proposed with { Criteria = proposed.Criteria.Where(c => c.Key != number).ToDictionary() };
        }

        Happened("tender.lotEnded", $"{Subject}/lot/{number}", new { lot = number, lot.Title, reason = why, stage = Stage.ToString(), contractsAnnounced, noticeDue = true });
    }

    /// <summary>Raises <see cref="RuleBroken"/> for a lot that takes nothing any more.</summary>
    public void MustGoOn(Lot lot)
    {
        if (lot.Ended is { } ended)
        {
            throw new RuleBroken("LOT_ENDED", $"Lot {lot.Number} of tender {Ref} ended without award on {Law.LondonTime.ForPeople(ended.At)}: {ended.Reason}", "A11-11");
        }
    }
}
