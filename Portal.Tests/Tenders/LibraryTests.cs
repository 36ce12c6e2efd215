using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Library;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>Templates, specifications and questions in versions, copied into drafts.</summary>
public sealed class LibraryTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_keeps_the_version_it_copied_when_a_newer_one_comes()
    {
        (Actor buyer, string reference) = await app.ReadyTender("1", "2");
        HttpClient browser = await app.SignedInAs(buyer);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(browser, null, "Placement terms", "ContractTerms", "Terms.txt", "Terms, first edition\n")).StatusCode);
        LibraryItem item = await Item(buyer, "Placement terms");

        HttpResponseMessage picked = await Pick(browser, reference, item, 1, "2");
        await Send(browser, item, "", "ContractTerms", "Terms 2.txt", "Terms, second edition\n");

        Assert.Equal(HttpStatusCode.Redirect, picked.StatusCode);
        TenderDocument copy = (await app.Tender(reference)).Documents.Single(d => d.Origin.Length > 0);
        Assert.Equal(("Lot 2 Terms.txt", "Contract terms", "Placement terms, version 1"), (copy.Name, copy.Kind, copy.Origin));
        LibraryItem later = await Item(buyer, "Placement terms");
        Assert.Equal([1, 2], later.Versions.Select(v => v.Number));
        Assert.Equal(later.Versions[0].Document!.Sha256, copy.Sha256);
        Assert.NotEqual(later.Versions[1].Document!.Sha256, copy.Sha256);
        Assert.Contains("second edition", await (await browser.GetAsync(new Uri($"/tenders/library/{item.Id.Value}/versions/2", UriKind.Relative), Stop)).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("tender.pickedFromLibrary", await app.Log(reference));
    }

    [Fact]
    public async Task A_published_tender_takes_nothing_from_the_library()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);
        await Send(browser, null, "Letter of result", "Letter", "Letter.txt", "Dear bidder\n");

        HttpResponseMessage answer = await Pick(browser, reference, await Item(buyer, "Letter of result"), 1, "");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Single((await app.Tender(reference)).Documents);
    }

    [Fact]
    public async Task Questions_are_kept_from_a_lot_and_copied_into_another_under_free_codes()
    {
        (Actor buyer, string reference) = await app.ReadyTender("1", "2");
        HttpClient browser = await app.SignedInAs(buyer);
        string page = $"/tenders/{reference}/draft/library";

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm(page, $"{page}/questions", [("Keep.Lot", "1"), ("Keep.Title", "Homes, the usual questions")])).StatusCode);
        LibraryItem bank = await Item(buyer, "Homes, the usual questions");
        Assert.Equal(HttpStatusCode.Redirect, (await Pick(browser, reference, bank, 1, "2")).StatusCode);

        Lot lot = (await app.Tender(reference)).LotNumbered("2");
        Assert.Equal(["Q1", "Q2", "Q1-2", "Q2-2"], lot.Questions.Select(q => q.Code));
        Assert.Equal(["Q1", "Q2", "Q1", "Q2"], lot.Questions.Select(q => q.CriterionCode));
        Assert.Equal(HttpStatusCode.Conflict, (await Pick(browser, reference, bank, 1, "")).StatusCode);
        Assert.Contains("How will children be cared for?", PostForms.Words(await browser.Page($"/tenders/library/{bank.Id.Value}/versions/1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_out_of_use_cannot_be_copied_and_another_buyer_sees_none_of_it()
    {
        (Actor buyer, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(buyer);
        await Send(browser, null, "Old questionnaire", "SelectionQuestionnaire", "Sq.txt", "Standard selection questionnaire\n");
        LibraryItem item = await Item(buyer, "Old questionnaire");
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));

        Assert.DoesNotContain("Old questionnaire", await stranger.Page("/tenders/library"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/tenders/library/{item.Id.Value}/versions/1", UriKind.Relative), Stop)).StatusCode);
        await browser.PostForm("/tenders/library", $"/tenders/library/{item.Id.Value}/retire", []);
        Assert.Equal(HttpStatusCode.Conflict, (await Pick(browser, reference, item, 1, "")).StatusCode);
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri("/tenders/library", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task An_item_without_a_title_is_refused_and_nothing_is_kept()
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner, await app.Organisation("south-east"));

        HttpResponseMessage answer = await Send(browser, null, "", "Letter", "Letter.txt", "Dear bidder\n");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Enter a title", PostForms.Words(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        OrganisationId south = await app.Organisation("south-east");
        Assert.Equal(0, await app.WithDb(db => db.LibraryItems.CountAsync(i => i.Organisation == south, Stop)));
    }

    private static Task<HttpResponseMessage> Pick(HttpClient browser, string reference, LibraryItem item, int version, string lot) =>
        browser.PostForm($"/tenders/{reference}/draft/library", ("Form.Choice", $"{item.Id.Value}/{version}"), ("Form.Lot", lot));

    private static async Task<HttpResponseMessage> Send(HttpClient browser, LibraryItem? item, string title, string kind, string name, string content)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await browser.Token("/tenders/library")), "__RequestVerificationToken" },
            { new StringContent(item?.Id.Value.ToString() ?? ""), "Form.Item" },
            { new StringContent(title), "Form.Title" },
            { new StringContent(kind), "Form.Kind" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Form.File", name },
        };
        return await browser.PostAsync(new Uri("/tenders/library", UriKind.Relative), form, Stop);
    }

    private Task<LibraryItem> Item(Actor buyer, string title) => app.WithDb(db => db.LibraryItems.AsNoTracking().SingleAsync(i => i.Organisation == buyer.Organisation && i.Title == title, Stop));
}
