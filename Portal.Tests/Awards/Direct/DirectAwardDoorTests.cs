using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Workflows.Procedures;

namespace Portal.Tests.Awards.Direct;

/// <summary>A direct award through its pages: who may do what, what is refused and what everybody then reads.</summary>
public sealed class DirectAwardDoorTests
{
    private const string Ref = DirectAwardScene.Ref;
    private const string Page = DirectAwardScene.Page;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_limb_without_evidence_is_named_with_its_rule_and_keeps_everything_unpublished()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.Begin(DirectAwardScene.Technical);
        (HttpStatusCode status, string said) = await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/forward");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Not evidenced yet: There is no reasonable alternative.", said, StringComparison.Ordinal);
        Assert.Contains("rule A9-02", said, StringComparison.Ordinal);
        Assert.Empty(await scene.Notices());
        string empty = $"{Page}/limbs/alternatives";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DirectAwardScene.Try(scene.AsCommissioner, empty, empty, ("Form.Facts", ""), ("Form.Source", "Minutes"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsCommissioner.GetAsync($"{Page}/limbs/unforeseeable", Cancel)).StatusCode);
        Assert.Contains("Direct awards", PostForms.Words(await scene.AsCommissioner.Page("/today")), StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A9-07")]
    public async Task Put_forward_the_transparency_notice_is_public_and_names_supplier_ground_and_reasons()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.PutForward(DirectAwardScene.Technical);

        Assert.Equal([NoticeKind.Transparency], await scene.Notices());
        using HttpClient stranger = scene.App.Public();
        string notice = PostForms.Words(await stranger.Page($"/tenders/{Ref}/notices/wm-2026-0001-001"));
        Assert.Contains("The report shows how alternatives", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Report CS/26/41", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("The report shows how exclusion", notice, StringComparison.Ordinal);
        Assert.Equal(["directAward.begun", "directAward.putForward"], (await scene.Logged("directAward.")).Where(a => a is "directAward.begun" or "directAward.putForward"));
        (HttpStatusCode early, string why) = await DirectAwardScene.Try(scene.AsDirector, Page, $"{Page}/decision", ("Form.Reason", "Now"));
        Assert.Equal(HttpStatusCode.Conflict, early);
        Assert.Contains("transparency notice (UK5) is not public", why, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/forward")).Status);
    }

    [Fact]
    public async Task Who_put_it_forward_does_not_decide_a_large_one_needs_a_director_and_others_may_not()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.PutForward(DirectAwardScene.Technical);
        await scene.RecordTransparencyNumber();
        using HttpClient head = await scene.App.SignedInAs(Role.HeadOfService, scene.Commissioner.Organisation);
        using HttpClient evaluator = await scene.App.SignedInAs(Role.Evaluator, scene.Commissioner.Organisation);
        using HttpClient other = await scene.App.SignedInAs(Role.Commissioner, await scene.App.Organisation("E10000031", OrganisationKind.Authority));

        Assert.Equal(HttpStatusCode.Forbidden, (await DirectAwardScene.Try(head, Page, $"{Page}/decision", ("Form.Reason", "Every step was taken as published"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/decision", ("Form.Reason", "Every step was taken as published"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync(Page, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync("/direct-awards/start", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Page, Cancel)).StatusCode);
        Assert.DoesNotContain(Ref, await other.Page("/direct-awards"), StringComparison.Ordinal);
        Assert.Contains(Ref, await scene.AsDirector.Page("/direct-awards"), StringComparison.Ordinal);
        Assert.Contains("Decide the direct award of", PostForms.Words(await scene.AsDirector.Page("/today")), StringComparison.Ordinal);
        (HttpStatusCode blank, string said) = await DirectAwardScene.Try(scene.AsDirector, Page, $"{Page}/decision", ("Form.Reason", ""));
        Assert.Equal(HttpStatusCode.Conflict, blank);
        Assert.Contains("Enter the reason for the decision", said, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A9-06")]
    public async Task A_user_choice_award_is_signed_without_a_single_notice_and_the_public_learns_nothing()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.PutForward(DirectAwardGround.UserChoice, standstill: false);
        await scene.Decide();
        Assert.Equal(TenderStage.ReadyToSign, (await scene.Tender()).Stage);
        (HttpStatusCode refused, string why) = await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/notice");
        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("is not published", why, StringComparison.Ordinal);
        await scene.ReadyToSign();
        await scene.Sign();
        await scene.App.Pump();

        Assert.Equal(TenderStage.Signed, (await scene.Tender()).Stage);
        Assert.Empty(await scene.Notices());
        using HttpClient stranger = scene.App.Public();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/tenders/{Ref}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/tenders/{Ref}/notices", Cancel)).StatusCode);
        Assert.DoesNotContain("UK7", PostForms.Words(await scene.AsCommissioner.Page("/notices/duties")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_supplier_sees_the_agreement_and_only_after_the_decision()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.PutForward(DirectAwardScene.Technical);
        await scene.RecordTransparencyNumber();
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsSupplier.GetAsync($"{Page}/agreement", Cancel)).StatusCode);
        await scene.Decide();
        Assert.Contains("award notice (UK6) has not been published", PostForms.Words(await scene.AsSupplier.Page($"{Page}/agreement")), StringComparison.Ordinal);
        using HttpClient other = await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation("P-901", OrganisationKind.Provider));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Page}/agreement", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DirectAwardScene.Try(other, "/today", $"{Page}/agreement", ("Form.Signatory", "Mal"), ("Form.Position", "Owner"))).Status);
        (HttpStatusCode early, _) = await DirectAwardScene.Try(scene.AsSupplier, $"{Page}/agreement", $"{Page}/agreement", ("Form.Signatory", "Sam"), ("Form.Position", "Owner"));
        Assert.Equal(HttpStatusCode.Conflict, early);
    }

    [Fact]
    public async Task The_pages_of_a_competition_lead_to_the_direct_award_and_refuse_their_steps()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.PutForward(DirectAwardScene.Technical);

        Assert.Equal(Page, (await scene.AsCommissioner.GetAsync($"/tenders/{Ref}/award", Cancel)).Headers.Location!.OriginalString);
        Assert.Equal(Page, (await scene.AsCommissioner.GetAsync($"/tenders/{Ref}/draft", Cancel)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsCommissioner, "/today", $"/tenders/{Ref}/award/summaries")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsCommissioner, "/today", $"/tenders/{Ref}/award/fallen", ("Form.Supplier", scene.Supplier.Value.ToString()), ("Form.Withdrew", "true"), ("Form.Reason", "It withdrew"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsCommissioner, "/today", $"/tenders/{Ref}/notices/preview/transparency")).Status);
        (HttpStatusCode again, string said) = await DirectAwardScene.Try(scene.AsCommissioner, "/today", "/direct-awards/start", ("Form.Tender", Ref), ("Form.Supplier", scene.Supplier.Value.ToString()), ("Form.Ground", DirectAwardScene.Technical));
        Assert.Equal(HttpStatusCode.Conflict, again);
        Assert.Contains("A direct award of this procurement is under way", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DirectAwardScene.Try(scene.AsCommissioner, "/direct-awards/start", "/direct-awards/start", ("Form.Tender", ""))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsCommissioner, "/today", "/direct-awards/start", ("Form.Tender", Ref), ("Form.Supplier", scene.Supplier.Value.ToString()), ("Form.Ground", "because"))).Status);
    }

    [Fact]
    public async Task Ended_after_its_transparency_notice_it_owes_a_termination_notice_and_given_up_before_it_owes_none()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.Begin(DirectAwardScene.Technical);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/give-up", ("Form.Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/give-up", ("Form.Reason", "A second supplier was found."))).Status);
        Assert.Contains("A second supplier was found.", PostForms.Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        Assert.Equal(TenderStage.Drafting, (await scene.Tender()).Stage);

        await scene.PutForward(DirectAwardScene.Technical);
        Assert.Equal(HttpStatusCode.Redirect, (await DirectAwardScene.Try(scene.AsCommissioner, $"/tenders/{Ref}/cancel", $"/tenders/{Ref}/cancel", ("Form.Reason", "The need is gone."))).Status);
        await scene.App.Pump();
        Assert.Equal([NoticeKind.Transparency, NoticeKind.ProcurementTermination], await scene.Notices());
        Assert.Contains("The need is gone.", PostForms.Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        Assert.Equal(2, await scene.App.WithDb(db => db.DirectAwards.CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_procedure_can_be_read_and_its_picture_taken_along()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.Begin(DirectAwardScene.Technical);
        await scene.App.Pump();

        Assert.Contains("Evidence every limb of the ground and put the award forward", PostForms.Words(await scene.AsDirector.Page($"{Page}/procedure")), StringComparison.Ordinal);
        Assert.Contains("bpmn", await scene.AsDirector.GetStringAsync($"{Page}/procedure/picture.bpmn", Cancel), StringComparison.Ordinal);
    }
}
