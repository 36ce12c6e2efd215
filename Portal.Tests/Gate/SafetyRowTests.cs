using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Organisations;
using static Portal.Tests.Gate.Ask;

namespace Portal.Tests.Gate;

/// <summary>The first part of the decision table: scope, safety and the law, row by row and where rows compete.</summary>
public sealed class SafetyRowTests
{
    private static Facts Unregistered => Gap.With(o => o with { Registration = RegistrationFact.None });

    private static Facts Poor => OnTerms.With(o => o with { Judgement = Judgement.Inadequate }) with { OnlyPoorRegisteredAvailable = true };

    [Theory]
    [InlineData(17, "B4")]
    [InlineData(18, "G0")]
    [InlineData(25, "G0")]
    public void G0_an_adult_is_out_of_scope(int age, string decisive) =>
        Assert.Equal(decisive, Decide(Gap.Child(c => c with { Age = age })).Decisive);

    [Fact]
    public void G0_asks_for_nothing_even_when_approvals_were_given()
    {
        GateAnswer answer = Decide(Unregistered.Child(c => c with { Age = 18 }).Approved((ApproverRole.Finance, ApprovalPurpose.Price, "u-9")));

        Assert.Equal((Outcome.OutOfScope, "ADULT"), (answer.Outcome, answer.Reasons[0].Code));
        Assert.Empty(answer.RequiredApprovals);
        Assert.Empty(answer.Flags);
    }

