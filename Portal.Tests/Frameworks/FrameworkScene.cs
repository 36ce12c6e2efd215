using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Db.Sqlite;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Tests.Frameworks;

/// <summary>A small region in a database of its own: one co-operative, two authorities, one provider with a home on a live framework.</summary>
public sealed class FrameworkScene : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    public static readonly RegulatorView Good = new(Registration.Active, Judgement.Good, false);

    // Held open so that the shared in-memory database lives as long as the scene.
    private readonly SqliteConnection connection;

    private FrameworkScene()
    {
        string address = $"Data Source=scene-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        connection = new SqliteConnection(address);
        connection.Open();
        Db = new PortalDb((DbContextOptions<PortalDb>)SqliteDesign.Use(new DbContextOptionsBuilder<PortalDb>(), address).Options, TimeProvider.System);
    }

    public PortalDb Db { get; }

    public Organisation Cooperative { get; } = Organisation.Register("west-midlands", "West Midlands co-operative", OrganisationKind.RegionalCooperative);

    public Organisation Lead { get; } = Organisation.Register("E08000026", "Coventry", OrganisationKind.Authority, "West Midlands");

    public Organisation Stranger { get; } = Organisation.Register("E06000001", "Hartlepool", OrganisationKind.Authority, "North East");

    public Organisation Provider { get; } = Organisation.Register("P-100", "Brightpath", OrganisationKind.Provider);

    public static async Task<FrameworkScene> Set()
    {
        var scene = new FrameworkScene();
        await scene.Db.Database.EnsureCreatedAsync();
        scene.Db.AddRange(scene.Cooperative, scene.Lead, scene.Stranger, scene.Provider);
        await scene.Db.Save(Actor.Portal);
        return scene;
    }

    public static Framework Agreed(OrganisationId lead = default, OrganisationId cooperative = default, string reference = "WM-2026", bool registerClause = true)
    {
        var framework = Framework.Open(
            reference, "Children’s homes", FrameworkLevel.Regional, lead, cooperative, new DateOnly(2026, 1, 1), new DateOnly(2029, 12, 31), new Money(1_000_000m), "WM-2026-0001", registerClause);
        framework.AddLot("1", "Residential", "residential", "week", new Money(6900m)).BindFrom(framework.StartsOn);
        framework.AddLot("6", "Complex", "complex", "week", openBook: true).BindFrom(framework.StartsOn);
        return framework;
    }

    public static void SeeEverything(HomeAdmission home)
    {
        foreach (OnboardingMatter matter in Enum.GetValues<OnboardingMatter>().Where(m => m != OnboardingMatter.ImprovementPlan))
        {
            home.NoteCheck(new OnboardingFinding(matter, true, "Certificate 4711 of 2 March 2026", new DateOnly(2027, 3, 1)), "Q. Lead", Now);
        }
    }

    /// <summary>A live framework with one onboarded home at the given core fee; the lead has acceded.</summary>
    public async Task<Framework> LiveFramework(string reference = "WM-2026", decimal core = 6100m, string urn = "SC900001", string lot = "1", bool registerClause = true)
    {
        Framework framework = Agreed(Lead.Id, Cooperative.Id, reference, registerClause);
        framework.GoLive(Now);
        Admission admission = framework.Admit(lot, Provider.Id);
        HomeAdmission home = admission.PutForward(urn);
        home.AgreePrice(framework.Lot(lot), PriceTerms.Of(new Money(core)), framework.StartsOn);
        SeeEverything(home);
        home.Onboard(Good, Judgement.Good, Today);
        Db.AddRange(framework, admission, home, Accession.OfNamedUser(framework, Lead.Id, "Deed 12", Now));
        await Db.Save(Actor.Portal);
        Db.ChangeTracker.Clear();
        return framework;
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await connection.DisposeAsync();
    }
}
