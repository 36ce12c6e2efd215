using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>R7: two colleagues edit one draft. The second is shown both versions, files included, and neither loses anything; the API answers 412.</summary>
public sealed partial class TwoColleaguesTests
{
    private const string Page = $"/tenders/{BidScene.Ref}/bids/2";

    [Fact]
    public async Task The_second_sees_every_difference_and_saving_again_keeps_the_files_of_both()
    {
        await using BidScene scene = await BidScene.Make();
        (HttpClient first, HttpClient second) = await Colleagues(scene);
        string seen = await second.Page(Page);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(first, Tag(seen), "first.pdf", "5900")).StatusCode);

        using HttpResponseMessage stale = await Send(second, Tag(seen), "second.pdf", "6100");
        string shown = await stale.Content.ReadAsStringAsync(BidScene.Token);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        string words = PostForms.Words(shown);
        foreach (string said in (string[])["Both versions", "£5,900.00", "£6,100.00", "first.pdf", "first.pdf, second.pdf"])
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        string held = HeldFile().Match(shown).Groups[1].Value;
        HttpResponseMessage again = await second.PostForm(Page, ("Form.ETag", Tag(shown)), ("Form.Prices[core]", "6100"), ("Form.Held", held));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        BidContent kept = await Draft(scene);
        Assert.Equal(6100m, kept.Prices["core"]);
        Assert.Equal(2, kept.AllFiles.Count);
    }

    [Fact]
    public async Task Who_finds_the_draft_submitted_by_a_colleague_is_told_and_keeps_what_was_typed()
    {
        await using BidScene scene = await BidScene.Make();
        OrganisationId provider = await scene.App.Organisation("P-100", OrganisationKind.Provider);
        Actor colleague = await scene.App.Someone(provider, Role.ProviderBidder);
        HttpClient second = await scene.App.SignedInAs(await scene.App.Someone(provider, Role.ProviderBidder));
        await scene.Draft(colleague);
        string seen = await second.Page(Page);
        await scene.Submit(colleague, "key");

        HttpResponseMessage stale = await second.PostForm(Page, ("Form.ETag", Tag(seen)), ("Form.Answers[Q1]", "Typed in vain?"));
        string shown = PostForms.Words(await stale.Content.ReadAsStringAsync(BidScene.Token));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("was submitted or discarded while you had it open", shown, StringComparison.Ordinal);
        Assert.Contains("Typed in vain?", await stale.Content.ReadAsStringAsync(BidScene.Token), StringComparison.Ordinal);
        Assert.Equal(0, await scene.App.WithDb(db => db.BidDrafts.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task The_api_answers_412_with_what_stands_there_and_changes_nothing()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        using HttpResponseMessage made = await tool.Put("2", BidTool.Complete);
        string tag = made.Headers.ETag!.ToString();
        using HttpResponseMessage newer = await tool.Put("2", BidTool.Complete.Replace("Warm care", "Newer", StringComparison.Ordinal), ifMatch: tag);
        Assert.True(newer.IsSuccessStatusCode);

        using HttpResponseMessage stale = await tool.Put("2", BidTool.Complete.Replace("Warm care", "Stale", StringComparison.Ordinal), ifMatch: tag);

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("Newer", (await Draft(scene)).Answers["Q1"]);
    }

    private static async Task<(HttpClient First, HttpClient Second)> Colleagues(BidScene scene)
    {
        OrganisationId provider = await scene.App.Organisation("P-100", OrganisationKind.Provider);
        return (await scene.App.SignedInAs(await scene.App.Someone(provider, Role.ProviderBidder)), await scene.App.SignedInAs(await scene.App.Someone(provider, Role.ProviderBidder)));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, string tag, string name, string price)
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(await browser.Token(Page)), "__RequestVerificationToken");
        form.Add(new StringContent(tag), "Form.ETag");
        form.Add(new StringContent(price), "Form.Prices[core]");
        using ByteArrayContent file = new([.. "%PDF-1.7 cover"u8]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "file:insurance", name);
        return await browser.PostAsync(new Uri(Page, UriKind.Relative), form, BidScene.Token);
    }

    private static Task<BidContent> Draft(BidScene scene) => scene.App.With(async services =>
        (await services.GetRequiredService<PortalDb>().BidDrafts.SingleAsync(BidScene.Token)).Content(services.GetRequiredService<IKeyStore>()));

    private static string Tag(string page) => ETag().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"Form.ETag\" value=\"([^\"]*)\"")]
    private static partial Regex ETag();

    [GeneratedRegex("name=\"Form.Held\" value=\"([^\"]*)\"")]
    private static partial Regex HeldFile();
}