    [Theory]
    [InlineData(OptionKind.Kinship)]
    [InlineData(OptionKind.Secure)]
    [InlineData(OptionKind.YouthDetention)]
    public void B0_what_is_no_purchase_is_out_of_scope(OptionKind kind)
    {
        GateAnswer answer = Decide(Unregistered.With(o => o with { Kind = kind }));

        Assert.Equal((Outcome.OutOfScope, "B0", "NOT_PROCUREMENT"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Contains("A1", answer.Rules());
    }

    [Fact]
    public void S1_necessity_is_recorded_and_never_allowed()
    {
        GateAnswer answer = Decide((Unregistered with { OnlyUnregisteredAvailable = true }).Tonight().Approved((ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Placement, "u-7")));

        Assert.Equal((Outcome.NecessityRecord, "S1"), (answer.Outcome, answer.Decisive));
        Assert.Equal([new RequiredApproval(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Placement, true)], answer.RequiredApprovals);
        Assert.Equal(["dailyReview - 2026-11-24T10:00:00Z", "regulatorTold - 2026-11-24T10:00:00Z", "movePlan - 2026-11-24T10:00:00Z"], answer.Due());
        Assert.Contains("A1", answer.Rules());
    }

    [Fact]
    public void S1_a_court_reference_counts_like_urgency() =>
        Assert.Equal("S1", Decide((Unregistered with { OnlyUnregisteredAvailable = true }).Child(c => c with { CourtReference = "FD26P00001" })).Decisive);

    [Fact]
    public void S1_without_urgency_or_court_an_unregistered_home_is_blocked() =>
        Assert.Equal("A1", Decide(Unregistered with { OnlyUnregisteredAvailable = true }).Decisive);

    [Fact]
    public void S1_reaches_a_child_under_16_in_registered_supported_accommodation()
    {
        Facts facts = (Gap with { OnlyUnregisteredAvailable = true }).Need(n => n with { ServiceType = "supportedAccommodation" }).Tonight();

        Assert.Equal("S1", Decide(facts.Child(c => c with { Age = 15 })).Decisive);
        Assert.Equal("E1", Decide(facts.Child(c => c with { Age = 16 })).Decisive);
    }

    [Fact]
    public void A2_blocks_supported_accommodation_under_16_whatever_is_approved_or_reasoned()
    {
        Facts facts = (Gap with { ExceptionReason = "The sibling lives there." }).Need(n => n with { ServiceType = "supportedAccommodation" }).Resident().Approved((ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Placement, "u-7"));

        GateAnswer answer = Decide(facts.Child(c => c with { Age = 15 }));

        Assert.Equal((Outcome.Block, "UNLAWFUL_U16"), (answer.Outcome, answer.Reasons[0].Code));
        Assert.Empty(answer.RequiredApprovals);
    }

    [Theory]
    [InlineData(RegistrationFact.Suspended)]
    [InlineData(RegistrationFact.Cancelled)]
    [InlineData(RegistrationFact.None)]
    [InlineData(RegistrationFact.OfficerChecked)]
    [InlineData(null)]
    public void A1_an_unregistered_home_takes_no_newcomer(RegistrationFact? registration)
    {
        GateAnswer answer = Decide(OnTerms.With(o => o with { Registration = registration }));

        Assert.Equal((Outcome.Block, "A1", "UNREGISTERED"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
    }

    [Fact]
    public void A1_an_officers_look_at_the_register_counts_tonight() =>
        Assert.Equal("E1", Decide(Gap.With(o => o with { Registration = RegistrationFact.OfficerChecked }).Tonight()).Decisive);

    [Fact]
    public void A1b_a_resident_stays_with_a_plan_within_24_hours()
    {
        GateAnswer answer = Decide(Unregistered.Resident());

        Assert.Equal((Outcome.NecessityRecord, "A1b", "UNREGISTERED"), (answer.Outcome, answer.Decisive, answer.Reasons[0].Code));
        Assert.Equal(["movePlan - 2026-11-24T10:00:00Z"], answer.Due());
        Assert.Equal(["directorOfChildrensServices/placement"], answer.Asked());
    }

    [Theory]
    [InlineData("specialSchool", "B3")]
    [InlineData("residentialEducation", "B3")]
    [InlineData("residential", "B4")]
    public void B3_a_school_named_by_the_plan_is_allowed(string serviceType, string decisive) =>
        Assert.Equal(decisive, Decide(Gap.Child(c => c with { SchoolNamedByPlan = true }).Need(n => n with { ServiceType = serviceType })).Decisive);

    [Fact]
    public void B3_is_allowed_with_flags_where_other_rules_would_stop()
    {
        Facts facts = Gap.Child(c => c with { SchoolNamedByPlan = true }).Need(n => n with { ServiceType = "specialSchool" });
        GateAnswer answer = Decide((facts with { PriceRegister = [Registered(6000m) with { ServiceType = "specialSchool" }] })
            .With(o => o with { PlacesOccupied = 4, Restriction = true, Judgement = Judgement.RequiresImprovement, Distance = Distance.AtADistance }));

        Assert.Equal((Outcome.Allow, "B3"), (answer.Outcome, answer.Decisive));
        Assert.Equal(["QA_STOP", "CAPACITY", "PRICE_ABOVE_REGISTER"], answer.Flags);
        Assert.Empty(answer.RequiredApprovals);
        Assert.Equal(["hostNotified - 2026-12-20"], answer.Due());
        Assert.Null(answer.AllowedPrice);
    }

    [Theory]
    [InlineData(Distance.Own, false)]
    [InlineData(Distance.Adjoining, true)]
    [InlineData(Distance.AtADistance, true)]
    [InlineData(null, true)]
    public void The_host_is_told_unless_the_home_is_known_to_stand_in_the_own_area(Distance? distance, bool told) =>
        Assert.Equal(told, Decide(OnTerms.Resident().With(o => o with { Distance = distance })).FollowUps.Any(f => f.What == Duty.HostNotified));

    [Fact]
    public void A5_a_full_home_takes_no_newcomer()
    {
        Assert.Equal("CAPACITY", Decide(OnTerms.With(o => o with { PlacesNeeded = 2 })).Reasons[0].Code);
        Assert.Equal("CAPACITY", Decide(OnTerms.With(o => o with { PlacesNeeded = 2, WithinStatementOfPurpose = false })).Reasons[0].Code);
        Assert.Equal("PURPOSE", Decide(OnTerms.With(o => o with { WithinStatementOfPurpose = false })).Reasons[0].Code);
        Assert.Equal("C1", Decide(OnTerms.With(o => o with { PlacesOccupied = null, PlacesNeeded = 9 })).Decisive);
        Assert.Equal("C1", Decide(OnTerms.Resident().With(o => o with { PlacesNeeded = 9, WithinStatementOfPurpose = false })).Decisive);
    }

    [Fact]
    public void S2_the_last_resort_waits_for_the_director_alone()
    {
        GateAnswer waiting = Decide(Poor.Tonight());
        GateAnswer approved = Decide(Poor.Tonight().Approved((ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Quality, "u-7")));

        Assert.Equal((Outcome.Pending, "S2"), (waiting.Outcome, waiting.Decisive));
        Assert.Equal((Outcome.AllowEmergency, "S2"), (approved.Outcome, approved.Decisive));
        Assert.Equal(["rccReview 1 2026-11-24", "ratified 5 2026-12-01", "legalGround 10 2026-12-08", "qualityReview - 2026-11-24T10:00:00Z"], approved.Due());
        Assert.Equal(new DateOnly(2026, 12, 1), approved.Lapses);
    }

    [Fact]
    public void S2_an_excluded_provider_needs_legal_too()
    {
        Facts facts = OnTerms.With(o => o with { Excluded = true, Distance = Distance.AtADistance }).Tonight() with { OnlyPoorRegisteredAvailable = true };
        var director = (ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Quality, "u-7");

        Assert.Equal(Outcome.Pending, Decide(facts.Approved(director)).Outcome);
        GateAnswer answer = Decide(facts.Approved(director, (ApproverRole.Legal, ApprovalPurpose.LegalGround, "u-8")));
        Assert.Equal(Outcome.AllowEmergency, answer.Outcome);
        Assert.Equal(["directorOfChildrensServices/quality", "legal/legalGround"], answer.Asked());
        Assert.Contains("hostNotified 5 2026-12-01", answer.Due());
    }

    [Fact]
    public void S2_does_not_reach_a_restriction_notice_nor_a_planned_move()
    {
        Assert.Equal("A3", Decide(Poor.Tonight().With(o => o with { Restriction = true })).Decisive);
        Assert.Equal("A3", Decide(Poor).Decisive);
        Assert.Equal("A3b", Decide(Poor.Tonight().Resident()).Decisive);
    }

    [Fact]
    public void A3_quality_stops_newcomers_even_tonight()
    {
        Assert.Equal("A3", Decide(OnTerms.With(o => o with { Judgement = Judgement.Inadequate }).Tonight()).Decisive);
        Assert.Equal("A3", Decide(OnTerms.With(o => o with { Restriction = true })).Decisive);
        Assert.Equal("A3", Decide(OnTerms.With(o => o with { Embargoes = ["south-east", "west-midlands"] })).Decisive);
        Assert.Equal("C1", Decide(OnTerms.With(o => o with { Embargoes = ["south-east"] })).Decisive);
    }

    [Fact]
    public void A6_an_excluded_provider_takes_no_newcomer()
    {
        Assert.Equal("A6", Decide(OnTerms.With(o => o with { Excluded = true })).Decisive);
        Assert.Equal("C1", Decide(OnTerms.With(o => o with { Excluded = true }).Resident()).Decisive);
        Assert.Equal(["A3", "A6"], Decide(OnTerms.With(o => o with { Excluded = true, Restriction = true })).Rules()[..2]);
    }

    [Fact]
    public void A3b_a_resident_stays_with_two_approvals()
    {
        Facts facts = OnTerms.Resident().With(o => o with { Judgement = Judgement.Inadequate });
        GateAnswer answer = Decide(facts.Approved((ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Quality, "u-7"), (ApproverRole.QaLead, ApprovalPurpose.Quality, "u-8")));

        Assert.Equal((Outcome.AllowWithApproval, "QA_STOP"), (Decide(facts).Outcome, Decide(facts).Reasons[0].Code));
        Assert.Equal((Outcome.Allow, "A3b"), (answer.Outcome, answer.Decisive));
        Assert.Equal(["directorOfChildrensServices/quality", "qaLead/quality"], answer.Asked());
    }

    [Theory]
    [InlineData(OptionKind.OwnHome, null, "B1")]
    [InlineData(OptionKind.OtherAuthorityHome, Exemption.Vertical, "B1")]
    [InlineData(OptionKind.OtherAuthorityHome, Exemption.Horizontal, "B1")]
    [InlineData(OptionKind.OtherAuthorityHome, null, "C1")]
    [InlineData(OptionKind.Provider, Exemption.Vertical, "C1")]
    public void B1_own_provision_is_no_procurement(OptionKind kind, Exemption? exemption, string decisive) =>
        Assert.Equal(decisive, Decide(OnTerms.With(o => o with { Kind = kind, Exemption = exemption })).Decisive);

    [Fact]
    public void B1_an_unregistered_own_home_is_blocked_all_the_same() =>
        Assert.Equal("A1", Decide(Unregistered.With(o => o with { Kind = OptionKind.OwnHome })).Decisive);
}
