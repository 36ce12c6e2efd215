using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Fees;
using Portal.Domain.Gate;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Fees;

public sealed class FeePagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task A_fee_on_terms_is_compared_and_needs_the_head_of_service_and_finance()
    {
        FeeDoors doors = await FeeDoors.Open(app);

        FeeApproval fee = await doors.Load();

        Assert.Equal(CallOffKind.OnFramework, doors.CallOff.Kind);
        Assert.Equal((new Money(6100m), new Money(6900m), new Money(6100m)), (fee.Comparison.Schedule, fee.Comparison.Ceiling, fee.Comparison.Register));
        Assert.Equal([Role.HeadOfService, Role.Finance], fee.Signers);
        Assert.Empty(fee.Flags);
    }

    [Fact]
    public async Task An_emergency_above_the_register_is_flagged_and_needs_director_and_finance()
    {
        FeeDoors doors = await FeeDoors.Open(app, price: 8_000m);

        FeeApproval fee = await doors.Load();

        Assert.Equal(CallOffKind.OffFramework, doors.CallOff.Kind);
        Assert.Contains(FeeFlag.AboveRegister, fee.Flags);
        Assert.Contains(FeeFlag.AboveCeiling, fee.Flags);
        Assert.Equal([Role.Director, Role.Finance], fee.Signers);
    }

    [Fact]
    public async Task Asking_again_changes_nothing()
    {
        FeeDoors doors = await FeeDoors.Open(app);
        await app.Do((RequestFeeApproval request) => request.Execute(doors.CallOff.Ref, CancellationToken.None));

        Assert.Equal(1, await app.WithDb(db => db.FeeApprovals.CountAsync(f => f.Asked.CallOffRef == doors.CallOff.Ref)));
    }

    [Fact]
    public async Task The_queue_lists_the_fee_with_its_figures_and_catches_up_what_is_missing()
    {
        await using PortalApp alone = new();
        FeeDoors doors = await FeeDoors.Open(alone, price: 8_000m, asked: false);
        HttpClient finance = await doors.As(Role.Finance);
        Assert.Contains("1 call-off has no fee in this list yet", PostForms.Words(await finance.Page("/fees")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await finance.PostForm("/fees", "/fees/catch-up", [])).StatusCode);
        string words = PostForms.Words(await finance.Page($"/fees?q={doors.CallOff.Ref}"));

        Assert.Contains("£8,000.00", words, StringComparison.Ordinal);
        Assert.Contains("+£1,900.00", words, StringComparison.Ordinal);
        Assert.Contains("Same bed cheaper on a framework", words, StringComparison.Ordinal);
        Assert.Contains("Director of children’s services, Finance", words, StringComparison.Ordinal);
        Assert.DoesNotContain("no fee in this list yet", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_told_finance_that_a_fee_waits_is_done_when_the_fee_is_approved()
    {
        FeeDoors doors = await FeeDoors.Open(app);
        await app.WithDb(async db =>
        {
            Guid line = (await db.GateDecisions.SingleAsync(d => d.Id == doors.CallOff.GateDecision)).Line.Value;
            db.Add(Message.ToOrganisation(doors.Region.Lead, Role.Finance, "A fee waits for approval: invented", "", "/fees", app.Clock.GetUtcNow(), $"PlacementOffFramework/gateLine/{line}/1/finance"));
            db.Add(Message.ToOrganisation(doors.Region.Lead, Role.Finance, "A fee waits for approval: another", "", "/fees", app.Clock.GetUtcNow(), $"PlacementOffFramework/gateLine/{Guid.NewGuid()}/1/finance"));
            await db.Save(Actor.Portal);
        });
        HttpClient finance = await doors.As(Role.Finance);
        await (await doors.As(Role.HeadOfService)).PostForm(doors.Path, doors.Path + "/sign", []);
        Assert.Contains("A fee waits for approval: invented", await finance.Page("/today"), StringComparison.Ordinal);

        await finance.PostForm(doors.Path, doors.Path + "/sign", [("Approval.Comment", "Compared")]);

        string today = await finance.Page("/today");
        Assert.DoesNotContain("A fee waits for approval: invented", today, StringComparison.Ordinal);
        Assert.Contains("A fee waits for approval: another", today, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Director_and_finance_sign_and_the_log_says_so()
    {
        FeeDoors doors = await FeeDoors.Open(app, price: 8_000m);
        HttpClient director = await doors.As(Role.Director);
        Assert.Contains($"Approve the fee of {doors.CallOff.Ref}", PostForms.Words(await director.Page("/today")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await director.PostForm(doors.Path, doors.Path + "/sign", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await director.PostForm(doors.Path, doors.Path + "/sign", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await doors.As(Role.Finance)).PostForm(doors.Path, doors.Path + "/sign", [("Approval.Comment", "Compared")])).StatusCode);

        Assert.Equal(FeeStage.Approved, (await doors.Load()).Stage);
        Assert.Equal(["fee.requested", "fee.signed", "fee.signed", "fee.approved"], await doors.Region.Log($"fee/{doors.Fee.Value}"));
    }

    [Fact]
    public async Task Whoever_approves_a_fee_reads_the_call_off_that_the_page_links_to()
    {
        FeeDoors doors = await FeeDoors.Open(app, price: 8_000m);
        string callOff = $"/call-offs/{doors.CallOff.Ref}";

        foreach (Role role in new[] { Role.Finance, Role.Director, Role.RccCommissioner })
        {
            HttpClient approver = await doors.As(role);
            Assert.Contains($"href=\"{callOff}\"", await approver.Page(doors.Path), StringComparison.Ordinal);
            Assert.Contains(doors.CallOff.Ref, await approver.Page(callOff), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_requester_cannot_approve_even_with_the_role()
    {
        FeeDoors doors = await FeeDoors.Open(app);
        await app.WithDb(async db =>
        {
            Person person = await db.People.SingleAsync(p => p.Id == doors.Officer.Person);
            person.HoldRoles(doors.Region.Lead, [Role.PlacementOfficer, Role.HeadOfService]);
            await db.Save(Actor.Portal);
        });
        HttpClient requester = await app.SignedInAs(doors.Officer);

        HttpResponseMessage refused = await requester.PostForm(doors.Path, doors.Path + "/sign", []);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("somebody else must approve its fee", PostForms.Words(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_by_the_authority_before_anybody_signs()
    {
        FeeDoors doors = await FeeDoors.Open(app);
        HttpClient head = await doors.As(Role.HeadOfService);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.PostForm(doors.Path, doors.Path + "/query", [("Doubt.Question", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await head.PostForm(doors.Path, doors.Path + "/query", [("Doubt.Question", "Is education in it?")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await head.PostForm(doors.Path, doors.Path + "/sign", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.Finance)).PostForm(doors.Path, doors.Path + "/answer", [("Reply.Answer", "Yes")])).StatusCode);

        HttpClient officer = await app.SignedInAs(doors.Officer);
        Assert.Contains($"Answer the question about the fee of {doors.CallOff.Ref}", PostForms.Words(await officer.Page("/today")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostForm(doors.Path, doors.Path + "/answer", [("Reply.Answer", "Yes, the school’s fee too")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await head.PostForm(doors.Path, doors.Path + "/sign", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await doors.As(Role.Finance)).PostForm(doors.Path, doors.Path + "/sign", [])).StatusCode);
        Assert.Equal(FeeStage.Approved, (await doors.Load()).Stage);
    }

    [Fact]
    public async Task Another_authority_does_not_find_the_fee_and_a_provider_is_forbidden()
    {
        FeeDoors doors = await FeeDoors.Open(app);

        Assert.Equal(HttpStatusCode.NotFound, (await (await doors.Region.As(Role.Finance, doors.Region.Stranger)).GetAsync(new Uri(doors.Path, UriKind.Relative))).StatusCode);
        HttpClient provider = await doors.Region.As(Role.ProviderBidder, doors.Region.Provider);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri(doors.Path, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri("/fees", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_provider_opens_its_book_and_finance_sees_the_margin()
    {
        FeeDoors doors = await FeeDoors.Open(app);
        string path = $"/fees/costs/{doors.Region.Urn}";
        HttpClient provider = await doors.Region.As(Role.ProviderBidder, doors.Region.Provider);
        Assert.Equal(HttpStatusCode.Conflict, (await provider.PostForm(path, ("Form.Occupied", "5"), ("Form.Lines[0].Kind", "CareStaff"), ("Form.Lines[0].PerWeek", "9000"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await provider.PostForm(path, ("Form.Occupied", ""))).StatusCode);
        HttpResponseMessage stated = await provider.PostForm(
            path, ("Form.Occupied", "3"), ("Form.Lines[0].Kind", "CareStaff"), ("Form.Lines[0].PerWeek", "12000"), ("Form.Lines[1].Kind", "ManagementCharge"), ("Form.Lines[1].PerWeek", "1800"), ("Form.Lines[1].RelatedParty", "true"));
        Assert.Equal(HttpStatusCode.Redirect, stated.StatusCode);

        HttpClient finance = await doors.As(Role.Finance);
        Assert.Contains("margin 24.6 %", PostForms.Words(await finance.Page(doors.Path)), StringComparison.Ordinal);
        string sheet = PostForms.Words(await finance.Page(path + "?fee=6100"));
        Assert.Contains("£4,600.00", sheet, StringComparison.Ordinal);
        Assert.Contains("above the market’s 22.6 %", sheet, StringComparison.Ordinal);
        HttpClient rival = await doors.Region.As(Role.ProviderBidder, await app.Organisation("P-790", OrganisationKind.Provider));
        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rival.PostForm("/frameworks/own", path, [("Form.Occupied", "3"), ("Form.Lines[0].Kind", "CareStaff"), ("Form.Lines[0].PerWeek", "1")])).StatusCode);
    }
}
