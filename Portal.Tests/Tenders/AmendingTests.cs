using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Tests.Furniture;
using Portal.Tests.Qualification;

namespace Portal.Tests.Tenders;

/// <summary>Changes of a running tender: when they are allowed, what they say, who is told.</summary>
public sealed class AmendingTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly Amendment Words = new("The specification is corrected", "A page was missing", "No: a week is left, and it is one page");
    private readonly Actor commissioner = ATender.Commissioner(Id.New<OrganisationId>());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Why", "No more time", "AMENDMENT_WORDS")]
    [InlineData("What", " ", "No more time", "AMENDMENT_WORDS")]
    [InlineData("What", "Why", "", "EXTENSION_CONSIDERED")]
    [InlineData("What", "Why", "No.", "EXTENSION_CONSIDERED")]
    public void A_change_says_what_why_and_whether_more_time_is_needed(string what, string why, string time, string code)
    {
        Tender tender = ATender.Published(commissioner);

        Assert.Equal([code], tender.WhatBlocksAmendment(new Amendment(what, why, time), ATender.Now).Select(r => r.Code));
    }

    [Theory]
    [InlineData(Regime.LightTouch)]
    [InlineData(Regime.BelowThreshold)]
    public void In_an_open_procedure_nothing_changes_after_the_deadline(Regime regime)
    {
        Tender tender = Running(Procedure.Open, regime);

        Reason reason = Assert.Single(tender.WhatBlocksAmendment(Words, ATender.Closes.AddTicks(1)));

        Assert.Equal("A7-02", reason.Rule);
        Assert.Throws<RuleBroken>(() => tender.Amend(Words, ATender.Closes.AddTicks(1)));
    }

    [Theory]
    [InlineData(Regime.LightTouch, true, true)]
    [InlineData(Regime.LightTouch, false, true)]
    [InlineData(Regime.Full, false, true)]
    [InlineData(Regime.Full, true, false)]
    public void In_a_flexible_procedure_a_change_after_the_deadline_is_light_touch_or_not_substantial(Regime regime, bool substantial, bool allowed)
    {
        Tender tender = Staged(regime);

        string[] found = [.. tender.WhatBlocksAmendment(Words with { Substantial = substantial }, ATender.Closes.AddDays(1)).Select(r => r.Code)];

        Assert.Equal(allowed ? [] : ["SUBSTANTIAL"], found);
    }

    [Fact]
    public void In_a_flexible_procedure_changes_end_with_the_deadline_for_final_tenders()
    {
        Tender tender = Staged(Regime.LightTouch);
        OrganisationId supplier = Id.New<OrganisationId>();
        DateTimeOffset final = ATender.Closes.AddDays(40);
        Assert.Equal("A7-01", Published(tender, ATender.Now.AddDays(1)).Basis);
        tender.CloseRequests(ATender.Closes.AddDays(-20));
        tender.InviteTenders([supplier], ATender.Closes, "One is enough here", ATender.Closes.AddDays(-19));
        Assert.Equal("A7-02", Published(tender, ATender.Closes.AddDays(-18)).Basis);
        tender.Close(ATender.Closes.AddHours(1));
        tender.RecordOpening(ATender.Closes.AddHours(1));
        tender.StartNegotiating(ATender.Closes.AddHours(2));
        Assert.Contains(tender.WhatBlocksAmendment(Words with { ClosesAt = ATender.Closes.AddDays(2) }, ATender.Closes.AddDays(1)), r => r.Rule == "A7-05");
        tender.Amend(Words with { FinalTendersCloseAt = final }, ATender.Closes.AddDays(1));
        Assert.Equal(("A7-02", final), (tender.Amendments[^1].Basis, tender.Dates.FinalTendersCloseAt));
        tender.InviteFinalTenders(final, "Nobody else is left", ATender.Closes.AddDays(2));

        Assert.True(tender.MayBeAmended(final));
        Assert.False(tender.MayBeAmended(final.AddTicks(1)));
    }

    [Fact]
    public void Changed_weights_are_shown_old_beside_new_change_the_hash_and_make_bids_be_confirmed()
    {
        Tender tender = ATender.Published(commissioner);
        string before = tender.MethodologySha256!;

        tender.ProposeCriteria("1", Reweighed(tender, 50, 20, 30), ATender.Now);
        Assert.Equal(before, Methodology.Sha256(tender));
        tender.Amend(Words, ATender.Now.AddDays(1));

        Amendment made = Assert.Single(tender.Amendments);
        Assert.True(made.BidsMustBeConfirmed);
        Assert.Equal(ATender.Now.AddDays(1), tender.ConfirmBidsFrom);
        Assert.Equal(["Q1", "P"], made.Differences.Select(d => d.What));
        Assert.StartsWith("Care and outcomes: 40%", made.Differences[0].Old, StringComparison.Ordinal);
        Assert.StartsWith("Care and outcomes: 50%", made.Differences[0].New, StringComparison.Ordinal);
        Assert.Equal(Methodology.Sha256(tender), tender.MethodologySha256);
        Assert.NotEqual(before, tender.MethodologySha256);
        Assert.Null(tender.Proposed);
    }

    [Fact]
    public void A_later_deadline_alone_leaves_bids_valid()
    {
        Tender tender = ATender.Published(commissioner);

        tender.Amend(Words with { ClosesAt = ATender.Closes.AddDays(7) }, ATender.Now);

        Assert.False(tender.Amendments[0].BidsMustBeConfirmed);
        Assert.Null(tender.ConfirmBidsFrom);
        Assert.Equal(["Tenders close", "Bids are opened"], tender.Amendments[0].Differences.Select(d => d.What));
    }

    [Fact]
    public void Criteria_are_neither_added_nor_dropped_nor_left_adding_up_wrongly()
    {
        Tender tender = ATender.Published(commissioner);

        Assert.Equal("C2-02", Refused(() => tender.ProposeCriteria("1", [.. tender.Lots[0].Criteria.Take(2)], ATender.Now)).Rule);
        Assert.Equal("A4-12", Refused(() => tender.ProposeCriteria("1", Reweighed(tender, 50, 20, 40), ATender.Now)).Rule);
        Assert.Null(tender.Proposed);
    }

    [Fact]
    public async Task A_change_is_private_until_published_and_then_reaches_everybody_at_the_same_minute()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);
        Actor watching = await Provider("P-501");
        Actor downloading = await Provider("P-502");
        await (await app.SignedInAs(watching)).PostForm($"/tenders/{reference}", $"/tenders/{reference}/watch", []);
        await (await app.SignedInAs(downloading)).GetAsync(new Uri($"/tenders/{reference}/documents.zip", UriKind.Relative), Stop);
        TenderDocumentId old = (await app.Tender(reference)).Documents[0].Id;

        Assert.Equal(HttpStatusCode.Redirect, (await Send(browser, reference, old, "Specification 2.txt", "A new specification\n")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm($"/tenders/{reference}/amend/terms", ("Form.Description", "A framework of children's homes, now with a garden each."), ("Form.Conditions", ATender.Basics.Conditions[0]))).StatusCode);
        Assert.DoesNotContain("Specification 2.txt", await app.Public().Page($"/tenders/{reference}"), StringComparison.Ordinal);
        Assert.Contains("with a garden each", PostForms.Words(await browser.Page($"/tenders/{reference}/amend")), StringComparison.Ordinal);
        HttpResponseMessage published = await browser.PostForm($"/tenders/{reference}/amend", $"/tenders/{reference}/amend", Form("Gardens are wanted"));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);

        string changes = PostForms.Words(await app.Public().Page($"/tenders/{reference}/changes"));
        Assert.Contains("Specification.txt", changes, StringComparison.Ordinal);
        Assert.Contains("Specification 2.txt", changes, StringComparison.Ordinal);
        Assert.Contains("Rule A7-01", changes, StringComparison.Ordinal);
        Tender tender = await app.Tender(reference);
        Assert.Equal(["Specification 2.txt"], tender.Documents.Where(d => d.IsCurrent).Select(d => d.Name));
        var told = await app.WithDb(db => db.Messages.Where(m => m.Subject == $"Tender {reference} has changed").Select(m => new { m.Person, m.SentAt, m.Body }).ToListAsync(Stop));
        Assert.Equal(new HashSet<PersonId?> { watching.Person, downloading.Person }, told.Select(m => m.Person).ToHashSet());
        Assert.Single(told.Select(m => (m.SentAt, m.Body)).Distinct());
        Assert.Contains("tender.amended", await app.Log(reference));
    }

    [Fact]
    public async Task A_refused_change_keeps_what_was_typed_and_publishes_nothing()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);

        HttpResponseMessage answer = await browser.PostForm($"/tenders/{reference}/amend", [.. Form("Words that took long"), ("Form.ClosesAt.Day", "1"), ("Form.ClosesAt.Month", "12"), ("Form.ClosesAt.Year", "2026"), ("Form.ClosesAt.Time", "12:00")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Words that took long", html, StringComparison.Ordinal);
        Assert.Contains("A5-01", html, StringComparison.Ordinal);
        Assert.Empty((await app.Tender(reference)).Amendments);
    }

    [Fact]
    public async Task Criteria_are_changed_on_their_page_and_a_prepared_change_can_be_thrown_away()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);
        string page = $"/tenders/{reference}/amend/lots/1/criteria";
        string descriptors = string.Join('\n', ATender.Descriptors);

        HttpResponseMessage kept = await browser.PostForm(
            page,
            ("Form.Rows[0].Code", "Q1"), ("Form.Rows[0].Title", "Care and outcomes"), ("Form.Rows[0].Kind", "Quality"), ("Form.Rows[0].Weight", "30"), ("Form.Rows[0].Scale", "5"), ("Form.Rows[0].Minimum", "2"), ("Form.Rows[0].Descriptors", descriptors),
            ("Form.Rows[1].Code", "Q2"), ("Form.Rows[1].Title", "Staff"), ("Form.Rows[1].Kind", "Quality"), ("Form.Rows[1].Weight", "30"), ("Form.Rows[1].Scale", "5"), ("Form.Rows[1].Descriptors", descriptors),
            ("Form.Rows[2].Code", "P"), ("Form.Rows[2].Title", "Price"), ("Form.Rows[2].Kind", "Price"), ("Form.Rows[2].Weight", "40"));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Staff: 30%", PostForms.Words(await browser.Page($"/tenders/{reference}/amend")), StringComparison.Ordinal);
        await browser.PostForm($"/tenders/{reference}/amend", $"/tenders/{reference}/amend/drop", []);
        Assert.Contains("Nothing but what you write below", PostForms.Words(await browser.Page($"/tenders/{reference}/amend")), StringComparison.Ordinal);
        Assert.Equal(40m, (await app.Tender(reference)).Lots[0].Criteria[0].Weight);
    }

    [Fact]
    public async Task Only_the_buyers_commissioner_prepares_and_publishes_changes()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));
        HttpClient evaluator = await app.SignedInAs(await app.Someone(buyer.Organisation, Role.Evaluator));
        foreach (string page in new[] { "amend", "amend/terms", "amend/documents", "amend/lots/1/criteria" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/tenders/{reference}/{page}", UriKind.Relative), Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync(new Uri($"/tenders/{reference}/{page}", UriKind.Relative), Stop)).StatusCode);
        }
    }

    private static (string, string)[] Form(string what) => [("Form.What", what), ("Form.Why", "Asked by many"), ("Form.MoreTime", "false"), ("Form.ExtensionConsidered", "No: five weeks are left and few bids must change")];

    private static IReadOnlyList<Criterion> Reweighed(Tender tender, params decimal[] weights) =>
        [.. tender.Lots[0].Criteria.Zip(weights, (c, w) => c with { Weight = w })];

    private static Reason Refused(Action act) => Assert.Single(Assert.Throws<RuleBroken>(act).Reasons);

    private static async Task<HttpResponseMessage> Send(HttpClient browser, string reference, TenderDocumentId replaces, string name, string content)
    {
        string page = $"/tenders/{reference}/amend/documents";
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await browser.Token(page)), "__RequestVerificationToken" },
            { new StringContent(replaces.Value.ToString()), "Form.Replaces" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Form.File", name },
        };
        return await browser.PostAsync(new Uri(page, UriKind.Relative), form, Stop);
    }

    private Tender Running(Procedure procedure, Regime regime)
    {
        Tender tender = ATender.Ready(commissioner);
        Money value = new(regime == Regime.BelowThreshold ? 500_000m : 40_000_000m);
        tender.Describe(ATender.Basics with { Procedure = procedure, Regime = regime, NetValue = value, GrossValue = value });
        tender.Publish(ATender.Now);
        return tender;
    }

    /// <summary>Published with stages: requests until 20 December 2026, initial tenders until 11 January 2027.</summary>
    private Tender Staged(Regime regime)
    {
        Tender tender = ATender.Ready(commissioner);
        FlexibleScene.Stage(tender);
        tender.Describe(ATender.Basics with { Procedure = Procedure.CompetitiveFlexible, Regime = regime });
        tender.Schedule(FlexibleScene.Dates with { RequestsCloseAt = new DateTimeOffset(2026, 12, 20, 12, 0, 0, TimeSpan.Zero) });
        tender.Publish(ATender.Now);
        return tender;
    }

    private static Amendment Published(Tender tender, DateTimeOffset at)
    {
        tender.Amend(Words, at);
        return tender.Amendments[^1];
    }

    private async Task<Actor> Provider(string code) => await app.Someone(await app.Organisation(code, OrganisationKind.Provider), Role.ProviderBidder);
}
