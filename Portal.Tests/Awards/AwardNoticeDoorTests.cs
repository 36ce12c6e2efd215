using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Organisations;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;
using Portal.Tests.Workflows.Procedures;

namespace Portal.Tests.Awards;

/// <summary>The award notice counts from the central digital platform, and no contract starts before it could be signed.</summary>
public sealed class AwardNoticeDoorTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Page = $"/tenders/{Ref}/award";
    private const string Result = $"/tenders/{Ref}/result";

    [Fact]
    [Rule("A3-10"), Rule("A10-07")]
    public async Task Without_its_national_number_nobody_signs_and_a_late_number_moves_the_standstill()
    {
        await using EvaluationScene scene = await NoticedAward.Told();
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/notice");
        await scene.App.Pump();
        Assert.Equal(new DateOnly(2027, 1, 20), (await scene.Tender()).StandstillEndsOn);

        // The stated standstill is over, but nobody entered the notice on the national platform.
        await scene.App.PumpAt(new DateTimeOffset(2027, 1, 25, 9, 0, 0, TimeSpan.Zero));
        using HttpClient winner = await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation("P-102", OrganisationKind.Provider));
        Assert.Contains("no number of the central digital platform yet", await Refused(winner), StringComparison.Ordinal);
        Assert.Contains("Record the number of the award notice", PostForms.Words(await (await Director(scene)).Page(Page)), StringComparison.Ordinal);

        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
        Assert.Equal(new DateOnly(2027, 2, 3), (await scene.Tender()).StandstillEndsOn);
        Assert.Contains("The standstill runs until the end of Wednesday 3 February 2027", await Refused(winner), StringComparison.Ordinal);
        await scene.App.PumpAt(new DateTimeOffset(2027, 2, 4, 9, 0, 0, TimeSpan.Zero));
        await AwardScene.LookAtBoth(scene);
        await EvaluationScene.Post(winner, Result, $"{Result}/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
    }

    [Fact]
    [Rule("A10-06")]
    public async Task A_contract_that_would_start_before_it_can_be_signed_gets_new_days_for_its_notice()
    {
        await using EvaluationScene scene = await NoticedAward.Told();
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 3, 29, 9, 0, 0, TimeSpan.Zero));
        using HttpResponseMessage early = await scene.AsCommissioner.PostForm(Page, $"{Page}/notice", []);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("Give new days for the notice", PostForms.Words(await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/notice", [.. ApprovalFields.Date("Form.StartsOn", new DateOnly(2027, 5, 1)), .. ApprovalFields.Date("Form.EndsOn", new DateOnly(2031, 4, 30))]);
        await scene.App.Pump();
        string notice = await scene.App.WithDb(db => db.Notices.Where(n => n.Kind == NoticeKind.ContractAward).Select(n => n.ReleaseJson).SingleAsync());
        Assert.Contains("2027-05-01", notice, StringComparison.Ordinal);
        Assert.Contains("2031-04-30", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("2027-04-01", notice, StringComparison.Ordinal);
        Assert.Equal(new ContractDates(new DateOnly(2027, 5, 1), new DateOnly(2031, 4, 30)), await scene.App.WithDb(async db => (await db.Awards.SingleAsync()).ContractDates));
    }

    private static Task<HttpClient> Director(EvaluationScene scene) => scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);

    private static async Task<string> Refused(HttpClient winner)
    {
        using HttpResponseMessage answer = await winner.PostForm(Result, $"{Result}/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return PostForms.Words(await answer.Content.ReadAsStringAsync());
    }
}
