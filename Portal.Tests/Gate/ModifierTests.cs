using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Gate;
using static Portal.Tests.Gate.Ask;

namespace Portal.Tests.Gate;

/// <summary>X1, A4, D7, D9, D8 and the counting of approvals, each alone and where they meet.</summary>
public sealed class ModifierTests
{
    private static readonly (ApproverRole, ApprovalPurpose, string) DirectorDistance = (ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance, "u-7");

    private static Facts Reasoned(Facts facts) => facts with { ExceptionReason = "Her brother lives there.", LegalGround = "s.41" };

    private static Facts Cautious(Facts facts) => facts.With(o => o with { Judgement = Judgement.RequiresImprovement });

    private static Facts Far(Facts facts) => facts.With(o => o with { Distance = Distance.AtADistance });

    [Fact]
    public void X1_a_reasoned_exception_lifts_the_price_blocks_and_keeps_the_allowed_price()
    {
        string[] exception = ["directorOfChildrensServices/placement", "rccCommissioner/price", "finance/price"];
        GateAnswer overCeiling = Decide(Reasoned(OnTerms.Priced(7000m)));
        GateAnswer national = Decide(Reasoned(Gap.Covered(Covering with { Level = ContractLevel.National })));
        GateAnswer suitable = Decide(Reasoned(Gap.Covered(Covering).Searched(s => s with { SuitableOffersOnTerms = 1 })));
        GateAnswer premium = Decide(Reasoned(Gap with { PriceRegister = [Registered(6000m)] }));

        Assert.All([overCeiling, national, suitable, premium], answer =>
        {
            Assert.Equal((Outcome.AllowWithApproval, "X1"), (answer.Outcome, answer.Decisive));
            Assert.Equal(exception, answer.Asked());
            Assert.Contains("OVERRIDE", answer.Flags);
        });
        Assert.Equal(["C3", "C5", "D1", "D2"], new[] { overCeiling, national, suitable, premium }.Select(a => a.Rules()[0]));
        Assert.Equal(new Money(6100m), overCeiling.AllowedPrice);
        Assert.Equal(new Money(6000m), premium.AllowedPrice);
    }

    [Fact]
    public void X1_lifts_neither_safety_nor_an_open_search()
    {
        Assert.Equal("A5", Decide(Reasoned(OnTerms.With(o => o with { PlacesNeeded = 2 }))).Decisive);
        Assert.Equal("A3", Decide(Reasoned(OnTerms.With(o => o with { Restriction = true }))).Decisive);
        Assert.Equal("D3", Decide(Reasoned(Gap.Covered(Covering).Searched(s => s with { WindowClosed = false }))).Decisive);
        Assert.DoesNotContain("OVERRIDE", Decide(Reasoned(OnTerms)).Flags);
    }

    [Fact]
    public void X1_reaches_an_unrecorded_selection_instead_of_D9()
    {
        GateAnswer lifted = Decide(Reasoned(OnTerms.Searched(s => s with { SelectionProcessFollowed = false })));
        GateAnswer gap = Decide(Reasoned(Gap.Searched(s => s with { WiderSearchRecorded = false })));

        Assert.Equal((Outcome.AllowWithApproval, "X1"), (lifted.Outcome, lifted.Decisive));
        Assert.DoesNotContain("D9", lifted.Rules());
        Assert.Equal((Outcome.AllowWithApproval, "B4"), (gap.Outcome, gap.Decisive));
        Assert.Equal(["headOfService/placement", "finance/price", "directorOfChildrensServices/placement", "rccCommissioner/price"], gap.Asked());
    }

    [Fact]
    public void A4_a_cautious_home_needs_the_quality_lead()
    {
        GateAnswer answer = Decide(Cautious(OnTerms));
        GateAnswer approved = Decide(Cautious(OnTerms).Approved((ApproverRole.QaLead, ApprovalPurpose.Quality, "u-5")));

        Assert.Equal((Outcome.AllowWithApproval, "C1"), (answer.Outcome, answer.Decisive));
        Assert.Equal(["qaLead/quality"], answer.Asked());
        Assert.Contains("A4", answer.Rules());
        Assert.Equal((Outcome.Allow, "C1"), (approved.Outcome, approved.Decisive));
    }

