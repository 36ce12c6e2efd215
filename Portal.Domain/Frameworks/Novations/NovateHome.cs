using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records a signed deed of novation: the place of a home on a lot passes to its new URN at the price it had, and the new registration's checks begin; until then the new URN is not admitted.</summary>
public sealed class NovateHome(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, PlaceOfHome place, string urn, NovationDeed deed, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, place.Framework, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        await db.MustReadPrices(actor, stop);
        HomeAdmission former = await db.LoadHomeAdmission(actor, place.Framework, place.LotNumber, place.Urn, stop);
        string next = urn.Trim().ToUpperInvariant();
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == next && h.FormerUrn == place.Urn, stop)
            ?? throw new RuleBroken("NOT_SUCCESSOR", $"{next} is not recorded as the new URN of {place.Urn}. A quality lead records that first, from the regulator’s register.", "A11-07", "Urn");
        if (await db.HomeAdmissions.AnyAsync(h => h.HomeUrn == next && h.Framework == framework.Id && h.LotNumber == place.LotNumber, stop))
        {
            throw new RuleBroken("HOME_TWICE", $"{home.Name} is on this lot already.", field: "Urn");
        }

        DateTimeOffset now = clock.GetUtcNow();
        var novation = Novation.Record(former, next, home.Provider, deed, actor, now);
        FrameworkLot lot = framework.Lot(place.LotNumber);
        Admission admission = await PlaceOf(framework, lot, home.Provider, stop);
        HomeAdmission put = admission.PutForward(next);
        put.Follow(former, lot, novation, LondonTime.DateOf(now));
        former.Leave($"Passed to {next} by {novation.Deed}.");
        db.AddRange(novation, put);
        await db.Save(actor, stop);
    }

    private async Task<Admission> PlaceOf(Framework framework, FrameworkLot lot, OrganisationId provider, CancellationToken stop)
    {
        if (await db.Admissions.SingleOrDefaultAsync(a => a.Framework == framework.Id && a.LotNumber == lot.Number && a.Provider == provider, stop) is { } held)
        {
            return held;
        }

        Admission admission = framework.Admit(lot.Number, provider);
        db.Add(admission);
        return admission;
    }
}

/// <summary>Which home on which lot of which framework.</summary>
public sealed record PlaceOfHome(string Framework, string LotNumber, string Urn);
