using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.CallOffs.Choosing;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;

namespace Portal.Tests.CallOffs;

/// <summary>Discounts to the penny, the order of the objective mechanism, and what a block guarantees.</summary>
public sealed class PlacementFeeTests
{
    private static readonly PriceTerms Terms = PriceTerms.Of(new Money(6123.45m)) with { SiblingDiscount = 7.5m, VolumeDiscount = 2m, VolumeFrom = 3, LongTermDiscount = 1.25m, BlockDiscount = 4m, VoidRate = 85m };

    [Theory]
    [InlineData(false, 1, false, false, "6123.45")]
    [InlineData(true, 1, false, false, "5664.19")] // 7.5 % is 459.25875: 459.26
    [InlineData(false, 2, false, false, "6123.45")]
    [InlineData(false, 3, false, false, "6000.98")] // 2 % is 122.469: 122.47
    [InlineData(false, 1, true, false, "6046.91")] // 1.25 % is 76.543125: 76.54
    [InlineData(false, 1, false, true, "5878.51")] // 4 % is 244.938: 244.94
    [InlineData(true, 3, true, true, "5220.24")]
    public void Each_discount_is_its_per_cent_of_the_core_fee_rounded_half_up_on_its_own_line(bool sibling, int nth, bool longTerm, bool block, string due)
    {
        PlacementFee fee = PlacementFee.Of(Terms, Money.Zero, new DiscountGrounds(sibling, nth, longTerm, block));

        Assert.Equal(due, fee.Due.ToApi());
        Assert.Equal(fee.Core, fee.Due + fee.Off);
    }

    [Fact]
    public void Extras_are_never_discounted_and_the_core_fee_never_falls_below_nothing()
    {
        PriceTerms generous = Terms with { SiblingDiscount = 80m, BlockDiscount = 80m };

        Assert.Equal(new Money(300m), PlacementFee.Of(generous, new Money(300m), new DiscountGrounds(Sibling: true, Block: true)).Due);
        Assert.Equal(new Money(6423.45m), PlacementFee.Of(Terms, new Money(300m), new DiscountGrounds()).Due);
    }

    [Fact]
    public void A_volume_discount_says_from_which_placement_on()
    {
        FrameworkLot lot = Frameworks.FrameworkScene.Agreed(Id.New<OrganisationId>(), Id.New<OrganisationId>()).Lot("1");

        Assert.Contains((Terms with { VolumeFrom = null }).WhatIsWrong(lot), r => r.Code == "VOLUME_FROM");
        Assert.Contains((Terms with { VolumeFrom = 1 }).WhatIsWrong(lot), r => r.Code == "VOLUME_FROM");
        Assert.DoesNotContain(Terms.WhatIsWrong(lot), r => r.Code == "VOLUME_FROM");
    }

    [Fact]
    public void The_mechanism_takes_those_that_fit_then_price_then_needs_left_open_then_the_earliest_day()
    {
        Offer dear = Offered("SC900001", 6000m, 1, suitable: true);
        Offer unfit = Offered("SC900002", 5000m, 1, suitable: false);
        Offer later = Offered("SC900003", 5900m, 9, suitable: true);
        Offer sooner = Offered("SC900004", 5900m, 2, suitable: true);
        Offer open = Offered("SC900005", 5900m, 1, suitable: true, "N3");

        IReadOnlyList<RankedOffer> ranked = ObjectiveMechanism.Rank([dear, unfit, later, sooner, open], o => o.Price);

        Assert.Equal(["SC900004", "SC900003", "SC900005", "SC900001"], ranked.Select(r => r.Offer.HomeUrn));
        Assert.Empty(ObjectiveMechanism.WhatBlocks(ranked, "SC900004", null));
        Assert.Equal("NOT_FIRST", Assert.Single(ObjectiveMechanism.WhatBlocks(ranked, "SC900001", " ")).Code);
        Assert.Equal("NOT_FIRST", Assert.Single(ObjectiveMechanism.WhatBlocks(ranked, "SC900009", null)).Code);
        Assert.Empty(ObjectiveMechanism.WhatBlocks(ranked, "SC900001", "She wishes to live near her school."));
    }

    [Fact]
    public void A_block_counts_whole_guaranteed_places_and_charges_the_void_rate_for_the_empty_ones()
    {
        BlockContract block = BlockContract.Agree(Actor.Portal, "BL-1", Block(places: 3, percent: 75m), Terms, PortalApp.Start);

        Assert.Equal((2, new Money(5878.51m), 85m), (block.Guaranteed, block.PlacePrice, block.VoidRate));
        Assert.Equal([2, 1, 0, 0], Enumerable.Range(0, 4).Select(block.VoidsAt));
        Assert.Equal(new Money(9993.46m), block.VoidCostAt(0)); // 85 % of 5,878.51 is 4,996.7335: 4,996.73 each
        Assert.True(block.InForceOn(block.From) && block.InForceOn(block.To) && !block.InForceOn(block.To.AddDays(1)));
    }

    [Fact]
    public void A_block_is_refused_with_every_reason_at_once()
    {
        RuleBroken broken = Assert.Throws<RuleBroken>(() => BlockContract.Agree(Actor.Portal, "BL-1", Block(places: 5, percent: 101m) with { VoidRate = 90m, To = new DateOnly(2039, 1, 1) }, Terms, PortalApp.Start));

        Assert.Equal(["VOID_RATE", "BLOCK_PLACES", "PERCENTAGE", "BLOCK_TERM"], broken.Reasons.Select(r => r.Code));
        Assert.Equal("NO_BLOCK", Assert.Throws<RuleBroken>(() => BlockContract.Agree(Actor.Portal, "BL-1", Block(1, 100m), Terms with { VoidRate = null }, PortalApp.Start)).Reasons[0].Code);
    }

    private static BlockTerms Block(int places, decimal percent) => new()
    {
        Cooperative = Id.New<OrganisationId>(),
        Provider = Id.New<OrganisationId>(),
        HomeUrn = "SC900001",
        FrameworkRef = "WM-2026",
        LotNumber = "1",
        Unit = "week",
        Places = places,
        PlacesFree = 4,
        GuaranteePercent = percent,
        From = new DateOnly(2026, 12, 1),
        To = new DateOnly(2027, 11, 30),
        FrameworkEnds = new DateOnly(2030, 3, 31),
    };

    private static Offer Offered(string urn, decimal price, int day, bool suitable, params string[] open)
    {
        OrganisationId provider = Id.New<OrganisationId>();
        var officer = new Actor(Id.New<PersonId>(), "Officer", Id.New<OrganisationId>(), "Warwickshire", new HashSet<Role> { Role.PlacementOfficer });
        var need = new ReferralNeed { ChildReference = "C-1", ChildAge = 14, ServiceTypes = ["residential"], Needs = ["N3"], Urgency = "planned", NeededBy = PortalApp.Start.AddDays(20), WindowClosesAt = PortalApp.Start.AddDays(2) };
        Referral referral = Referral.Send(officer, need, [provider], "R-1", PortalApp.Start);
        Offer offer = Offer.Make(referral, provider, new OfferedPlace(urn, "residential", new Money(price), "week", new DateOnly(2026, 12, day), "A small home.", open), PortalApp.Start);
        offer.Assess(officer, suitable, "Looked at.", PortalApp.Start);
        return offer;
    }
}
