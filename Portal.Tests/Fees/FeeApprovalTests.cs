using Portal.Domain.Fees;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Tests.Fees;

public sealed class FeeApprovalTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationId Authority = new(Guid.CreateVersion7());
    private static readonly OrganisationId Cooperative = new(Guid.CreateVersion7());
    private static readonly PersonId Requester = new(Guid.CreateVersion7());
    private static readonly Threshold LightTouch = Threshold.On(new DateOnly(2026, 11, 23), AuthorityKind.SubCentral, PurchaseKind.LightTouch);

    [Theory]
    [InlineData(6_900, 6_900, 40, "HeadOfService Finance")]
    [InlineData(6_901, 6_900, 40, "Director Finance")]
    [InlineData(7_500, null, 40, "HeadOfService Finance")]
    [InlineData(7_501, 9_600, 40, "Director Finance")]
    [InlineData(9_999, 9_999, 40, "Director Finance")]
    [InlineData(10_000, 12_000, 40, "Director RccCommissioner Finance")]
    [InlineData(6_000, 6_900, 110, "HeadOfService Finance")]
    [InlineData(6_000, 6_900, 111, "HeadOfService Finance Legal")]
    [InlineData(6_000, 6_900, null, "HeadOfService Finance Legal")]
    [InlineData(10_000, null, null, "Director RccCommissioner Finance Legal")]
    public void The_tier_says_who_signs(int fee, int? ceiling, int? weeks, string signers)
    {
        FeeApproval approval = Request(fee, ceiling, weeks);

        Assert.Equal(signers, string.Join(' ', approval.Signers));
    }

    [Theory]
    [InlineData(1_071, "night", "Ordinary")]
    [InlineData(1_072, "night", "Raised")]
    [InlineData(1_429, "night", "HighCost")]
    [InlineData(500, "day", "Ordinary")]
    [InlineData(100, "hour", "Raised")]
    [InlineData(60_000, "year", "Ordinary")]
    public void Other_units_count_by_their_week_or_cannot_be_ordinary(int fee, string unit, string tier) =>
        Assert.Equal(tier, FeeTiers.Of(new Money(fee), unit, new Money(fee)).ToString());

    [Fact]
    public void A_lifetime_that_reaches_the_threshold_needs_legal()
    {
        Assert.False(Request(663_539, null, 1).AboveThreshold);
        Assert.True(Request(663_540, null, 1).AboveThreshold);
    }

    [Fact]
    public void The_flags_name_every_figure_that_the_fee_passes()
    {
        FeeApproval approval = FeeApproval.Request(Asked(7_300, 40), new FeeComparison(new Money(6100m), new Money(6900m), new Money(6000m), new Money(5900m)), LightTouch, Now);

        Assert.Equal([FeeFlag.AboveSchedule, FeeFlag.AboveCeiling, FeeFlag.FarAboveMedian, FeeFlag.AboveRegister], approval.Flags);
        Assert.Equal([FeeFlag.NoSchedule], FeeApproval.Request(Asked(6_000, 40), new FeeComparison(null, null, null, null), LightTouch, Now).Flags);
    }

    [Fact]
    public void A_fee_is_due_at_the_close_of_the_second_working_day()
    {
        FeeApproval friday = FeeApproval.Request(Asked(6_000, 40), new FeeComparison(null, null, null, null), LightTouch, new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2026, 12, 2, 17, 0, 0, TimeSpan.Zero), friday.DueAt);
    }

    [Fact]
    public void The_requester_signs_nothing()
    {
        FeeApproval approval = Request(6_000, 6_900, 40);

        Assert.Equal("OWN_REQUEST", Refused(() => approval.Sign(Somebody(Requester, Role.HeadOfService), null, Now)));
        Assert.Equal("OWN_REQUEST", Refused(() => approval.Query(Somebody(Requester, Role.HeadOfService), "Why?", Now)));
    }

    [Fact]
    public void Nobody_signs_twice_even_with_two_roles()
    {
        FeeApproval approval = Request(8_000, 6_900, 40);
        Actor both = Somebody(null, Role.Director, Role.Finance);
        approval.Sign(both, null, Now);

        Assert.Equal("SIGNED_ALREADY", Refused(() => approval.Sign(both, null, Now)));
        Assert.Equal([Role.Finance], approval.StillToSign);
        approval.Sign(Somebody(null, Role.Finance), "Compared with the schedule", Now);
        Assert.Equal((FeeStage.Approved, (DateTimeOffset?)Now), (approval.Stage, approval.ApprovedAt));
    }

    [Fact]
    public void A_person_without_an_open_role_does_not_sign() =>
        Assert.Equal("NOT_A_SIGNER", Refused(() => Request(6_000, 6_900, 40).Sign(Somebody(null, Role.Director), null, Now)));

    [Fact]
    public void The_authority_and_its_cooperative_sign_and_nobody_else()
    {
        FeeApproval approval = Request(12_000, null, 40);
        Actor directorElsewhere = Somebody(null, Role.Director) with { Organisation = new OrganisationId(Guid.CreateVersion7()) };
        Actor rccAtTheAuthority = Somebody(null, Role.RccCommissioner) with { Organisation = Authority };

        Assert.Equal("NOT_A_SIGNER", Refused(() => approval.Sign(directorElsewhere, null, Now)));
        Assert.Equal("NOT_A_SIGNER", Refused(() => approval.Sign(rccAtTheAuthority, null, Now)));
        approval.Sign(Somebody(null, Role.RccCommissioner), null, Now);
        approval.Sign(Somebody(null, Role.Director), null, Now);
        approval.Sign(Somebody(null, Role.Finance) with { Organisation = Cooperative }, null, Now);
        Assert.Equal(FeeStage.Approved, approval.Stage);
    }

    [Fact]
    public void An_authority_without_a_cooperative_signs_alone()
    {
        FeeApproval approval = FeeApproval.Request(Asked(12_000, 40) with { Cooperative = null }, new FeeComparison(null, null, null, null), LightTouch, Now);

        Assert.Equal([Role.Director, Role.Finance], approval.Signers);
    }

    [Fact]
    public void A_query_holds_the_signature_until_it_is_answered()
    {
        FeeApproval approval = Request(6_000, 6_900, 40);
        Actor head = Somebody(null, Role.HeadOfService);
        Assert.Equal("REASON_MISSING", Refused(() => approval.Query(head, " ", Now)));
        approval.Query(head, "Is education in the fee?", Now);

        Assert.Equal("WRONG_STAGE", Refused(() => approval.Sign(head, null, Now)));
        Assert.Equal("REASON_MISSING", Refused(() => approval.Answer(Somebody(Requester), "", Now)));
        approval.Answer(Somebody(Requester), "No, it is invoiced apart.", Now);
        approval.Sign(head, null, Now);
        approval.Sign(Somebody(null, Role.Finance), null, Now);

        Assert.Equal(FeeStage.Approved, approval.Stage);
        Assert.Equal("No, it is invoiced apart.", Assert.Single(approval.Queries).Answer);
        Assert.Equal(["fee.requested", "fee.queried", "fee.answered", "fee.signed", "fee.signed", "fee.approved"], approval.Happenings.Select(h => h.Action));
    }

    [Fact]
    public void An_approved_fee_is_not_approved_again()
    {
        FeeApproval approval = Request(6_000, 6_900, 40);
        approval.Sign(Somebody(null, Role.HeadOfService), null, Now);
        approval.Sign(Somebody(null, Role.Finance), null, Now);

        Assert.Equal("WRONG_STAGE", Refused(() => approval.Sign(Somebody(null, Role.HeadOfService), null, Now)));
    }

    internal static FeeAsked Asked(decimal fee, decimal? weeks) => new()
    {
        CallOffRef = "CO-2026-0001",
        Authority = Authority,
        Cooperative = Cooperative,
        Provider = new OrganisationId(Guid.CreateVersion7()),
        HomeUrn = "SC900001",
        ServiceType = "residential",
        Fee = new Money(fee),
        Unit = "week",
        Weeks = weeks,
        RequestedBy = Requester,
    };

    internal static Actor Somebody(PersonId? person = null, params Role[] roles) =>
        new(person ?? new PersonId(Guid.CreateVersion7()), "Somebody", roles.Contains(Role.RccCommissioner) ? Cooperative : Authority, "Coventry", roles.ToHashSet());

    private static FeeApproval Request(decimal fee, decimal? ceiling, decimal? weeks) =>
        FeeApproval.Request(Asked(fee, weeks), new FeeComparison(null, ceiling is { } c ? new Money(c) : null, null, null), LightTouch, Now);

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;
}
