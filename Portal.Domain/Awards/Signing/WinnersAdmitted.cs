using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Terms = Portal.Domain.Tenders.FrameworkTerms;

namespace Portal.Domain.Awards.Signing;

/// <summary>Turns a signed award into a live framework with its lots, members, homes and agreed prices.</summary>
internal static class WinnersAdmitted
{
    extension(PortalDb db)
    {
        public async Task AdmitWinners(Tender tender, Award award, Organisation buyer, DateTimeOffset now, CancellationToken stop)
        {
            Terms terms = tender.Framework!;
            Framework framework = await db.Frameworks.SingleOrDefaultAsync(f => f.Ref == terms.Ref, stop) ?? db.Opened(tender, terms, buyer, now);
            RuleBroken.If(framework.WhatBlocksJoining(tender.Ref));
            // What joins a framework that is live already is priced from its own signature, never backwards (A11-01).
            DateOnly signed = LondonTime.DateOf(now);
            DateOnly from = framework.Live && signed > framework.StartsOn ? signed : framework.StartsOn;
            foreach (IGrouping<string, AwardedBid> lot in award.Winners.GroupBy(w => w.LotNumber))
            {
                FrameworkLot into = framework.Lots.FirstOrDefault(l => l.Number == lot.Key) ?? Added(framework, tender.LotNumbered(lot.Key));
                foreach (IGrouping<OrganisationId, AwardedBid> member in lot.GroupBy(w => w.Bidder))
                {
                    await db.Admit(framework, into, tender.LotNumbered(lot.Key), member, from, stop);
                }
            }

            if (!framework.Live)
            {
                framework.GoLive(now);
            }
        }

        private Framework Opened(Tender tender, Terms terms, Organisation buyer, DateTimeOffset now)
        {
            OrganisationId cooperative = buyer.Kind == OrganisationKind.Authority && buyer.Parent is { } parent ? parent : buyer.Id;
            DateOnly starts = terms.StartsOn ?? LondonTime.DateOf(now);
            Framework framework = Framework.Open(
                terms.Ref,
                tender.Title,
                terms.National ? FrameworkLevel.National : FrameworkLevel.Regional,
                tender.Buyer,
                cooperative,
                starts,
                terms.EndsOn ?? starts.AddYears(4).AddDays(-1),
                tender.NetValue ?? Money.Zero,
                tender.Ref,
                terms.RegisterClause);
            framework.SetTerms(terms.Form, terms.ExtensionsTo, pendingHomesAllowed: false);
            db.Add(framework);
            if (terms is { Uplift: { } uplift, National: false })
            {
                db.Add(UpliftRule.Publish(framework, uplift));
            }

            return framework;
        }

        private async Task Admit(Framework framework, FrameworkLot lot, Lot published, IGrouping<OrganisationId, AwardedBid> member, DateOnly from, CancellationToken stop)
        {
            Admission? admission = await db.Admissions.SingleOrDefaultAsync(a => a.Framework == framework.Id && a.LotNumber == lot.Number && a.Provider == member.Key, stop);
            if (admission is null)
            {
                admission = framework.Admit(lot.Number, member.Key);
                db.Add(admission);
            }

            foreach (AwardedBid awarded in member.Where(w => w.HomeUrn.Length > 0))
            {
                HomeAdmission home = admission.PutForward(awarded.HomeUrn);
                home.AgreePrice(lot, AwardedTerms.Of(published, awarded.Prices), from);
                db.Add(home);
            }
        }
    }

    private static FrameworkLot Added(Framework framework, Lot lot)
    {
        FrameworkLot added = framework.AddLot(lot.Number, lot.Title, lot.ServiceType, AwardedTerms.Unit(lot), lot.PriceMethod.RejectAboveCeiling ? lot.PriceMethod.Ceiling : null, lot.PriceMethod.OpenBook);
        if (lot.Cover is { } cover)
        {
            framework.StateCover(lot.Number, cover);
        }

        return added;
    }
}
