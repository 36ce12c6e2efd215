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
            Framework? standing = await db.Frameworks.SingleOrDefaultAsync(f => f.Ref == terms.Ref, stop);
            Framework framework = standing ?? db.Opened(tender, award, buyer, now);
            RuleBroken.If(framework.WhatBlocksJoining(tender.Ref));
            if (standing is not null && standing.TenderRef != tender.Ref)
            {
                await db.TellOfKeptTerms(tender, standing, now, stop);
            }

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

        private Framework Opened(Tender tender, Award award, Organisation buyer, DateTimeOffset now)
        {
            Terms terms = tender.Framework!;
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
            if (framework.CountYearsFrom(LondonTime.DateOf(award.NoticePublishedAt ?? now), terms.MostSuppliers == 1))
            {
                db.Add(ToLead(framework, $"Framework {framework.Ref} ends on {LondonTime.Day(framework.EndsOn)}", "The years of an open framework count from its award, which came before the start that its notice planned. It ends, extensions included, when they are over (section 49, rule A8-05).", now));
            }

            db.Add(framework);
            if (terms is { Uplift: { } uplift, National: false })
            {
                db.Add(UpliftRule.Publish(framework, uplift));
            }

            return framework;
        }

        // Between publication and signature the framework, or its rule, may have been changed; whoever joins it then joins what is in force, and that is said.
        private async Task TellOfKeptTerms(Tender tender, Framework framework, DateTimeOffset now, CancellationToken stop)
        {
            string[] differences = [.. FrameworkContradictions.Differences(tender, await db.Standing(framework, now, stop)).Select(d => $"{d.What}: the framework says “{d.There}”, the notice “{d.Here}”.")];
            if (differences.Length > 0)
            {
                framework.KeepTerms(tender.Ref, differences);
                db.Add(ToLead(framework, $"Framework {framework.Ref} keeps its terms", $"The notice of {tender.Ref} said something else. The winners joined on the framework’s terms. {string.Join(' ', differences)}", now));
            }
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

    private static Message ToLead(Framework framework, string subject, string body, DateTimeOffset now) =>
        Message.ToOrganisation(framework.Lead, Role.Commissioner, subject, body, $"/frameworks/{Uri.EscapeDataString(framework.Ref)}", now);

    private static FrameworkLot Added(Framework framework, Lot lot)
    {
        FrameworkLot added = framework.AddLot(lot.Number, lot.Title, lot.ServiceType, AwardedTerms.Unit(lot), lot.PriceMethod.RejectAboveCeiling ? lot.PriceMethod.Ceiling : null, lot.PriceMethod.OpenBook);
        if (lot.Cover is { } cover)
        {
            framework.TakeCover(lot.Number, cover);
        }

        return added;
    }
}
