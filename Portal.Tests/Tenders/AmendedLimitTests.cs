using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Qualification;

namespace Portal.Tests.Tenders;

/// <summary>The limit on lots while the tender runs: changed before the deadline, for everybody at once, and never after it.</summary>
[Rule("A4-13"), Rule("A7-01")]
public sealed class AmendedLimitTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly Amendment Words = new("One supplier gets one lot", "Children must not depend on one provider", "No: five weeks are left, enough to choose again");
    private readonly Actor commissioner = ATender.Commissioner(Id.New<OrganisationId>());

    private static LotLimit Limit => new() { Most = 1, Order = ["2", "1", "3"] };

    [Fact]
    public void A_changed_limit_is_published_with_old_and_new_words_and_bids_sent_before_must_be_confirmed()
    {
        Tender tender = ATender.Published(commissioner, "WM-2026-0001", "1", "2", "3");
        string before = tender.MethodologySha256!;
        tender.ProposeLimit(Limit, ATender.Now);
        Assert.Null(tender.LotLimit);
        tender.Amend(Words, ATender.Now.AddDays(1));
        Difference difference = Assert.Single(tender.Amendments[^1].Differences);
        Assert.Equal(("Limit on lots", "none", Limit.InWords), (difference.Part, difference.Old, difference.New));
        Assert.True(tender.Amendments[^1].BidsMustBeConfirmed);
        Assert.Equal(Limit.InWords, tender.LotLimit!.InWords);
        Assert.NotEqual(before, tender.MethodologySha256);
        tender.ProposeLimit(null, ATender.Now.AddDays(2));
        tender.Amend(Words, ATender.Now.AddDays(2));
        Assert.Null(tender.LotLimit);
        Assert.Equal(before, tender.MethodologySha256);
    }

    [Fact]
    public void The_same_limit_is_no_change_a_faulty_one_is_refused_and_after_the_deadline_none_is_taken()
    {
        Tender tender = ATender.Ready(commissioner, "WM-2026-0001", "1", "2", "3");
        tender.LimitLots(Limit);
        tender.Publish(ATender.Now);
        tender.ProposeLimit(Limit, ATender.Now);
        Assert.Null(tender.Proposed!.Limit);
        Assert.Equal("LIMIT_ORDER", Assert.Throws<RuleBroken>(() => tender.ProposeLimit(Limit with { Order = ["1"] }, ATender.Now)).Reasons[0].Code);
        Assert.Equal("DEADLINE_PASSED", Assert.Throws<RuleBroken>(() => tender.ProposeLimit(null, ATender.Closes.AddHours(1))).Reasons[0].Code);
    }

    [Fact]
    public void In_a_flexible_procedure_the_limit_is_fixed_after_the_first_deadline_too()
    {
        Tender tender = ATender.Ready(commissioner, "WM-2026-0001", "1", "2", "3");
        FlexibleScene.Stage(tender, oneLot: false);
        tender.Publish(ATender.Now);
        tender.ProposeLimit(Limit, ATender.Closes.AddDays(1));
        Assert.Contains(tender.WhatBlocksAmendment(Words, ATender.Closes.AddDays(1)), r => r.Code == "LIMIT_FIXED");
    }

    [Fact]
    public void The_best_total_may_limit_lots_that_go_to_several_and_says_so_in_its_published_words()
    {
        Tender tender = ATender.Ready(commissioner, "WM-2026-0001", "1", "2", "3");
        tender.LimitLots(Limit with { Mechanism = LotMechanism.BestTotal });
        Assert.Contains("leave the fewest lots without award", tender.LotLimit!.InWords, StringComparison.Ordinal);
        Assert.DoesNotContain("severalToALot", Methodology.Canonical(tender), StringComparison.Ordinal);
        tender.SetUpFramework(new FrameworkTerms { Ref = "WM-2027", MostSuppliers = 3 });
        Assert.Contains("fill the most places", tender.LotLimit!.InWords, StringComparison.Ordinal);
        Assert.Contains("severalToALot", Methodology.Canonical(tender), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commissioner_changes_the_limit_of_a_running_tender_through_the_pages_and_others_cannot()
    {
        (Actor owner, string reference) = await app.ReadyTender("1", "2", "3");
        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(owner, reference, CancellationToken.None));
        using HttpClient browser = await app.SignedInAs(owner);
        string amend = $"/tenders/{reference}/amend";
        Assert.Contains("Change the limit on what one supplier is awarded", PostForms.Words(await browser.Page(amend)), StringComparison.Ordinal);
        (string, string)[] typed = [("Form.IsLimited", "true"), ("Form.Most", "1"), ("Form.Counts", "Lots"), ("Form.Mechanism", "BestTotal"), ("Form.Order", "3, 1, 2")];
        using HttpResponseMessage kept = await browser.PostForm($"{amend}/lot-limit", typed);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Null((await app.Tender(reference)).LotLimit);
        using HttpResponseMessage faulty = await browser.PostForm($"{amend}/lot-limit", ("Form.IsLimited", "true"), ("Form.Most", "3"), ("Form.Counts", "Lots"), ("Form.Mechanism", "OrderOfLots"), ("Form.Order", "3, 1, 2"));
        Assert.Equal(HttpStatusCode.Conflict, faulty.StatusCode);
        using HttpResponseMessage published = await browser.PostForm(amend, ("Form.What", "One lot each"), ("Form.Why", "To spread the risk"), ("Form.MoreTime", "false"), ("Form.ExtensionConsidered", "No, five weeks are left, enough to choose another lot"));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(["3", "1", "2"], (await app.Tender(reference)).LotLimit!.Order);
        using HttpClient anybody = app.CreateClient();
        Assert.Contains("Limit on lots", PostForms.Words(await anybody.Page($"/tenders/{reference}/changes")), StringComparison.Ordinal);
        using HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri($"{amend}/lot-limit", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }
}
