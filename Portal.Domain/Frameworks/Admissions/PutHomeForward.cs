using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>An admitted provider puts another of its homes forward, at a price within the lot's ceiling; it stays pending until its checks are done. A home that failed or left may be put forward again, at its last price or a lower one.</summary>
public sealed class PutHomeForward(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, PriceTerms terms, DateOnly from, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Framework framework = await db.LoadFramework(reference, stop);
        Admission admission = await db.LoadAdmission(reference, lotNumber, actor.Organisation, stop);
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn && h.Provider == actor.Organisation, stop) ?? throw new NotFound($"Home {urn}");
        FrameworkLot lot = framework.Lot(lotNumber);
        if (!home.ServiceTypes.Contains(lot.ServiceType))
        {
            throw new RuleBroken("SERVICE_TYPE", $"{home.Name} is not registered here for the lot’s service ({ServiceTypes.InWords(lot.ServiceType)}).", field: "Urn");
        }

        HomeAdmission? before = await db.HomeAdmissions.Include(h => h.Checks).Include(h => h.Schedules).AsSplitQuery().SingleOrDefaultAsync(h => h.HomeUrn == urn && h.Framework == framework.Id && h.LotNumber == lotNumber, stop);
        if (before is { Status: not HomeAdmissionStatus.Left })
        {
            throw new RuleBroken("HOME_TWICE", $"{home.Name} is on this lot already.", field: "Urn");
        }

        await MustNeedNoNovation(admission, home, stop);
        if (before is null)
        {
            HomeAdmission put = admission.PutForward(urn);
            put.AgreePrice(lot, terms, from);
            db.Add(put);
        }
        else
        {
            await Return(admission, before, lot, (terms, from), stop);
        }

        await db.Save(actor, stop);
    }

    private async Task MustNeedNoNovation(Admission admission, ProviderHome home, CancellationToken stop)
    {
        if ((await db.PlacesNotPassedTo(home.Urn, stop)).FirstOrDefault(p => p.Framework == admission.FrameworkRef && p.LotNumber == admission.LotNumber) is { } former)
        {
            throw new RuleBroken("NOVATION_NEEDED", $"{home.Name} is on this lot under its former URN {former.FormerUrn}. Its place passes only by a deed of novation that the framework’s lead records.", "A11-07", "Urn");
        }
    }

    private async Task Return(Admission admission, HomeAdmission before, FrameworkLot lot, (PriceTerms Terms, DateOnly From) price, CancellationToken stop)
    {
        admission.MustBeAdmitted();
        if (before.Provider != admission.Provider || await db.Novations.AnyAsync(n => n.FormerUrn == before.HomeUrn && n.Framework == before.Framework && n.LotNumber == before.LotNumber, stop))
        {
            throw new RuleBroken("PASSED_ON", $"The place of {before.HomeUrn} on this lot passed on by a deed of novation. It does not come back under this URN.", "A11-07", "Urn");
        }

        before.PutForwardAgain(lot, price.Terms, price.From, LondonTime.DateOf(clock.GetUtcNow()));
    }
}
