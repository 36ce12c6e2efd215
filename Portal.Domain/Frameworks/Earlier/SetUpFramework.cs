using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>One lot of an agreement from before the portal.</summary>
public sealed record EarlierLot(string Number, string Title, string ServiceType, string Unit, Money? Ceiling, bool OpenBook);

/// <summary>Records a lot of an agreement from before the portal.</summary>
public sealed class RecordFrameworkLot(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, EarlierLot lot, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        framework.MustBeFromBefore();
        RuleBroken.If([.. WhatIsWrong(lot)]);
        framework.AddLot(lot.Number, lot.Title, lot.ServiceType, lot.Unit, lot.OpenBook ? null : lot.Ceiling, lot.OpenBook);
        await db.Save(actor, stop);
    }

    private static IEnumerable<Reason> WhatIsWrong(EarlierLot lot)
    {
        if (!ServiceTypes.Words.ContainsKey(lot.ServiceType))
        {
            yield return new Reason("SERVICE_TYPE", "Choose the service of the lot.", Field: "ServiceType");
        }

        if (!ServiceTypes.Units.Contains(lot.Unit))
        {
            yield return new Reason("UNIT", "Choose what a price is for.", Field: "Unit");
        }

        if (lot.Ceiling <= Money.Zero)
        {
            yield return new Reason("CEILING", "Enter a ceiling above £0, or leave it empty.", Field: "Ceiling");
        }
    }
}

/// <summary>Records that a provider was admitted to a lot of an agreement from before the portal, on what award; it then puts its homes forward, each with its checks.</summary>
public sealed class RecordMember(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string providerCode, string award, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        framework.MustBeFromBefore();
        Given.Reason(award, "Award");
        Organisation provider = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == providerCode && (o.Kind == OrganisationKind.Provider || o.Kind == OrganisationKind.OwnProvider), stop)
            ?? throw new RuleBroken("PROVIDER_UNKNOWN", $"No provider {providerCode} is registered here. Ask it to register first.", field: "Provider");
        if (await db.Admissions.AnyAsync(a => a.Framework == framework.Id && a.LotNumber == lotNumber && a.Provider == provider.Id, stop))
        {
            throw new RuleBroken("MEMBER_TWICE", $"{provider.Name} is on lot {lotNumber} already.", field: "Provider");
        }

        Admission admission = framework.Admit(lotNumber, provider.Id);
        admission.OfEarlierAward(award);
        db.Add(admission);
        db.Add(Message.ToOrganisation(provider.Id, Role.ProviderBidder, $"Your place on lot {lotNumber} of {reference} is recorded", "Put your homes forward with the prices that were agreed; the co-operative checks each before it is used.", "/frameworks/own", clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}

/// <summary>Takes an agreement from before the portal into use, once its lots are recorded.</summary>
public sealed class TakeFrameworkLive(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        framework.MustBeFromBefore();
        framework.GoLive(clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}

/// <summary>The framework's lead says whether homes that are still being checked may be used with the co-operative's approval.</summary>
public sealed class AllowPendingHomes(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, bool allowed, string reason, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        framework.AllowPendingHomes(allowed, reason);
        await db.Save(actor, stop);
    }
}
