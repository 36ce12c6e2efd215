using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Loads frameworks and what hangs on them, and says who may do what with them.</summary>
public static class FrameworkLoading
{
    extension(PortalDb db)
    {
        /// <summary>A framework with its lots; frameworks are public, their prices are not.</summary>
        public async Task<Framework> LoadFramework(string reference, CancellationToken stop = default) =>
            await db.Frameworks.SingleOrDefaultAsync(f => f.Ref == reference, stop) ?? throw new NotFound($"Framework {reference}");

        /// <summary>A framework to be changed by its lead authority or co-operative.</summary>
        public async Task<Framework> LoadFrameworkToManage(Actor actor, string reference, CancellationToken stop = default)
        {
            Framework framework = await db.LoadFramework(reference, stop);
            framework.MustBeManagedBy(actor);
            actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.QaLead);
            return framework;
        }

        /// <summary>A home on a lot with its checks and price versions; a provider finds only its own.</summary>
        public async Task<HomeAdmission> LoadHomeAdmission(Actor actor, string reference, string lotNumber, string urn, CancellationToken stop = default)
        {
            HomeAdmission home = await db.HomeAdmissions.Include(h => h.Checks).Include(h => h.Schedules).AsSplitQuery()
                .SingleOrDefaultAsync(h => h.HomeUrn == urn && h.FrameworkRef == reference && h.LotNumber == lotNumber, stop)
                ?? throw new NotFound($"Home {urn} on lot {lotNumber} of {reference}");
            bool mayKnow = actor.IsPortal || home.Provider == actor.Organisation || await db.MayReadPrices(actor, stop);
            return mayKnow ? home : throw new NotFound($"Home {urn} on lot {lotNumber} of {reference}");
        }

        public async Task<FrameworkRound> LoadRound(string reference, int number, CancellationToken stop = default) =>
            await db.FrameworkRounds.SingleOrDefaultAsync(r => r.FrameworkRef == reference && r.Number == number, stop) ?? throw new NotFound($"Round {number} of {reference}");

        public async Task<Admission> LoadAdmission(string reference, string lotNumber, OrganisationId provider, CancellationToken stop = default) =>
            await db.Admissions.SingleOrDefaultAsync(a => a.FrameworkRef == reference && a.LotNumber == lotNumber && a.Provider == provider, stop)
            ?? throw new NotFound($"That admission to lot {lotNumber} of {reference}");

        /// <summary>The regulator's view of a home now.</summary>
        public async Task<RegulatorView> RegulatorViewOf(string urn, CancellationToken stop = default) =>
            RegulatorView.Of(await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, stop) ?? throw new NotFound($"Home {urn}"));

        /// <summary>The co-operative for which an actor speaks: its own organisation, or the one its authority belongs to.</summary>
        public async Task<Organisation> CooperativeOf(Actor actor, CancellationToken stop = default)
        {
            Organisation own = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == actor.Organisation, stop) ?? throw new NotAllowed("Sign in for an organisation first.");
            if (own.Kind is OrganisationKind.RegionalCooperative or OrganisationKind.NationalCooperative)
            {
                return own;
            }

            return own.Kind == OrganisationKind.Authority && own.Parent is { } parent
                ? await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == parent, stop)
                : throw new NotAllowed("Your organisation belongs to no co-operative, so it cannot act for one.");
        }

        /// <summary>Whether prices of providers may be shown: to buyers, and never to somebody who also works for a provider, a council's own service included (care-sector §5, §6).</summary>
        public async Task<bool> MayReadPrices(Actor actor, CancellationToken stop = default)
        {
            OrganisationKind? acting = await db.Organisations.Where(o => o.Id == actor.Organisation).Select(o => (OrganisationKind?)o.Kind).SingleOrDefaultAsync(stop);
            if (acting is not (OrganisationKind.Authority or OrganisationKind.RegionalCooperative or OrganisationKind.NationalCooperative))
            {
                return false;
            }

            // A provider that nobody has verified bids nowhere, so it bars nobody.
            IQueryable<OrganisationId> providers = db.Organisations.Where(o => (o.Kind == OrganisationKind.Provider && o.VerifiedAt != null) || o.Kind == OrganisationKind.OwnProvider).Select(o => o.Id);
            return !await db.People.Where(p => p.Id == actor.Person).SelectMany(p => p.Memberships).AnyAsync(m => providers.Contains(m.Organisation), stop);
        }

        /// <summary>Raises <see cref="NotAllowed"/> unless <see cref="MayReadPrices"/>.</summary>
        public async Task MustReadPrices(Actor actor, CancellationToken stop = default)
        {
            if (!await db.MayReadPrices(actor, stop))
            {
                throw new NotAllowed("Prices of providers are shown to buyers only, and never to staff of a service that bids itself.");
            }
        }
    }
}