    [Theory]
    [InlineData(Judgement.None, true)]
    [InlineData(Judgement.RequiresImprovement, true)]
    [InlineData(Judgement.NotGraded, false)]
    [InlineData(Judgement.Outstanding, false)]
    [InlineData(null, false)]
    public void A4_looks_at_the_judgement(Judgement? judgement, bool caution) =>
        Assert.Equal(caution, Decide(OnTerms.With(o => o with { Judgement = judgement })).Rules().Contains("A4"));

    [Fact]
    public void A4_another_regions_embargo_asks_for_caution() =>
        Assert.Contains("A4", Decide(OnTerms.With(o => o with { Embargoes = ["south-east"] })).Rules());

    [Fact]
    public void A4_tonight_only_flags_and_follows_up()
    {
        GateAnswer answer = Decide(Cautious(Gap).Tonight());

        Assert.Equal((Outcome.AllowEmergency, "E1"), (answer.Outcome, answer.Decisive));
        Assert.Equal(["QA_CAUTION"], answer.Flags);
        Assert.Contains("qualityReview - 2026-11-24T10:00:00Z", answer.Due());
        Assert.Empty(answer.RequiredApprovals);
    }

    [Fact]
    public void A4_does_not_touch_residents_own_homes_or_named_schools()
    {
        Assert.DoesNotContain("A4", Decide(Cautious(OnTerms).Resident()).Rules());
        Assert.DoesNotContain("A4", Decide(Cautious(OnTerms).With(o => o with { Kind = OptionKind.OwnHome })).Rules());
        Assert.DoesNotContain("A4", Decide(Cautious(OnTerms).Child(c => c with { SchoolNamedByPlan = true }).Need(n => n with { ServiceType = "specialSchool" })).Rules());
        Assert.DoesNotContain("A4", Decide(Cautious(OnTerms).Priced(7000m)).Rules());
    }

    [Fact]
    public void D7_distance_waits_for_its_approval()
    {
        GateAnswer waiting = Decide(Far(OnTerms));
        GateAnswer approved = Decide(Far(OnTerms).Approved(DirectorDistance));
        GateAnswer adjoining = Decide(OnTerms.With(o => o with { Distance = Distance.Adjoining }));

        Assert.Equal((Outcome.Pending, "D7"), (waiting.Outcome, waiting.Decisive));
        Assert.Empty(waiting.FollowUps);
        Assert.Equal((Outcome.Allow, "C1"), (approved.Outcome, approved.Decisive));
        Assert.Equal([new RequiredApproval(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance, true)], approved.RequiredApprovals);
        Assert.Contains("D7", approved.Rules());
        Assert.Equal(["hostNotified - 2026-12-20"], approved.Due());
        Assert.Equal(["nominatedOfficer/distance"], adjoining.Asked());
    }

    [Fact]
    public void D7_stands_after_the_row_that_decided_and_the_page_reads_what_decided_first()
    {
        GateAnswer waiting = Decide(Far(OnTerms));
        GateAnswer approved = Decide(Far(OnTerms).Approved(DirectorDistance));

        Assert.Equal("C1", waiting.Rules()[0]);
        Assert.Equal("D7", waiting.Rules()[^1]);
        Assert.Equal(["D7", "C1"], waiting.ForReading().Take(2).Select(r => r.Rule));
        Assert.Equal(waiting.Rules().Order(), waiting.ForReading().Select(r => r.Rule).Order());
        Assert.Equal("C1", approved.ForReading().First().Rule);
        Assert.Contains("Ring the duty director", waiting.NextStep(), StringComparison.Ordinal);
    }

    [Fact]
    public void D7_tonight_the_child_moves_and_the_director_is_rung()
    {
        GateAnswer answer = Decide(Far(Gap).Tonight());

        Assert.Equal((Outcome.AllowEmergency, "E1"), (answer.Outcome, answer.Decisive));
        Assert.Equal(["DISTANCE"], answer.Flags);
        Assert.Equal([new RequiredApproval(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance, false)], answer.RequiredApprovals);
        Assert.Contains("hostNotified 5 2026-12-01", answer.Due());
        Assert.Empty(Decide(Far(Gap).Tonight().Approved(DirectorDistance)).Flags);
    }

