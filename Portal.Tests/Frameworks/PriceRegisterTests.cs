using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Tests.Frameworks;

public sealed class PriceRegisterTests
{
    private static readonly DateOnly Today = FrameworkScene.Today;

    [Fact]
    public async Task The_register_shows_a_home_on_every_framework_whose_terms_permit_it()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        await scene.LiveFramework("WM-2026", 6100m);
        await scene.LiveFramework("SE-2026", 5900m);
        await scene.LiveFramework("NE-2026", 5500m, registerClause: false);

        PriceRegisterRow[] rows = await scene.Db.PriceRegister("SC900001", "residential", "week", Today).OrderBy(r => r.Framework).ToArrayAsync();

        Assert.Equal([("SE-2026", 5900m), ("WM-2026", 6100m)], rows.Select(r => (r.Framework, r.Price.Amount)));
        Assert.Empty(await scene.Db.PriceRegister("SC900001", "residential", "night", Today).ToArrayAsync());
        Assert.Empty(await scene.Db.PriceRegister("SC900001", "residential", "week", new DateOnly(2030, 1, 1)).ToArrayAsync());
    }

    [Fact]
    public async Task An_open_book_lot_has_no_register_price_and_no_schedule_price()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        await scene.LiveFramework(core: 12_000m, lot: "6");

        Assert.Empty(await scene.Db.PriceRegister("SC900001", "complex", "week", Today).ToArrayAsync());
        FrameworkTerms terms = Assert.Single(await scene.Db.FrameworkTermsFor(scene.Lead.Id, scene.Provider.Id, "SC900001", "complex", Today).ToArrayAsync());
        Assert.Null(terms.SchedulePrice);
        Assert.Equal(new Money(12_000m), terms.CoreFee);
    }

    [Fact]
    public async Task Only_an_authority_that_acceded_is_covered()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        await scene.LiveFramework();

        Assert.Equal("WM-2026", Assert.Single(await scene.Db.FrameworksCovering(scene.Lead.Id, "residential", Today).ToArrayAsync()).Ref);
        Assert.Empty(await scene.Db.FrameworksCovering(scene.Stranger.Id, "residential", Today).ToArrayAsync());
        Assert.Empty(await scene.Db.FrameworksCovering(scene.Lead.Id, "fostering", Today).ToArrayAsync());
        Assert.Empty(await scene.Db.FrameworksCovering(scene.Lead.Id, "residential", new DateOnly(2025, 12, 31)).ToArrayAsync());
    }

    [Fact]
    public async Task A_lot_with_an_age_band_covers_only_those_ages()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        Framework framework = await scene.LiveFramework();
        scene.Db.Frameworks.Update(framework);
        framework.Lot("1").Cover(new LotCover(8, 15, ["N1"], "20 miles", Domain.Organisations.Judgement.Good));
        await scene.Db.Save(Actor.Portal);

        Assert.Single(await scene.Db.FrameworksCovering(scene.Lead.Id, "residential", Today, 15).ToArrayAsync());
        Assert.Empty(await scene.Db.FrameworksCovering(scene.Lead.Id, "residential", Today, 16).ToArrayAsync());
    }

    [Fact]
    public async Task The_gate_reads_admission_home_and_price_of_a_lot()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        await scene.LiveFramework();

        FrameworkTerms onboarded = Assert.Single(await scene.Db.FrameworkTermsFor(scene.Lead.Id, scene.Provider.Id, "SC900001", "residential", Today).ToArrayAsync());
        FrameworkTerms unknown = Assert.Single(await scene.Db.FrameworkTermsFor(scene.Stranger.Id, scene.Provider.Id, "SC999999", "residential", Today).ToArrayAsync());

        Assert.True(onboarded is { Admitted: true, HomeOnboarded: true, AuthorityEntitled: true, Cooperative: "west-midlands", Unit: "week", RegisterClause: true });
        Assert.Equal((new Money(6100m), new Money(6900m)), (onboarded.SchedulePrice, onboarded.LotCeiling));
        Assert.True(unknown is { Admitted: true, HomeOnboarded: false, HomeStatus: null, SchedulePrice: null, AuthorityEntitled: false });
    }

    [Fact]
    public async Task An_embargo_of_the_provider_counts_for_each_of_its_homes_until_lifted()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        QaRestriction ofProvider = QaRestriction.Impose(QaRestrictionKind.Embargo, scene.Provider.Id, null, "south-east", default, "Group concern", FrameworkScene.Now);
        QaRestriction ofHome = QaRestriction.Impose(QaRestrictionKind.Suspension, scene.Provider.Id, "SC900001", "west-midlands", default, "Safeguarding", FrameworkScene.Now);
        scene.Db.AddRange(ofProvider, ofHome);
        await scene.Db.Save(Actor.Portal);

        Assert.Equal(["south-east", "west-midlands"], await scene.Db.EmbargoesOf("SC900001", scene.Provider.Id).OrderBy(c => c).ToArrayAsync());
        Assert.Equal(["south-east"], await scene.Db.EmbargoesOf("SC900002", scene.Provider.Id).ToArrayAsync());
        ofHome.Lift("west-midlands", default, "Visits passed", FrameworkScene.Now);
        await scene.Db.Save(Actor.Portal);
        Assert.Equal(["south-east"], await scene.Db.EmbargoesOf("SC900001", scene.Provider.Id).ToArrayAsync());
    }
}
