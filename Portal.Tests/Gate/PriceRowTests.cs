using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using static Portal.Tests.Gate.Ask;

namespace Portal.Tests.Gate;

/// <summary>The rows about terms and price: on a framework, emergency, above terms.</summary>
public sealed class PriceRowTests
{
    private static readonly ExtraFacts Hours = new(ExtraKind.OneToOneHours, new Money(312m), AtScheduleRate: true);

    private static readonly ExtraFacts Therapy = new(ExtraKind.Therapy, new Money(312m), AtScheduleRate: false);

    private static FrameworkFacts Pending => Onboarded with { HomeOnboarded = false, OnboardingPendingAllowed = true };

    [Fact]
    public void C1_the_contracts_example_is_on_terms()
    {
        GateAnswer answer = Decide(OnTerms with { PriceRegister = [Registered(6100m)] });

        Assert.Equal((Outcome.Allow, "C1", "ON_TERMS"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Empty(answer.RequiredApprovals);
        Assert.Empty(answer.Flags);
        Assert.Empty(answer.FollowUps);
        Assert.Null(answer.AllowedPrice);
    }

    [Fact]
    public void C1_on_terms_above_another_regions_price_is_flagged()
    {
        GateAnswer answer = Decide(OnTerms with { PriceRegister = [Registered(5900m)] });

        Assert.Equal((Outcome.Allow, "C1"), (answer.Outcome, answer.Decisive));
        Assert.Equal(["PRICE_ABOVE_REGISTER"], answer.Flags);
        Assert.Contains("D2", answer.Rules());
    }

    [Fact]
    public void C1_a_call_off_on_terms_tonight_is_an_ordinary_allow() =>
        Assert.Equal(["C1", "E1"], Decide(OnTerms.Tonight()).Rules()[..2]);

    [Fact]
    public void E1_the_contracts_second_example()
    {
        GateAnswer answer = Decide((Gap with { PriceRegister = [Registered(5900m)] }).Tonight());

        Assert.Equal((Outcome.AllowEmergency, "E1", "EMERGENCY"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal("E3", answer.Reasons[^1].Rule);
        Assert.Equal(new Money(5900m), answer.AllowedPrice);
        Assert.Equal(["SAME_BED_PREMIUM"], answer.Flags);
        Assert.Equal(["rccReview 1 2026-11-24", "ratified 5 2026-12-01", "legalGround 10 2026-12-08"], answer.Due());
        Assert.Equal(new DateOnly(2026, 12, 1), answer.Lapses);
    }

    [Theory]
    [InlineData("2026-11-13T17:00:00Z", true)]
    [InlineData("2026-11-15T09:00:00Z", true)]
    [InlineData("2026-11-16T09:00:00Z", false)]
    [InlineData("2027-01-01T09:00:00Z", false)]
    [InlineData(null, false)]
    public void E2_a_need_known_for_more_than_five_working_days_was_foreseeable(string? knownSince, bool foreseeable)
    {
        GateAnswer answer = Decide(Gap.Tonight().Need(n => n with { KnownSince = knownSince is null ? null : DateTimeOffset.Parse(knownSince, System.Globalization.CultureInfo.InvariantCulture) }));

        Assert.Equal(foreseeable, answer.Flags.Contains("FORESEEABLE"));
        Assert.Equal(foreseeable, answer.Rules().Contains("E2"));
        Assert.Equal(Outcome.AllowEmergency, answer.Outcome);
    }

    [Theory]
    [InlineData(Urgency.Planned, "2026-11-24T10:00:00Z", true)]
    [InlineData(Urgency.Planned, "2026-11-24T10:00:01Z", false)]
    [InlineData(Urgency.Planned, "2026-11-20T10:00:00Z", true)]
    [InlineData(Urgency.Planned, null, false)]
    [InlineData(Urgency.SameDay, null, true)]
    [InlineData(Urgency.OutOfHours, null, true)]
    [InlineData(Urgency.SameDay, "2026-11-25T10:00:00Z", false)]
    [InlineData(Urgency.OutOfHours, "2026-11-24T11:59:59Z", true)]
    [InlineData(Urgency.OutOfHours, "2026-11-24T12:00:00Z", false)]
    public void Needed_within_24_hours(Urgency urgency, string? neededBy, bool emergency)
    {
        Facts facts = Gap.Need(n => n with { Urgency = urgency, NeededBy = neededBy is null ? null : DateTimeOffset.Parse(neededBy, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(emergency ? "E1" : "B4", Decide(facts).Decisive);
    }

    [Theory]
    [InlineData("2026-11-30T22:00:00Z", "2026-12-01T11:59:00Z", true)]
    [InlineData("2026-11-27T19:00:00Z", "2026-12-01T11:59:00Z", true)]
    [InlineData("2026-11-27T19:00:00Z", "2026-12-01T12:00:00Z", false)]
    [InlineData("2026-07-03T23:30:00Z", "2026-07-06T10:59:00Z", true)]
    [InlineData("2026-07-03T23:30:00Z", "2026-07-06T11:00:00Z", false)]
    public void Out_of_hours_reaches_to_noon_london_on_the_next_uk_wide_working_day(string at, string neededBy, bool emergency)
    {
        Facts facts = (Gap with { At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) })
            .Need(n => n with { Urgency = Urgency.OutOfHours, NeededBy = DateTimeOffset.Parse(neededBy, System.Globalization.CultureInfo.InvariantCulture), KnownSince = null });

        Assert.Equal(emergency ? "E1" : "B4", Decide(facts).Decisive);
    }

    [Fact]
    public void C2_a_package_with_scheduled_extras_needs_the_commissioner_and_finance()
    {
        Facts facts = OnTerms.With(o => o with { Price = new Money(6412m), ItemisedExtras = [Hours] });
        GateAnswer answer = Decide(facts);

        Assert.Equal((Outcome.AllowWithApproval, "C2", "PACKAGE"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(["rccCommissioner/price", "finance/price"], answer.Asked());
        Assert.Equal(Outcome.Allow, Decide(facts.Approved((ApproverRole.RccCommissioner, ApprovalPurpose.Price, "u-1"), (ApproverRole.Finance, ApprovalPurpose.Price, "u-2"))).Outcome);
    }

    [Theory]
    [InlineData(12.0, "C2")]
    [InlineData(12.5, "C3")]
    [InlineData(null, "C3")]
    public void C2_extras_off_the_schedule_last_at_most_twelve_weeks(double? weeks, string decisive) =>
        Assert.Equal(decisive, Decide(OnTerms.With(o => o with { Price = new Money(6412m), ItemisedExtras = [Hours with { Amount = Money.Zero }, Therapy], PackageWeeks = (decimal?)weeks })).Decisive);

    [Fact]
    public void C2_is_not_above_the_lots_ceiling_without_its_scheduled_extras()
    {
        Facts facts = OnTerms.With(o => o with { Price = new Money(6500m), ItemisedExtras = [Therapy with { Amount = new Money(400m) }], PackageWeeks = 8 });

        Assert.Equal("C2", Decide(facts.Covered(Onboarded with { LotCeiling = new Money(6500m) })).Decisive);
        Assert.Equal("C3", Decide(facts.Covered(Onboarded with { LotCeiling = new Money(6499.99m) })).Decisive);
        Assert.Equal("C2", Decide(facts.Covered(Onboarded with { LotCeiling = null })).Decisive);
        Assert.Equal("C3", Decide(facts.Covered(Onboarded with { LotCeiling = new Money(6499.99m) }, Pending with { SchedulePrice = new Money(5000m) })).Decisive);
    }

    [Fact]
    public void C2_an_open_book_lot_needs_every_pound_itemised()
    {
        Facts facts = OnTerms.Covered(Onboarded with { SchedulePrice = null, LotCeiling = null }).With(o => o with { Price = new Money(312m) });

        Assert.Equal("C2", Decide(facts.With(o => o with { ItemisedExtras = [Therapy] })).Decisive);
        Assert.Equal("C3", Decide(facts.With(o => o with { ItemisedExtras = [Therapy with { Amount = new Money(311.99m) }] })).Decisive);
        Assert.Equal("C3", Decide(facts).Decisive);
    }

    [Fact]
    public void C4_a_home_not_yet_onboarded_is_onboarded_within_ten_working_days()
    {
        GateAnswer answer = Decide(Gap.Covered(Pending));

        Assert.Equal((Outcome.AllowWithApproval, "C4", "HOME_PENDING"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(["rccCommissioner/placement"], answer.Asked());
        Assert.Equal(["onboardHome 10 2026-12-08"], answer.Due());
        Assert.Equal("C3", Decide(Gap.Covered(Pending).Priced(6100.01m)).Decisive);
        Assert.Equal("D4", Decide(Gap.Covered(Pending with { OnboardingPendingAllowed = false })).Decisive);
    }

    [Fact]
    public void C3_above_terms_is_blocked_at_the_lower_of_schedule_and_register()
    {
        Assert.Equal(new Money(6100m), Decide(OnTerms.Priced(6100.01m)).AllowedPrice);
        Assert.Equal(new Money(5900m), Decide((OnTerms with { PriceRegister = [Registered(5900m)] }).Priced(7000m)).AllowedPrice);
        Assert.Equal(new Money(5800m), Decide(OnTerms.Covered(Onboarded with { RegisterClause = false }, Pending with { SchedulePrice = new Money(5800m) }).Priced(7000m)).AllowedPrice);
        Assert.Null(Decide(OnTerms.Covered(Onboarded with { SchedulePrice = null })).AllowedPrice);
        Assert.Equal((Outcome.Block, "OVER_CEILING"), (Decide(OnTerms.Priced(6100.01m)).Outcome, Decide(OnTerms.Priced(6100.01m)).Reasons[0].Code));
    }

    [Fact]
    public void C3_none_of_the_own_terms_may_hold_for_it_to_be_a_reason()
    {
        Assert.DoesNotContain("C3", Decide(OnTerms).Rules());
        Assert.Contains("C3", Decide(OnTerms.Priced(7000m).Tonight()).Rules());
        Assert.Equal("D6", Decide(OnTerms.Priced(7000m).Resident()).Decisive);
    }

    [Fact]
    public void C5_a_national_contract_is_asked_first()
    {
        Facts facts = Gap.Covered(Covering with { Level = ContractLevel.National });

        Assert.Equal((Outcome.Block, "NATIONAL_TERMS"), (Decide(facts).Outcome, Decide(facts).Reasons[0].Code));
        Assert.Equal("D4", Decide(Gap.Covered(Covering with { Level = ContractLevel.National, HubConfirmedNoPlace = true })).Decisive);
        Assert.Equal("D6", Decide(facts.Resident()).Decisive);
        Assert.Equal("B4", Decide(Gap.Covered(Covering with { Level = ContractLevel.National, Live = false })).Decisive);
    }

    [Fact]
    public void Every_reason_names_a_next_step_and_the_table_is_complete()
    {
        Assert.Equal(
            ["G0", "B0", "S1", "A2", "A1", "A1b", "B3", "A5", "S2", "A3", "A6", "A3b", "B1", "C1", "E1", "C2", "C4", "C3", "C5", "D6", "D2", "D5", "D1", "D3", "D4", "B4"],
            DecisionTable.Rows.Select(r => r.Rule));
        Assert.All(DecisionTable.Rows, row => Assert.True(row.NextStep.Length > 20 && row.Text.Length > 20 && row.When.Length > 10, row.Rule));
    }
}
