using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>The evidence library: versions, expiry, sharing, checks by buyers.</summary>
public sealed class EvidenceLibraryTests
{
    private const string Library = "/organisations/evidence";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_added_renewed_and_read_back_by_its_owner_alone()
    {
        await using PortalApp app = new();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        HttpClient other = await app.SignedInAs(Role.ProviderBidder, await app.Organisation("P-101", OrganisationKind.Provider));

        string page = await Add(provider, "2026", "%PDF-1.7 first");
        HttpResponseMessage renewed = await Send(provider, page, page + "/versions", ("Form.ExpiresOn.Day", "1"), ("Form.ExpiresOn.Month", "2"), ("Form.ExpiresOn.Year", "2028"), ("file", "%PDF-1.7 second"));

        Assert.Equal(HttpStatusCode.Redirect, renewed.StatusCode);
        EvidenceDocument document = await app.WithDb(db => db.EvidenceDocuments.SingleAsync(Token));
        Assert.Equal((2, new DateOnly(2028, 2, 1)), (document.Current.Number, document.ExpiresOn));
        Assert.Equal("%PDF-1.7 second", await provider.GetStringAsync(new Uri(page + "/versions/2", UriKind.Relative), Token));
        Assert.Equal("%PDF-1.7 first", await provider.GetStringAsync(new Uri(page + "/versions/1", UriKind.Relative), Token));
        using HttpResponseMessage file = await provider.GetAsync(new Uri(page + "/versions/1", UriKind.Relative), Token);
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("Liability insurance", await provider.Page(Library), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(page, UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(page + "/versions/1", UriKind.Relative), Token)).StatusCode);
        Assert.Contains(await app.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync(Token)), a => a == "evidence.versionAdded");
    }

    [Fact]
    public async Task A_form_without_title_or_file_comes_back_and_a_foreign_home_is_refused()
    {
        await using PortalApp app = new();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);

        HttpResponseMessage empty = await provider.PostForm(Library + "/add", ("Form.Kind", "Insurance"), ("Form.Issuer", "An insurer"));
        HttpResponseMessage foreign = await Send(provider, Library + "/add", Library + "/add", ("Form.Kind", "Insurance"), ("Form.Title", "x"), ("Form.Issuer", "y"), ("Form.Homes", "SC000001"), ("file", "%PDF-1.7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("An insurer", await empty.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
        Assert.Equal(0, await app.WithDb(db => db.EvidenceDocuments.CountAsync(Token)));
    }

    [Fact]
    public async Task An_infected_file_is_refused()
    {
        await using PortalApp app = new();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        string eicar = new([.. "ELIF-TSET-SURIVITNA-DRADNATS-RACIE".Reverse()]);

        HttpResponseMessage refused = await Send(provider, Library + "/add", Library + "/add", ("Form.Kind", "Insurance"), ("Form.Title", "x"), ("Form.Issuer", "y"), ("file", eicar));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("virus", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_go_out_once_at_sixty_thirty_and_seven_days()
    {
        await using PortalApp app = new();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        await Add(provider, "2027", "%PDF-1.7 first");
        DateTimeOffset last = new(2027, 3, 27, 12, 0, 0, TimeSpan.Zero);
        async Task<int> At(int daysBefore)
        {
            app.Clock.MoveTo(last.AddDays(-daysBefore));
            await app.Do((RemindOfEvidence remind) => remind.Execute(Token));
            return await app.WithDb(db => db.Messages.CountAsync(m => m.Subject.StartsWith("“Liability insurance” is good until"), Token));
        }

        List<int> sent = [];
        foreach (int days in new[] { 61, 60, 45, 30, 7, 0, -1 })
        {
            sent.Add(await At(days));
        }

        Assert.Equal([0, 1, 1, 2, 3, 3, 3], sent);
        Assert.Contains("Lapsed", await provider.Page("/today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buyer_asks_the_provider_shares_and_the_check_is_seen_by_another_region()
    {
        await using PortalApp app = new();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        string page = await Add(provider, "2027", "%PDF-1.7 first");
        Guid id = (await app.WithDb(db => db.EvidenceDocuments.SingleAsync(Token))).Id.Value;
        HttpClient asker = await app.SignedInAs(Role.QaLead);
        OrganisationId north = await app.Organisation("north-east", OrganisationKind.RegionalCooperative);
        HttpClient elsewhere = await app.SignedInAs(Role.Commissioner, north);
        const string Shared = "/organisations/P-100/evidence";

        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(new Uri(page + "/versions/1", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.PostForm(Shared, $"{Shared}/{id}/review", [("accepted", "true"), ("found", "x")])).StatusCode);
        await asker.PostForm(Shared, ("Form.Kind", "Insurance"), ("Form.Why", "Admission to WM-2026"));
        Assert.Equal(HttpStatusCode.Conflict, (await asker.PostForm(Shared, ("Form.Kind", "Insurance"), ("Form.Why", "again"))).StatusCode);
        Guid request = (await app.WithDb(db => db.EvidenceRequests.SingleAsync(Token))).Id.Value;
        Assert.Contains("Admission to WM-2026", await provider.Page(Library), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm($"{Library}/requests/{request}", ("Form.Document", id.ToString()))).StatusCode);
        Assert.Equal("%PDF-1.7 first", await asker.GetStringAsync(new Uri(page + "/versions/1", UriKind.Relative), Token));
        Assert.Equal(HttpStatusCode.Redirect, (await asker.PostForm(Shared, $"{Shared}/{id}/review", [("accepted", "true"), ("found", "Cover of ten million seen")])).StatusCode);
        await provider.PostForm(page, page + "/share", [("buyer", "north-east")]);

        string seen = PostForms.Words(await elsewhere.Page(Shared));
        Assert.Contains("checked by West Midlands", seen, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Cover of ten million seen", seen, StringComparison.Ordinal);
        await provider.PostForm(page, page + "/unshare", [("buyer", "north-east")]);
        Assert.DoesNotContain("Cover of ten million", await elsewhere.Page(Shared), StringComparison.Ordinal);
        Assert.Contains(await app.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync(Token)), a => a == "evidence.read");
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri(Shared, UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task Uploads_that_were_never_finished_are_forgotten_with_their_bytes()
    {
        await using PortalApp app = new();
        Actor provider = await app.Someone(await app.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);
        Upload begun = await app.Do((BeginUpload begin) => begin.Execute(provider, "half.pdf", 100, "", Token));
        await app.Do((AppendToUpload append) => append.Execute(provider, begun.Id, 0, new MemoryStream(new byte[40]), null, Token));
        Upload whole = await app.Do((KeepFile keep) => keep.Execute(provider, "whole.pdf", 4, new MemoryStream("%PDF"u8.ToArray()), Token));

        Assert.Equal(0, await app.Do((SweepUploads sweep) => sweep.Execute(Token)));
        app.Clock.Move(TimeSpan.FromDays(8));
        Assert.Equal(1, await app.Do((SweepUploads sweep) => sweep.Execute(Token)));

        Assert.Equal(whole.Id, (await app.WithDb(db => db.Uploads.SingleAsync(Token))).Id);
        Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    private static async Task<string> Add(HttpClient provider, string year, string content)
    {
        HttpResponseMessage added = await Send(provider, Library + "/add", Library + "/add",
            ("Form.Kind", "Insurance"), ("Form.Title", "Liability insurance"), ("Form.Issuer", "An insurer"), ("Form.ExpiresOn.Day", "27"), ("Form.ExpiresOn.Month", "3"), ("Form.ExpiresOn.Year", year), ("file", content));
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync(Token));
        return added.Headers.Location!.OriginalString;
    }

    /// <summary>Sends a form with one file, whose content is the field named <c>file</c>.</summary>
    private static async Task<HttpResponseMessage> Send(HttpClient browser, string page, string url, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(await browser.Token(page)), "__RequestVerificationToken");
        foreach ((string name, string value) in fields)
        {
            if (name == "file")
            {
                ByteArrayContent file = new(System.Text.Encoding.UTF8.GetBytes(value));
                file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
                form.Add(file, "Form.File", "evidence.pdf");
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        return await browser.PostAsync(new Uri(url, UriKind.Relative), form, Token);
    }
}
