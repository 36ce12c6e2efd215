using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>A region inside a running portal: a co-operative, its lead authority, a stranger, and a live framework with one admitted provider and home.</summary>
public sealed class FrameworkDoors
{
    public required PortalApp App { get; init; }

    public required OrganisationId Cooperative { get; init; }

    public required OrganisationId Lead { get; init; }

    public required OrganisationId Stranger { get; init; }

    public required OrganisationId Provider { get; init; }

    public required string Ref { get; init; }

    public required string Urn { get; init; }

    public string HomePath => $"/frameworks/{Ref}/lots/1/homes/{Urn}";

    private static int counter;

    /// <summary>The framework came in from before the portal: no tender here said anything of it.</summary>
    public Task FromBefore() => App.WithDb(db => db.Frameworks.Where(f => f.Ref == Ref).ExecuteUpdateAsync(set => set.SetProperty(f => f.TenderRef, (string?)null)));

    /// <summary>Sets the scene; every call makes a framework and a home of its own.</summary>
    public static async Task<FrameworkDoors> Open(PortalApp app, bool onboarded = true, decimal core = 6100m, string provider = "P-100")
    {
        int number = Interlocked.Increment(ref counter);
        OrganisationId cooperative = await app.Organisation("west-midlands");
        var doors = new FrameworkDoors
        {
            App = app,
            Cooperative = cooperative,
            Lead = await app.Organisation("E08000026", OrganisationKind.Authority, cooperative),
            Stranger = await app.Organisation("E06000001", OrganisationKind.Authority, await app.Organisation("north-east")),
            Provider = await app.Organisation(provider, OrganisationKind.Provider),
            Ref = $"WM-{3000 + number}",
            Urn = $"SC9{number:00000}",
        };
        await app.WithDb(async db =>
        {
            Framework framework = FrameworkScene.Agreed(doors.Lead, cooperative, doors.Ref);
            framework.GoLive(app.Clock.GetUtcNow());
            Admission admission = framework.Admit("1", doors.Provider);
            HomeAdmission home = admission.PutForward(doors.Urn);
            home.AgreePrice(framework.Lot("1"), PriceTerms.Of(new Money(core)), framework.StartsOn);
            if (onboarded)
            {
                FrameworkScene.SeeEverything(home);
                home.Onboard(FrameworkScene.Good, Judgement.Good, FrameworkScene.Today);
            }

            db.AddRange(
                framework, admission, home,
                ProviderHome.Register(doors.Urn, doors.Provider, $"Primrose House {number}", "E08000026", ["residential"], 4, Judgement.Good),
                Accession.OfNamedUser(framework, doors.Lead, "Deed 12", app.Clock.GetUtcNow()));
            await db.Save(Actor.Portal);
        });
        return doors;
    }

    public async Task<HttpClient> As(Role role, OrganisationId organisation) => await App.SignedInAs(role, organisation);

    public Task<HomeAdmission> Home() => App.WithDb(db => db.HomeAdmissions.AsNoTracking().AsSplitQuery().Include(h => h.Checks).Include(h => h.Schedules).SingleAsync(h => h.HomeUrn == Urn && h.FrameworkRef == Ref));

    public Task<string[]> Log(string subject) => App.WithDb(db => db.LogEntries.Where(e => e.Subject == subject).OrderBy(e => e.Row).Select(e => e.Action).ToArrayAsync());
}
