using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.Printing;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards;

/// <summary>What is signed is exactly the printed document: its hash stands on every page and under every signature, and any copy can be checked.</summary>
public sealed class AgreementDoorTests
{
    private const string All = $"/tenders/{Ref}/agreements";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(EvaluationScene Scene, HttpClient Director)> Noticed(bool pdf = false)
    {
        EvaluationScene scene = await Ranked();
        if (pdf)
        {
            PrintedPdf.Needs(scene.App);
        }

        HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        await LookAtBoth(scene);
        return (scene, director);
    }

    private static async Task<string> Own(EvaluationScene scene, string code) => $"{All}/{(await scene.App.Organisation(code, OrganisationKind.Provider)).Value}";

    private static Task<byte[]> File(HttpClient who, string agreement) => who.GetByteArrayAsync(new Uri(agreement + "/file", UriKind.Relative), Stop);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<string> Checked(HttpClient who, string agreement, byte[] copy)
    {
        using MultipartFormDataContent form = new() { { new StringContent(await who.Token(agreement)), "__RequestVerificationToken" }, { new ByteArrayContent(copy), "copy", "copy.bin" } };
        using HttpResponseMessage answer = await who.PostAsync(new Uri(agreement + "/check", UriKind.Relative), form, Stop);
        return PostForms.Words(await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<HttpStatusCode> Status(HttpClient who, string url)
    {
        using HttpResponseMessage answer = await who.GetAsync(new Uri(url, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Both_sides_sign_exactly_the_printed_documents_and_any_copy_can_be_checked()
    {
        (EvaluationScene scene, HttpClient director) = await Noticed();
        await using EvaluationScene open = scene;
        using HttpClient first = await Provider(scene, "P-101");
        using HttpClient second = await Provider(scene, "P-102");
        string own = await Own(scene, "P-101");
        byte[] document = await File(first, own);
        Assert.Contains(Hash(document), PostForms.Words(await first.Page(Result)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(second, own));
        Assert.Equal(HttpStatusCode.NotFound, await Status(second, All));

        (HttpStatusCode stale, string why) = await Try(first, Result, Result + "/signature", [.. As("Hal Home", "Owner"), ("Form.Shown", new string('0', 64))]);
        Assert.Equal(HttpStatusCode.Conflict, stale);
        Assert.Contains("printed anew since this page was shown", why, StringComparison.Ordinal);
        await EvaluationScene.Post(first, Result, Result + "/signature", [.. As("Hal Home", "Owner"), ("Form.Shown", Hash(document))]);
        await EvaluationScene.Post(second, Result, Result + "/signature", As("Pat Provider", "Director"));
        await SignForAuthority(scene, director);

        Award award = await scene.App.WithDb(db => db.Awards.SingleAsync(Stop));
        string list = await director.GetStringAsync(new Uri(All + "/list.sha256", UriKind.Relative), Stop);
        string[] hashes = [.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..64])];
        Assert.Equal([Hash(document), Hash(await File(second, await Own(scene, "P-102")))], hashes);
        Assert.Equal([.. hashes, Hash(Encoding.UTF8.GetBytes(list))], award.Signatures.Select(s => s.DocumentSha256));
        Assert.Contains("Valid The copy is exactly this document", await Checked(first, own, document), StringComparison.Ordinal);
        Assert.Contains("The copy is not this document", await Checked(first, own, [.. document, 0]), StringComparison.Ordinal);
        Assert.Contains("Valid hashed again just now", PostForms.Words(await director.Page(own)), StringComparison.Ordinal);
        Assert.Equal(2, await scene.App.WithDb(db => db.Set<LogEntry>().CountAsync(e => e.Action == "award.agreementPrinted", Stop)));
    }

    [Fact]
    public async Task A_changed_stored_file_is_seen_the_next_time_anybody_looks()
    {
        (EvaluationScene scene, HttpClient director) = await Noticed();
        await using EvaluationScene open = scene;
        string own = await Own(scene, "P-101");
        await scene.App.WithDb(db => db.AgreementFiles.ExecuteUpdateAsync(f => f.SetProperty(x => x.Content, "another"u8.ToArray()), Stop));
        Assert.Contains("Differs hashed again just now", PostForms.Words(await director.Page(own)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_PDF_names_the_parties_the_lots_the_prices_as_bid_and_the_documents_with_their_hashes()
    {
        (EvaluationScene scene, _) = await Noticed(pdf: true);
        await using EvaluationScene open = scene;
        using HttpClient winner = await Provider(scene, "P-101");
        PrintedPdf pdf = await PrintedPdf.Of(winner, await Own(scene, "P-101") + "/file");
        var tender = await scene.Tender();
        string[] parts =
        [
            $"Agreement: {tender.Title}", "P 101", "P-101 House, 1 Test Street, Birmingham B1 1AA", "£5,200.00", "£5,400.00", "1111111", "2222222", "WM-2027", "How prices may rise: Once a year at most",
            tender.MethodologySha256!, .. tender.Documents.Where(d => d.IsCurrent).SelectMany(d => new[] { d.Name, d.Sha256 }), "The supplier signs first",
        ];
        Assert.All(parts, part => Assert.True(pdf.Says(part), part));
        Assert.False(pdf.Says("£5,000.00"));
        Assert.False(pdf.Says("£6,000.00"));
        Assert.False(pdf.Says("P 102"));
    }

    [Fact]
    public async Task Without_a_printer_the_page_is_the_document_and_it_is_printed_anew_only_while_nobody_has_signed()
    {
        (EvaluationScene scene, HttpClient director) = await Noticed();
        await using EvaluationScene open = scene;
        using HttpClient first = await Provider(scene, "P-101");
        await EvaluationScene.Post(first, Result, Result + "/signature", As("Hal Home", "Owner"));
        PrintedPdf.Printer(scene.App);
        await EvaluationScene.Post(scene.AsCommissioner, All);
        string[] kinds = await scene.App.WithDb(async db => (await db.Awards.SingleAsync(Stop)).Documents.OrderBy(d => d.FileName, StringComparer.Ordinal).Select(d => d.MediaType).ToArray());
        Assert.Equal(["text/html", AgreementDocument.Pdf], kinds);
        Assert.Equal(HttpStatusCode.NotFound, await Status(scene.AsEvaluators[0], All));
        Assert.DoesNotContain("Print the agreements", PostForms.Words(await director.Page(All)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_on_paper_needs_its_day_and_where_it_is_kept_for_either_side()
    {
        (EvaluationScene scene, HttpClient director) = await Noticed();
        await using EvaluationScene open = scene;
        foreach (string code in (string[])["P-101", "P-102"])
        {
            string paper = $"{Page}/signatures/{(await scene.App.Organisation(code, OrganisationKind.Provider)).Value}";
            Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, paper, paper, As("Hal", "Owner"))).Status);
            Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, paper, paper, [.. As("Hal", "Owner"), ("Form.SignedOn", "2027-01-22"), ("Form.KeptAt", "Deeds 1")])).Status);
            await EvaluationScene.Post(scene.AsCommissioner, paper, null, [.. As("Hal", "Owner"), ("Form.SignedOn", "2027-01-20"), ("Form.KeptAt", "Deeds 1")]);
        }

        await SignForAuthority(scene, director, ("Form.OnPaper", "true"), ("Form.SignedOn", "2027-01-21"), ("Form.KeptAt", "Deeds 2"));
        Award award = await scene.App.WithDb(db => db.Awards.SingleAsync(Stop));
        Assert.Equal(["Deeds 1", "Deeds 1", "Deeds 2"], award.Signatures.Select(s => s.Paper!.KeptAt));
        Assert.All(award.Signatures, s => Assert.NotEqual("", s.RecordedByName));
        Assert.Contains("With pen on Wednesday 20 January 2027; kept: Deeds 1", PostForms.Words(await director.Page(await Own(scene, "P-101"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_passkey_does_not_sign_without_it()
    {
        (EvaluationScene scene, _) = await Noticed();
        await using EvaluationScene open = scene;
        Actor signatory = await scene.App.Someone(await scene.App.Organisation("P-101", OrganisationKind.Provider), Role.ProviderBidder);
        await scene.App.With(async services =>
        {
            UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
            Account account = await accounts.Users.SingleAsync(a => a.Person == signatory.Person, Stop);
            UserPasskeyInfo passkey = new([1, 2, 3], [4], scene.App.Clock.GetUtcNow(), 0, [], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [5], [6]) { Name = "my key" };
            Assert.True((await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);
        });
        using HttpClient browser = await scene.App.SignedInAs(signatory);
        Assert.Contains("Your device asks for your passkey", PostForms.Words(await browser.Page(Result)), StringComparison.Ordinal);
        foreach ((string, string)[] credential in ((string, string)[][])[[], [("Form.Credential", "{}")], [("Form.Credential", "no credential")]])
        {
            (HttpStatusCode refused, string said) = await Try(browser, Result, Result + "/signature", [.. As("Hal Home", "Owner"), .. credential]);
            Assert.Equal(HttpStatusCode.Conflict, refused);
            Assert.Contains("Confirm with your passkey", said, StringComparison.Ordinal);
        }

        Assert.Empty((await scene.App.WithDb(db => db.Awards.SingleAsync(Stop))).Signatures);
    }

    private static async Task SignForAuthority(EvaluationScene scene, HttpClient director, params (string, string)[] also)
    {
        await ReviewConflicts(scene);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"/tenders/{Ref}/approval-to-award", Tenders.ApprovalFields.Of("CAB/27/3", new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 19)));
        await Do(director, "signature", [.. As("Di Rector", "Director"), .. also]);
    }
}
