using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Which act of opening is due, and who may read what of opened bids.</summary>
public static class OpeningRules
{
    internal static readonly TenderStage[] WithSealedEnvelopes =
        [TenderStage.Open, TenderStage.Closed, TenderStage.Opened, TenderStage.Negotiating, TenderStage.Qualifying, TenderStage.Scoring, TenderStage.Moderating, TenderStage.Pricing];

    extension(Tender tender)
    {
        /// <summary>Envelopes of its bids are still sealed: all, or after the first act the prices.</summary>
        public bool HasSealedEnvelopes => !tender.IsDirect && WithSealedEnvelopes.Contains(tender.Stage);

        /// <summary>The act that its stage leads to: prices only when quality is agreed and frozen (C2-03), or, of initial tenders, when they are negotiated and never assessed.</summary>
        public OpeningAct ActDue => tender.Stage is TenderStage.Open or TenderStage.Closed ? OpeningAct.Bids : OpeningAct.Prices;

        /// <summary>Its act can be held at this stage and has not been.</summary>
        public bool ActIsDue(TenderSeal seal) => tender.Stage is TenderStage.Open or TenderStage.Closed || (tender.Stage is TenderStage.Pricing or TenderStage.Negotiating && seal.PricesOpenedAt is null);

        /// <summary>Prices are read only when quality is agreed (C2-03).</summary>
        public bool ShowsPrices => tender.Stage is TenderStage.Pricing or TenderStage.Deciding or TenderStage.Standstill or TenderStage.ReadyToSign or TenderStage.Signed;
    }

    /// <summary>Who negotiates reads the prices of the initial tenders, which are talked about and never assessed; the evaluators do not.</summary>
    public static bool ShowsInitialPrices(Actor actor, Tender tender, OpenedBid bid) =>
        tender is { Plan: not null, Stage: TenderStage.Negotiating } && bid.Round == tender.Round && tender.Buyer == actor.Organisation && actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Legal);

    /// <summary>The tender's team, and legal of the buyer.</summary>
    public static void MustBeReader(Actor actor, Tender tender)
    {
        bool team = tender.Team.Any(m => m.Person == actor.Person);
        bool buyer = tender.Buyer == actor.Organisation && actor.Is(Role.Legal, Role.Commissioner, Role.RccCommissioner, Role.Moderator);
        if (!actor.IsPortal && !team && !buyer)
        {
            throw new NotAllowed("Only the tender's team and the buyer's legal officers read bids.");
        }
    }
}
