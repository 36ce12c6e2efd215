using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;
using Portal.Workflows.Engine;

namespace Portal.Tests.Notices;

/// <summary>A notice from its questions through its preview to the public, and the calendar of duties.</summary>
public sealed class PrepareNoticeTests : IAsyncLifetime
{
    private const string Tender = "/tenders/WM-2026-0001/notices";
    private readonly PortalApp app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_market_engagement_notice_is_prepared_previewed_published_and_read_by_everybody()
    {
        using HttpClient commissioner = await Draft();

        HttpResponseMessage saved = await commissioner.PostForm($"{Tender}/prepare/market-engagement", AnsweredNotice.Typed(NoticeKind.MarketEngagement, default));
        Assert.Equal((HttpStatusCode.Redirect, $"{Tender}/preview/market-engagement"), (saved.StatusCode, saved.Headers.Location!.OriginalString));
        string preview = PostForms.Words(await commissioner.Page($"{Tender}/preview/market-engagement"));
        Assert.Contains("Take part until Sunday 31 January 2027", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("What is missing", preview, StringComparison.Ordinal);
        using HttpClient stranger = app.Public();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Tender, Cancel)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm($"{Tender}/preview/market-engagement")).StatusCode);

        Assert.Contains("UK2 Preliminary market engagement notice", PostForms.Words(await stranger.Page(Tender)), StringComparison.Ordinal);
        Assert.Contains("Write to the portal.", PostForms.Words(await stranger.Page($"{Tender}/wm-2026-0001-001")), StringComparison.Ordinal);
        Assert.True(await app.WithDb(db => db.Set<Domain.Audit.LogEntry>().AnyAsync(e => e.Action == "notice.published", Cancel)));
        await app.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(Cancel);
        Assert.True(File.Exists(Path.Combine(app.Folder, "notices", "wm-2026-0001-001.json")));
    }

    [Fact]
    public async Task A_notice_that_lacks_answers_is_kept_says_what_is_missing_and_is_not_published()
    {
        using HttpClient commissioner = await Draft();

        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm($"{Tender}/prepare/pipeline", ("Form.Answers[0].Code", "noticeOn"), ("Form.Answers[0].Day", "2027-03-01"))).StatusCode);

        string preview = PostForms.Words(await commissioner.Page($"{Tender}/preview/pipeline"));
        Assert.Contains("Not answered yet: When do you expect the contract to start? (rule A3-01)", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish the notice", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await commissioner.PostForm($"{Tender}/preview/pipeline")).StatusCode);
        Assert.Equal(0, await app.WithDb(db => db.Notices.CountAsync(Cancel)));
        Assert.Contains("value=\"2027\"", await commissioner.Page($"{Tender}/prepare/pipeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_date_comes_back_with_what_was_typed()
    {
        using HttpClient commissioner = await Draft();

        HttpResponseMessage answer = await commissioner.PostForm(
            $"{Tender}/prepare/planned-procurement",
            ("Form.Answers[0].Code", "noticeOn"), ("Form.Answers[0].Day.Day", "31"), ("Form.Answers[0].Day.Month", "2"), ("Form.Answers[0].Day.Year", "2027"),
            ("Form.Answers[1].Code", "startsOn"), ("Form.Answers[1].Day", "2027-09-01"),
            ("Form.Answers[2].Code", "endsOn"), ("Form.Answers[2].Day", "2027-08-01"));

        string page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("must be a real date", page, StringComparison.Ordinal);
        Assert.Contains("The contract cannot end before it starts.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"31\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_commissioner_of_the_buyer_prepares_and_another_organisation_knows_of_nothing()
    {
        using HttpClient own = await Draft();
        using HttpClient evaluator = await app.SignedInAs(Role.Evaluator, await app.Organisation());
        using HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("E10000031", OrganisationKind.Authority));

        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync($"{Tender}/prepare/pipeline", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Tender}/prepare/pipeline", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Tender}/duties", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"{Tender}/prepare/contract-award", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("tender", "What is bought")]
    [InlineData("contract-award", "The award has not been decided.")]
    [InlineData("contract-details", "The award has not been decided.")]
    [InlineData("procurement-termination", "The procurement has not been ended")]
    public async Task What_the_portal_makes_by_itself_can_be_previewed_with_what_is_missing(string notice, string says)
    {
        using HttpClient commissioner = await Draft();

        string page = PostForms.Words(await commissioner.Page($"{Tender}/preview/{notice}"));

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("The portal makes this notice by itself", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_warns_once_before_a_notice_falls_due_and_once_when_it_was_missed()
    {
        using HttpClient commissioner = await Draft();
        app.Clock.MoveTo(new DateTimeOffset(2027, 5, 20, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains("UK1 Pipeline notice", PostForms.Words(await commissioner.Page("/notices/duties")), StringComparison.Ordinal);
        Assert.Contains("Publish UK1 pipeline notice of WM-2026-0001", PostForms.Words(await commissioner.Page("/today")), StringComparison.Ordinal);
        Assert.Equal((1, 0), (await Warn(), await Warn()));
        app.Clock.MoveTo(new DateTimeOffset(2027, 5, 27, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((1, 0), (await Warn(), await Warn()));

        string[] subjects = await app.WithDb(db => db.Messages.OrderBy(m => m.SentAt).Select(m => m.Subject).ToArrayAsync(Cancel));
        Assert.Equal(["UK1 of WM-2026-0001 is due on Wednesday 26 May 2027", "Missed: UK1 of WM-2026-0001 was due on Wednesday 26 May 2027"], subjects);
        Assert.Contains("Overdue", PostForms.Words(await commissioner.Page("/notices/duties")), StringComparison.Ordinal);
    }

    private Task<int> Warn() => app.Do((WarnOfDuties warn) => warn.Execute(Cancel));

    private async Task<HttpClient> Draft()
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            db.Add(ATender.Ready(ATender.Commissioner(buyer)));
            await db.Save(Actor.Portal, Cancel);
        });
        return await app.SignedInAs(Role.Commissioner, buyer);
    }
}