    [Fact]
    public void D7_does_not_touch_residents_nor_blocks()
    {
        Assert.DoesNotContain("D7", Decide(Far(OnTerms).Resident()).Rules());
        Assert.DoesNotContain("D7", Decide(Far(OnTerms).Priced(7000m)).Rules());
        Assert.Equal(["hostNotified - 2026-12-20"], Decide(Far(OnTerms).Resident()).Due());
    }

    [Fact]
    public void D7_counts_by_the_same_segregation()
    {
        GateAnswer own = Decide(Far(OnTerms).Approved((ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance, "u-9")));
        GateAnswer twice = Decide(Far(Cautious(OnTerms)).Approved((ApproverRole.QaLead, ApprovalPurpose.Quality, "u-7"), DirectorDistance));

        Assert.Equal((Outcome.Pending, "D7"), (own.Outcome, own.Decisive));
        Assert.Contains("SEGREGATION", own.Flags);
        Assert.Equal((Outcome.Pending, "D7"), (twice.Outcome, twice.Decisive));
        Assert.Equal([true, false], twice.RequiredApprovals.Select(a => a.Given));
    }

    [Theory]
    [InlineData("C1")]
    [InlineData("C2")]
    [InlineData("C4")]
    [InlineData("B4")]
    public void D9_an_unrecorded_search_is_pending(string rule)
    {
        Facts facts = rule switch
        {
            "C1" => OnTerms,
            "C2" => OnTerms.With(o => o with { Price = new Money(6412m), ItemisedExtras = [new ExtraFacts(ExtraKind.Therapy, new Money(312m), true)] }),
            "C4" => Gap.Covered(Onboarded with { HomeOnboarded = false, OnboardingPendingAllowed = true }),
            _ => Gap with { LegalGround = "s.41" },
        };
        GateAnswer answer = Decide(facts.Searched(s => s with { SelectionProcessFollowed = false, WiderSearchRecorded = false }));

        Assert.Equal((Outcome.Pending, "D9", rule), (answer.Outcome, answer.Decisive, answer.Rules()[0]));
        Assert.Equal("SEARCH_INCOMPLETE", answer.Reasons[^1].Code);
    }

    [Fact]
    public void D9_touches_neither_residents_nor_tonight()
    {
        Facts facts = OnTerms.Searched(s => s with { SelectionProcessFollowed = false });

        Assert.Equal(Outcome.Allow, Decide(facts.Resident()).Outcome);
        Assert.Equal(Outcome.Allow, Decide(facts.Tonight()).Outcome);
        Assert.Equal("D7", Decide(Far(facts)).Decisive);
    }

    [Theory]
    [InlineData(108.0, "B4")]
    [InlineData(109.0, "D8")]
    [InlineData(null, "D8")]
    public void D8_the_light_touch_threshold_needs_a_legal_ground(double? weeks, string decisive)
    {
        // 109 weeks at 6,100 pounds are 664,900; the threshold is 663,540 (A1-03).
        Facts facts = Gap.With(o => o with { Weeks = (decimal?)weeks });

        Assert.Equal(decisive, Decide(facts).Decisive);
        Assert.Equal("B4", Decide(facts with { LegalGround = "user choice" }).Decisive);
    }

    [Fact]
    public void D8_exactly_at_the_threshold_counts()
    {
        Assert.Equal("D8", Decide(Gap.Priced(663540m).With(o => o with { Weeks = 1 })).Decisive);
        Assert.Equal("B4", Decide(Gap.Priced(663539.99m).With(o => o with { Weeks = 1 })).Decisive);
        Assert.Equal("D8", Decide(Gap.Priced(1m).With(o => o with { Weeks = 1, Unit = PriceUnit.Night })).Decisive);
    }

    [Fact]
    public void D8_looks_at_new_purchases_off_framework()
    {
        Facts resident = Gap.Resident().With(o => o with { Weeks = 200 });

        Assert.Equal("D8", Decide(resident).Decisive);
        Assert.Equal("D6", Decide(resident.With(o => o with { NewContract = false })).Decisive);
        Assert.Equal("D8", Decide(Gap.Covered(Covering).With(o => o with { Weeks = 200 })).Decisive);
        Assert.Equal("C1", Decide(OnTerms.With(o => o with { Weeks = 200 })).Decisive);
        Assert.Equal("E1", Decide(Gap.With(o => o with { Weeks = 200 }).Tonight()).Decisive);
        Assert.Equal("D8", Decide(OnTerms.Priced(7000m).With(o => o with { Weeks = 200 }) with { ExceptionReason = "Her brother lives there." }).Decisive);
        Assert.Equal("X1", Decide(OnTerms.Searched(s => s with { SelectionProcessFollowed = false }).With(o => o with { Weeks = 200 }) with { ExceptionReason = "Her brother lives there." }).Decisive);
    }

