using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Outcomes;
using Portal.Tests.Awards;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>What the regulator's register says of a provider's homes stands where evidence is looked at: in its own library, and before a contract is signed with it.</summary>
public sealed class HomesOnRegisterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Registration.Active, Judgement.Good, false, true)]
    [InlineData(Registration.Active, Judgement.None, false, true)]
    [InlineData(Registration.Active, Judgement.Inadequate, false, false)]
    [InlineData(Registration.Suspended, Judgement.Good, false, false)]
    [InlineData(Registration.Active, Judgement.Good, true, false)]
    public void A_home_is_in_order_when_nothing_stands_against_a_placement(Registration registration, Judgement judgement, bool restriction, bool inOrder) =>
        Assert.Equal(inOrder, new HomeOnRegister("SC445001", "Elder House", registration, judgement, restriction, null).IsInOrder);

    [Fact]
    public async Task A_provider_sees_in_its_library_what_is_recorded_and_when_and_nobody_elses()
    {
        await using PortalApp app = new();
        OrganisationId provider = await WithHomes(app, "P-445", "SC445001", "SC445002");
        await WithHomes(app, "P-446", "SC446001");
        await Recorded(app, "SC445001", Registration.Active, Judgement.Inadequate);
        using HttpClient bidder = await app.SignedInAs(Role.ProviderBidder, provider);

        string page = PostForms.Words(await bidder.Page("/organisations/evidence"));

        Assert.Contains("House SC445001 SC445001 Active Inadequate", page, StringComparison.Ordinal);
        Assert.Contains("House SC445002 SC445002 Active Good Not yet from the register", page, StringComparison.Ordinal);
        Assert.DoesNotContain("SC446001", page, StringComparison.Ordinal);
        IReadOnlyList<HomeOnRegister> homes = await app.WithDb(db => db.OnRegister(provider, Token));
        Assert.Equal([true, false], homes.Select(h => h.RecordedAt is not null));
    }

    [Fact]
    public async Task Before_signing_the_commissioner_sees_what_stands_against_the_winners_homes()
    {
        await using EvaluationScene scene = await AwardScene.Ranked();
        using HttpClient director = await AwardScene.Told(scene);
        OrganisationId winner = await WithHomes(scene.App, "P-101", "SC447001");
        string url = $"{AwardScene.Page}/diligence/{winner.Value}";
        Assert.Contains("Nothing stands against a placement", PostForms.Words(await scene.AsCommissioner.Page(url)), StringComparison.Ordinal);

        await Recorded(scene.App, "SC447001", Registration.Suspended, Judgement.Good);

        string page = PostForms.Words(await scene.AsCommissioner.Page(url));
        Assert.Contains("Something stands against a placement", page, StringComparison.Ordinal);
        Assert.Contains("SC447001 Suspended Good", page, StringComparison.Ordinal);
    }

    private static async Task<OrganisationId> WithHomes(PortalApp app, string code, params string[] urns)
    {
        OrganisationId provider = await app.Organisation(code, OrganisationKind.Provider);
        await app.WithDb(async db =>
        {
            db.AddRange(urns.Select(urn => ProviderHome.Register(urn, provider, "House " + urn, "E10000031", ["residential"], 4, Judgement.Good)));
            await db.Save(Actor.Portal, Token);
        });
        return provider;
    }

    private static async Task Recorded(PortalApp app, string urn, Registration registration, Judgement judgement)
    {
        Actor lead = await app.Someone(await app.Organisation(), Role.QaLead);
        await app.Do((RecordOutcome record) => record.Execute(lead, urn, new RegulatorOutcome(registration, judgement, false, "The register, 12 January 2027"), Token));
    }
}
