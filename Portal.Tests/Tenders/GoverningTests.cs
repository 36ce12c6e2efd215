using System.Net;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>Approvals to procure and to award: what they must say, and what they hold back.</summary>
public sealed class GoverningTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly OrganisationId Buyer = Id.New<OrganisationId>();
    private readonly Actor commissioner = ATender.Commissioner(Buyer);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(39_999_999.99, "2026-11-10", "", "DECISION_LIMIT")]
    [InlineData(40_000_000, "2026-11-23", "", "CALL_IN")]
    [InlineData(40_000_000, null, "", "CALL_IN_UNKNOWN")]
    [InlineData(40_000_000, "2026-11-22", "", null)]
    [InlineData(40_000_000, null, "The board's decisions are not called in", null)]
    public void A_decision_must_cover_the_value_and_be_past_its_call_in(double limit, string? callIn, string noCallIn, string? code)
    {
        Tender tender = ATender.Ready(commissioner);
        tender.RecordApproval(ATender.Approval with
        {
            Limit = new Money((decimal)limit),
            CallInEndsOn = callIn is null ? null : DateOnly.Parse(callIn, System.Globalization.CultureInfo.InvariantCulture),
            NoCallInReason = noCallIn,
        });

        IReadOnlyList<Reason> blocks = tender.WhatBlocksPublication(ATender.Now);

        Assert.Equal(code is null ? [] : [code], blocks.Select(b => b.Code));
        Assert.All(blocks, b => Assert.StartsWith("SO-", b.Rule, StringComparison.Ordinal));
    }

    [Fact]
    public void A_decision_of_tomorrow_allows_nothing_today()
    {
        Tender tender = ATender.Ready(commissioner);
        tender.RecordApproval(ATender.Approval with { On = new DateOnly(2026, 11, 24) });

        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), r => r.Code == "DECISION_AHEAD");
    }

    [Fact]
    public void The_call_in_ends_with_the_day_in_London()
    {
        Tender tender = ATender.Ready(commissioner);
        tender.RecordApproval(ATender.Approval with { CallInEndsOn = new DateOnly(2026, 11, 23) });

        Assert.NotEmpty(tender.WhatBlocksPublication(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero)));
        Assert.Empty(tender.WhatBlocksPublication(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void An_approval_to_award_waits_for_the_ranking_and_blocks_the_signature_until_it_takes_effect()
    {
        Tender tender = ATender.Published(commissioner);
        Assert.Throws<RuleBroken>(() => tender.RecordAwardApproval(ATender.AwardApproval));
        Decide(tender);
        Assert.Equal("AWARD_APPROVAL", Assert.Single(tender.WhatBlocksSignature(ATender.Closes)).Code);

        tender.RecordAwardApproval(ATender.AwardApproval with { CallInEndsOn = new DateOnly(2027, 1, 20) });

        Assert.Equal("CALL_IN", Assert.Single(tender.WhatBlocksSignature(new DateTimeOffset(2027, 1, 20, 12, 0, 0, TimeSpan.Zero))).Code);
        Assert.Empty(tender.WhatBlocksSignature(new DateTimeOffset(2027, 1, 21, 12, 0, 0, TimeSpan.Zero)));
        Assert.Contains(tender.Happenings, h => h.Action == "tender.approvedToAward");
    }

    [Fact]
    public async Task A_decision_in_its_call_in_keeps_the_tender_a_draft_and_the_page_says_until_when()
    {
        (Actor drafter, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(drafter);
        HttpResponseMessage saved = await browser.PostForm($"/tenders/{reference}/draft/approval", ApprovalFields.Of("CAB/26/300", new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27)));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        HttpResponseMessage refused = await browser.PostForm($"/tenders/{reference}/draft", $"/tenders/{reference}/publish", []);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("may be called in until the end of Friday 27 November 2026", PostForms.Words(await refused.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Contains("SO-2", PostForms.Words(await browser.Page($"/tenders/{reference}/draft/approval")), StringComparison.Ordinal);
        Assert.Equal(TenderStage.Drafting, (await app.Tender(reference)).Stage);
    }

    [Fact]
    public async Task What_was_typed_about_a_decision_comes_back_when_something_is_missing()
    {
        (Actor drafter, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(drafter);

        HttpResponseMessage answer = await browser.PostForm($"/tenders/{reference}/draft/approval", ("Form.Decision", "CAB/26/301"), ("Form.By", "The chief officer"), ("Form.Limit", "lots"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The chief officer", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_buyers_commissioner_records_the_approval_to_award()
    {
        (Actor drafter, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(drafter);
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));
        HttpClient finance = await app.SignedInAs(await app.Someone(drafter.Organisation, Role.Finance));
        string page = $"/tenders/{reference}/approval-to-award";

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(page, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.GetAsync(new Uri(page, UriKind.Relative), Stop)).StatusCode);
        HttpResponseMessage early = await browser.PostForm(page, ApprovalFields.Of("CAB/26/302", new DateOnly(2026, 11, 20), null, noCallIn: "Urgent"));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Null((await app.Tender(reference)).AwardApproval);
    }

    [Fact]
    public async Task The_public_sees_each_lots_sealing_keys_before_anybody_has_bid()
    {
        (_, string reference) = await app.PublishedTender("1", "2");

        string first = PostForms.Words(await app.Public().Page($"/tenders/{reference}"));

        string[] fingerprints = await app.WithDb(async db =>
        {
            TenderId id = (await db.LoadPublishedTender(reference, Stop)).Id;
            return db.TenderSeals.Where(s => s.Tender == id).AsEnumerable().SelectMany(s => s.Keys).Select(l => l.Fingerprint).ToArray();
        });
        Assert.Equal(6, fingerprints.Length);
        Assert.All(fingerprints, f => Assert.Contains(f, first, StringComparison.Ordinal));
        Assert.Contains(fingerprints[0], PostForms.Words(await app.Public().Page($"/tenders/{reference}")), StringComparison.Ordinal);
    }

    private static void Decide(Tender tender)
    {
        tender.Close(ATender.Closes.AddSeconds(1));
        tender.RecordOpening(ATender.Closes.AddHours(1));
        tender.StartQualification(ATender.Closes);
        tender.StartScoring(ATender.Closes);
        tender.StartModeration(ATender.Closes);
        tender.StartPricing(ATender.Closes);
        tender.StartDeciding(ATender.Closes);
    }
}
