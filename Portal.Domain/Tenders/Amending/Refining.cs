using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Refining award criteria after the first deadline of a competitive flexible procedure: only if the notice said so, only before final tenders are invited, and never so that somebody who is out would have come further (s.24, A4-15).</summary>
internal static class Refining
{
    public static IEnumerable<Reason> OfTime(Tender tender)
    {
        if (tender.Plan is not { MayRefine: true })
        {
            yield return new Reason("CRITERIA_FIXED", "Award criteria are not amended after the first deadline, for the tender notice did not say that they may be refined. Take them out of the change.", "A4-15");
        }
        else if (tender.IsFinalRound)
        {
            yield return new Reason("CRITERIA_FIXED", "Final tenders are invited, and from then on award criteria are not refined. Take them out of the change.", "A4-15");
        }
    }

    public static IEnumerable<Reason> OfSuppliers(Amendment amendment)
    {
        if (amendment.Refinement is not { } said)
        {
            yield return new Reason("REFINEMENT_UNSAID", "Award criteria are refined: say whether any supplier that is out would have come further under them, and why.", "A4-15", "OthersWouldHaveProgressed");
            yield break;
        }

        if (said.OthersWouldHaveProgressed)
        {
            yield return new Reason("REFINEMENT_MATERIAL", "A supplier that is out would have come further under these criteria, so they cannot be refined like this. Take them out of the change, or end the procurement and start again.", "A4-15", "OthersWouldHaveProgressed");
        }

        if (Substance.IsThin(said.Why))
        {
            yield return new Reason("REFINEMENT_WHY", "Say in at least five words why nobody who is out would have come further: it stands in the record.", "A4-15", "RefinementWhy");
        }
    }
}