    [Fact]
    public void Every_required_approval_turns_it_into_an_allow()
    {
        Facts facts = Gap with { LegalGround = "s.41" };
        var head = (ApproverRole.HeadOfService, ApprovalPurpose.Placement, "u-1");

        Assert.Equal(Outcome.AllowWithApproval, Decide(facts.Approved(head)).Outcome);
        GateAnswer answer = Decide(facts.Approved(head, (ApproverRole.Finance, ApprovalPurpose.Price, "u-2")));
        Assert.Equal((Outcome.Allow, "B4"), (answer.Outcome, answer.Decisive));
        Assert.Equal(Outcome.AllowWithApproval, Decide(facts.Approved(head, (ApproverRole.Finance, ApprovalPurpose.Placement, "u-2"))).Outcome);
    }

    [Theory]
    [InlineData("u-9")]
    [InlineData("u-4")]
    [InlineData("u-1")]
    public void Nobody_approves_twice_for_oneself_or_in_conflict(string finance)
    {
        Facts facts = Gap with { LegalGround = "s.41", ConflictedPersons = ["u-4"] };
        GateAnswer answer = Decide(facts.Approved((ApproverRole.HeadOfService, ApprovalPurpose.Placement, "u-1"), (ApproverRole.Finance, ApprovalPurpose.Price, finance)));

        Assert.Equal(Outcome.AllowWithApproval, answer.Outcome);
        Assert.Equal(["SEGREGATION"], answer.Flags);
        Assert.Equal("F1", answer.Reasons[^1].Rule);
        Assert.Equal([true, false], answer.RequiredApprovals.Select(a => a.Given));
    }

    [Fact]
    public void A_repeat_in_the_same_role_and_an_approval_nobody_asked_for_change_nothing()
    {
        Facts facts = Gap with { LegalGround = "s.41" };
        var head = (ApproverRole.HeadOfService, ApprovalPurpose.Placement, "u-1");

        GateAnswer answer = Decide(facts.Approved(head, head, (ApproverRole.QaLead, ApprovalPurpose.Quality, "u-1"), (ApproverRole.Legal, ApprovalPurpose.LegalGround, "u-9")));

        Assert.Empty(answer.Flags);
        Assert.Equal([true, false], answer.RequiredApprovals.Select(a => a.Given));
    }

    [Fact]
    public void A_discounted_approval_leaves_room_for_another_persons()
    {
        Facts facts = Gap with { LegalGround = "s.41" };
        GateAnswer answer = Decide(facts.Approved(
            (ApproverRole.HeadOfService, ApprovalPurpose.Placement, "u-1"), (ApproverRole.Finance, ApprovalPurpose.Price, "u-1"), (ApproverRole.Finance, ApprovalPurpose.Price, "u-2")));

        Assert.Equal(Outcome.Allow, answer.Outcome);
        Assert.Equal(["SEGREGATION"], answer.Flags);
    }

    [Fact]
    public void One_person_may_approve_two_purposes_in_one_role()
    {
        Facts facts = Gap.Covered(Onboarded with { HomeOnboarded = false, OnboardingPendingAllowed = true }).Searched(s => s with { SelectionProcessFollowed = false }) with { ExceptionReason = "Her brother lives there." };
        GateAnswer answer = Decide(facts.Approved(
            (ApproverRole.RccCommissioner, ApprovalPurpose.Placement, "u-1"),
            (ApproverRole.RccCommissioner, ApprovalPurpose.Price, "u-1"),
            (ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Placement, "u-2"),
            (ApproverRole.Finance, ApprovalPurpose.Price, "u-3")));

        Assert.Equal(Outcome.Allow, answer.Outcome);
        Assert.Empty(answer.Flags.Except(["OVERRIDE"]));
    }
}
