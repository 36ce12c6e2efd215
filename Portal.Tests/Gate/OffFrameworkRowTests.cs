using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using static Portal.Tests.Gate.Ask;

namespace Portal.Tests.Gate;

/// <summary>The rows of the table for a place off any framework, one by one: continuity, the same bed's premium, user choice, search and coverage.</summary>
public sealed class OffFrameworkRowTests
{
    private static readonly ExtraFacts Hours = new(ExtraKind.OneToOneHours, new Money(312m), AtScheduleRate: true);

    private static readonly ExtraFacts Therapy = new(ExtraKind.Therapy, new Money(312m), AtScheduleRate: false);

    [Theory]
    [InlineData(6100.0, "headOfService/placement")]
    [InlineData(6099.0, "headOfService/placement,finance/price")]
    [InlineData(null, "headOfService/placement,finance/price")]
    public void D6_a_resident_stays_and_a_rise_needs_finance(double? current, string asked)
    {
        GateAnswer answer = Decide((Gap.Resident() with { LegalGround = "user choice" }).With(o => o with { CurrentPrice = current is { } price ? new Money((decimal)price) : null }));

        Assert.Equal((Outcome.AllowWithApproval, "D6", "CONTINUITY"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(asked, string.Join(',', answer.Asked()));
        Assert.Null(answer.AllowedPrice);
    }

    [Fact]
    public void D6_names_the_register_price_where_the_bed_is_dearer()
    {
        GateAnswer answer = Decide(Gap.Resident() with { PriceRegister = [Registered(5900m)], LegalGround = "s.41" });

        Assert.Equal(new Money(5900m), answer.AllowedPrice);
        Assert.Equal(["SAME_BED_PREMIUM"], answer.Flags);
        Assert.Equal(["D6", "D2", "B4"], answer.Rules());
    }

    [Fact]
    public void D2_the_same_bed_costs_no_more_than_on_any_framework()
    {
        Facts facts = Gap with { PriceRegister = [Registered(6099.99m), Registered(6500m)] };
        GateAnswer answer = Decide(facts);

        Assert.Equal((Outcome.Block, "D2", new Money(6099.99m)), (answer.Outcome, answer.Decisive, answer.AllowedPrice));
        Assert.Equal("B4", Decide(facts.Priced(6099.99m)).Decisive);
    }

    [Fact]
    public void D2_scheduled_extras_are_left_out_of_the_comparison()
    {
        Facts facts = Gap with { PriceRegister = [Registered(6100m)] };

        Assert.Equal("B4", Decide(facts.With(o => o with { Price = new Money(6412m), ItemisedExtras = [Hours] })).Decisive);
        Assert.Equal("D2", Decide(facts.With(o => o with { Price = new Money(6412m), ItemisedExtras = [Therapy] })).Decisive);
    }

    [Fact]
    public void D2_the_register_speaks_of_this_bed_this_unit_and_this_day()
    {
        Assert.Equal("B4", Decide(Gap with { PriceRegister = [Registered(1m) with { HomeUrn = "SC900002" }] }).Decisive);
        Assert.Equal("B4", Decide(Gap with { PriceRegister = [Registered(1m) with { ServiceType = "therapeutic" }] }).Decisive);
        Assert.Equal("B4", Decide(Gap with { PriceRegister = [Registered(1m) with { Unit = PriceUnit.Night }] }).Decisive);
        Assert.Equal("B4", Decide(Gap with { PriceRegister = [Registered(1m) with { From = new DateOnly(2026, 11, 24) }] }).Decisive);
        Assert.Equal("B4", Decide(Gap with { PriceRegister = [Registered(1m) with { To = new DateOnly(2026, 11, 22) }] }).Decisive);
        Assert.Equal("B4", Decide(Gap with { PriceRegister = [Registered(1m) with { Price = null }] }).Decisive);
        Assert.Equal("D2", Decide(Gap with { PriceRegister = [Registered(1m) with { From = new DateOnly(2026, 11, 23), To = new DateOnly(2026, 11, 23) }] }).Decisive);
    }

    [Fact]
    public void D2_a_covering_frameworks_schedule_is_in_the_register_where_its_terms_say_so()
    {
        FrameworkFacts onboardedOnly = Onboarded with { Admitted = false, SchedulePrice = new Money(6000m) };

        Assert.Equal(new Money(6000m), Decide(Gap.Covered(onboardedOnly)).AllowedPrice);
        Assert.Equal("D4", Decide(Gap.Covered(onboardedOnly with { RegisterClause = false })).Decisive);
        Assert.Equal("D4", Decide(Gap.Covered(onboardedOnly with { HomeOnboarded = false })).Decisive);
        Assert.Equal("B4", Decide(Gap.Covered(onboardedOnly with { AuthorityEntitled = false })).Decisive);
        Assert.Equal("D4", Decide(Gap.Covered(onboardedOnly with { Unit = PriceUnit.Night })).Decisive);
    }

    [Theory]
    [InlineData(true, true, false, true, "D5")]
    [InlineData(true, false, true, true, "D5")]
    [InlineData(false, true, true, true, "B4")]
    [InlineData(true, false, false, true, "B4")]
    [InlineData(true, true, true, false, "B4")]
    public void D5_user_choice_needs_every_limb(bool views, bool preference, bool onlyOne, bool against, string decisive)
    {
        Facts facts = (Gap with { LegalGround = "user choice" }).Child(c => c with { EnactmentRequiresViews = views, PreferenceExpressed = preference, OnlyOneCapableSupplier = onlyOne, CompetitionAgainstInterests = against });

        Assert.Equal(decisive, Decide(facts).Decisive);
    }

    [Fact]
    public void D5_is_approved_by_the_director_and_legal()
    {
        Facts choice = (Gap with { LegalGround = "user choice" }).Child(c => c with { EnactmentRequiresViews = true, PreferenceExpressed = true, CompetitionAgainstInterests = true });

        Assert.Equal(["directorOfChildrensServices/placement", "legal/legalGround"], Decide(choice).Asked());
        Assert.Equal("D2", Decide(choice with { PriceRegister = [Registered(6000m)] }).Decisive);
        Assert.Equal("D5", Decide(choice.Covered(Covering).Searched(s => s with { SuitableOffersOnTerms = 3 })).Decisive);
    }

    [Fact]
    public void D1_a_suitable_offer_on_terms_is_taken()
    {
        GateAnswer answer = Decide(Gap.Covered(Covering).Searched(s => s with { SuitableOffersOnTerms = 1, WindowClosed = false }));

        Assert.Equal((Outcome.Block, "D1", "SUITABLE_ON_TERMS"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(["D1", "D3"], answer.Rules());
        Assert.Equal("B4", Decide(Gap.Searched(s => s with { SuitableOffersOnTerms = 1 })).Decisive);
    }

    [Fact]
    public void D3_an_incomplete_search_is_pending()
    {
        Facts facts = Gap.Covered(Covering);

        Assert.Equal((Outcome.Pending, "D3"), (Decide(facts.Searched(s => s with { SentTo = 11 })).Outcome, Decide(facts.Searched(s => s with { SentTo = 11 })).Decisive));
        Assert.Equal("D3", Decide(facts.Searched(s => s with { WindowClosed = false })).Decisive);
        Assert.Equal("D3", Decide(facts.Searched(s => s with { AllSuitableTypesInParallel = false })).Decisive);
        Assert.Equal("D4", Decide(facts.Searched(s => s with { SentTo = null })).Decisive);
        Assert.Equal("D3", Decide(facts with { Search = new SearchFacts() }).Decisive);
    }

    [Fact]
    public void D4_no_offer_needs_four_approvals_and_two_later_looks()
    {
        GateAnswer answer = Decide(Gap.Covered(Covering) with { LegalGround = "s.41" });

        Assert.Equal((Outcome.AllowWithApproval, "D4", "NO_OFFER"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(["headOfService/placement", "rccCommissioner/placement", "finance/price", "legal/legalGround"], answer.Asked());
        Assert.Equal(["review28 - 2026-12-21", "retest12Weeks - 2027-02-15"], answer.Due());
    }

    [Fact]
    public void B4_where_nothing_covers_the_need_two_approvals_suffice()
    {
        GateAnswer answer = Decide(Gap with { LegalGround = "s.41" });

        Assert.Equal((Outcome.AllowWithApproval, "B4", "COVERAGE_GAP"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(["headOfService/placement", "finance/price"], answer.Asked());
        Assert.Equal(["B4"], answer.Rules());
    }
}
