using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>The tenders that a named opener still has to open: their bids, or, sealed apart, their prices.</summary>
public static class DueOpenings
{
    extension(PortalDb db)
    {
        /// <summary>Not in any order.</summary>
        public IQueryable<Tender> OpeningsDueFrom(PersonId opener) => db.Tenders
            .Where(t => t.Team.Any(m => m.Person == opener && m.Part == TeamPart.Opener))
            .Where(t => t.Stage == TenderStage.Open || t.Stage == TenderStage.Closed || db.Set<TenderSeal>().Any(s =>
                (t.Stage == TenderStage.Pricing || t.Stage == TenderStage.Negotiating) && t.DirectGround == null && s.Tender == t.Id && s.Round == t.Round && s.PricesOpenedAt == null));
    }
}
