using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;
using Portal.Workflows.Engine;

namespace Portal.Tests.Notices;

/// <summary>From a tender's happening through the relay and the outbox to open data and the public page.</summary>
public sealed class OpenDataTests : IAsyncLifetime
{
    private readonly PortalApp app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_published_tender_becomes_a_UK4_release_that_everybody_can_read()
    {
        await Publish("WM-2026-0001");

        JsonObject package = await Json("/ocds/release-packages");
        JsonNode release = Assert.Single(package["releases"]!.AsArray())!;
        Assert.Equal(("1.1", "ocds-local0-wm-2026-0001", "wm-2026-0001-001"), (Text(package, "version"), Text(release, "ocid"), Text(release, "id")));
        Assert.Null(package["links"]);
        using HttpClient browser = app.Public();
        string page = await browser.GetStringAsync("/tenders/WM-2026-0001/notices/wm-2026-0001-001", Cancel);
        Assert.Contains("UK4 Tender notice", page, StringComparison.Ordinal);
        Assert.Contains("Monday 11 January 2027, 12 noon (London time)", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(app.Folder, "notices", "wm-2026-0001-001.json")));
    }

    [Fact]
    public async Task The_same_happening_delivered_twice_makes_one_notice()
    {
        await Publish("WM-2026-0001");

        long row = await app.WithDb(db => db.Notices.Select(n => n.MadeFrom!.Value).SingleAsync(Cancel));
        Assert.Null(await app.Do((ProduceNotice produce) => produce.Execute(Actor.Portal, row, Cancel)));
        Assert.Equal(1, await app.WithDb(db => db.Notices.CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_amendment_and_a_cancellation_follow_under_the_same_ocid_and_merge_into_one_record()
    {
        await Publish("WM-2026-0001");
        await Change("WM-2026-0001", tender => tender.Amend(new Amendment("The deadline moves.", "Clocks of one bidder.", "Extended by a week.", ClosesAt: ATender.Closes.AddDays(7)), app.Clock.GetUtcNow()));
        await Change("WM-2026-0001", tender => tender.Cancel("The need has changed.", app.Clock.GetUtcNow()));

        JsonObject package = await Json("/ocds/records/ocds-local0-wm-2026-0001");

        JsonNode record = Assert.Single(package["records"]!.AsArray())!;
        Assert.Equal(["tender", "tenderUpdate", "tenderCancellation"], record["releases"]!.AsArray().Select(release => release!["tag"]![0]!.GetValue<string>()));
        Assert.Equal("withdrawn", Text(record["compiledRelease"]!["tender"]!, "status"));
        Assert.Equal("2027-01-18T12:00:00+00:00", Text(record["compiledRelease"]!["tender"]!["tenderPeriod"]!, "endDate"));
    }

    [Fact]
    public async Task A_draft_that_is_given_up_is_never_public()
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            Tender tender = ATender.Ready(ATender.Commissioner(buyer), "WM-2026-0009");
            tender.Cancel("Not needed.", ATender.Now);
            db.Add(tender);
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();

        Assert.Empty((await Json("/ocds/release-packages"))["releases"]!.AsArray());
    }

    [Fact]
    public async Task Pages_follow_each_other_by_links_next_without_gap_or_repeat()
    {
        await Publish("WM-2026-0001", "WM-2026-0002", "WM-2026-0003", "WM-2026-0004", "WM-2026-0005");

        List<string?> seen = [];
        string? next = "/ocds/release-packages?limit=2&since=2026-11-23";
        while (next is not null)
        {
            JsonObject package = await Json(next);
            seen.AddRange(package["releases"]!.AsArray().Select(release => Text(release!, "id")));
            next = package["links"]?["next"]?.GetValue<string>();
        }

        Assert.Equal(["wm-2026-0001-001", "wm-2026-0002-001", "wm-2026-0003-001", "wm-2026-0004-001", "wm-2026-0005-001"], seen);
        Assert.Empty((await Json("/ocds/release-packages?since=2026-11-24T00:00:00Z"))["releases"]!.AsArray());
    }

    [Theory]
    [InlineData("/ocds/release-packages?limit=0", 422)]
    [InlineData("/ocds/release-packages?limit=101", 422)]
    [InlineData("/ocds/release-packages?since=yesterday", 422)]
    [InlineData("/ocds/release-packages?since=2026-11-23T00:00:00", 422)]
    [InlineData("/ocds/release-packages?cursor=abc", 422)]
    [InlineData("/ocds/records/ocds-local0-nothing", 404)]
    public async Task What_cannot_be_answered_is_refused_as_problem_json(string address, int status)
    {
        using HttpClient client = app.Public();

        HttpResponseMessage response = await client.GetAsync(address, Cancel);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Later_notices_carry_the_ocid_that_the_national_platform_gave()
    {
        await Publish("WM-2026-0001");
        await app.WithDb(async db =>
        {
            Notice notice = await db.Notices.SingleAsync(Cancel);
            notice.ConfirmDelivery(new NoticeReceipt(true, "012345-2026", "ocds-h6vhtk-06f17d"), app.Clock.GetUtcNow());
            await db.Save(Actor.Portal, Cancel);
        });

        await Change("WM-2026-0001", tender => tender.Cancel("The need has changed.", app.Clock.GetUtcNow()));

        JsonObject package = await Json("/ocds/release-packages");
        Assert.Equal(["ocds-local0-wm-2026-0001", "ocds-h6vhtk-06f17d"], package["releases"]!.AsArray().Select(release => Text(release!, "ocid")));
    }

    [Fact]
    public async Task A_commissioner_of_the_buyer_records_the_national_number_and_nobody_else()
    {
        await Publish("WM-2026-0001");
        const string Address = "/tenders/WM-2026-0001/notices/wm-2026-0001-001/national-number";
        using HttpClient commissioner = await app.SignedInAs(Role.Commissioner, await app.Organisation());
        using HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("E10000031", OrganisationKind.Authority));
        Assert.Contains("central digital platform", await commissioner.Page("/today"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostForm("/today", Address, [("Form.Number", "032703-2026")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await commissioner.PostForm(Address, ("Form.Number", "32703/26"))).StatusCode);
        HttpResponseMessage recorded = await commissioner.PostForm(Address, ("Form.Number", "032703-2026"), ("Form.Ocid", "ocds-h6vhtk-067fb8"));

        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        Notice notice = await app.WithDb(db => db.Notices.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((NoticeDelivery.Delivered, "032703-2026", "ocds-h6vhtk-067fb8"), (notice.Delivery, notice.NationalNumber, notice.NationalOcid));
        Assert.True(await app.WithDb(db => db.Set<Domain.Audit.LogEntry>().AnyAsync(e => e.Action == "notice.nationalNumberRecorded", Cancel)));
        Assert.DoesNotContain("central digital platform", await commissioner.Page("/today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_award_and_its_signature_become_UK6_and_UK7_with_the_standstill_between_them()
    {
        await Publish("WM-2026-0001");
        OrganisationId winner = await app.Organisation("P-100", OrganisationKind.Provider);
        DateTimeOffset decided = new(2027, 2, 8, 10, 0, 0, TimeSpan.Zero);
        app.Clock.MoveTo(decided.AddDays(2));
        await Award("WM-2026-0001", winner, decided);

        using HttpClient browser = app.Public();
        string page = PostForms.Words(await browser.Page("/tenders/WM-2026-0001/notices/wm-2026-0001-002"));
        Assert.Contains("UK6 Contract award notice", page, StringComparison.Ordinal);
        Assert.Contains("At the end of Friday 19 February 2027", page, StringComparison.Ordinal);

        app.Clock.MoveTo(new DateTimeOffset(2027, 2, 22, 10, 0, 0, TimeSpan.Zero));
        await Sign("WM-2026-0001", winner);

        JsonNode compiled = (await Json("/ocds/records/ocds-local0-wm-2026-0001"))["records"]![0]!["compiledRelease"]!;
        Assert.Equal("complete", Text(compiled["tender"]!, "status"));
        Assert.Equal(("active", "P-100"), (Text(compiled["awards"]![0]!, "status"), Text(compiled["awards"]![0]!["suppliers"]![0]!, "id")));
        Assert.Equal("2027-02-22T10:00:00+00:00", Text(compiled["contracts"]![0]!, "dateSigned"));
    }

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    private async Task Publish(params string[] references)
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            foreach (string reference in references)
            {
                db.Add(ATender.Published(ATender.Commissioner(buyer), reference));
                await db.Save(Actor.Portal, Cancel);
            }
        });
        await Relay();
    }

    private async Task Change(string reference, Action<Tender> change)
    {
        await app.WithDb(async db =>
        {
            change(await db.LoadPublishedTender(reference, Cancel));
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();
    }

    private async Task Award(string reference, OrganisationId winner, DateTimeOffset decided)
    {
        await app.WithDb(async db =>
        {
            Tender tender = await db.LoadPublishedTender(reference, Cancel);
            tender.Close(decided);
            tender.RecordOpening(decided);
            tender.StartQualification(decided);
            tender.StartScoring(decided);
            tender.StartModeration(decided);
            tender.StartPricing(decided);
            tender.StartDeciding(decided);
            Award award = Domain.Awards.Award.For(tender);
            AwardedBid best = new("1", Id.New<SubmissionId>(), winner, "Provider", "", 1);
            award.Recommend(tender, [best], new Dictionary<string, int> { ["1"] = 1 }, "The best by the published criteria.", ATender.Commissioner(tender.Buyer), decided);
            award.Decide(tender, "Agreed on the report of today.", ATender.Somebody("Dee Director", tender.Buyer, Role.Director), decided);
            award.SendSummaries(tender, 1, 1, decided.AddDays(1));
            DateTimeOffset published = app.Clock.GetUtcNow();
            award.PublishNotice(tender, published);
            tender.BeginStandstill(StandstillPeriod.Beginning(published).LastDay);
            award.NoteNoticePublic(tender, "032704-2026", published);
            db.Add(award);
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();
    }

    private async Task Sign(string reference, OrganisationId winner)
    {
        await app.WithDb(async db =>
        {
            Tender tender = await db.LoadPublishedTender(reference, Cancel);
            Award award = (await db.AwardOf(tender.Id, Cancel))!;
            DateTimeOffset now = app.Clock.GetUtcNow();
            tender.RecordAwardApproval(ATender.AwardApproval);
            tender.AssessConflicts(ATender.Somebody("Lee Legal", tender.Buyer, Role.Legal), "Everybody was asked again, bidder by bidder.", "None needed steps.", now);
            award.RecordDiligence(tender, new DueDiligence(winner, true, true, true, "Policy, register and debarment list seen today.", "Cam Missioner", now));
            award.KeepAgreement(tender, new AgreementDocument(winner, "agreement.pdf", AgreementDocument.Pdf, 4, "hash", "Cam Missioner", now));
            award.SignAsSupplier(tender, new ContractSignature(winner, "Provider", "Pat", "Director", false, now, "hash"));
            award.Sign(tender, new ContractSignature(tender.Buyer, "Buyer", "Dee", "Director", false, now, "hash"));
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();
    }

    private Task Relay() => app.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(Cancel);

    private async Task<JsonObject> Json(string address)
    {
        using HttpClient client = app.Public();
        HttpResponseMessage response = await client.GetAsync(address, Cancel);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
