using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>A stored file that is lost on the disk is said to be lost, before the first byte of any download.</summary>
public sealed class LostDocumentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_file_makes_a_page_that_names_it_and_neither_a_torn_zip_nor_a_note_that_it_was_taken()
    {
        await using PortalApp app = new();
        (_, string reference) = await app.PublishedTender();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        TenderDocument document = (await app.Tender(reference)).Documents[0];
        Assert.Equal(HttpStatusCode.OK, await Status(app.Public(), $"/tenders/{reference}/documents.zip"));
        await app.Do((IFileStore store) => store.Delete(Guid.Parse(document.FileId), Stop));
        string[] before = [.. await app.Log(reference)];

        foreach (string address in new[] { "documents.zip", $"documents/{document.Id.Value}" })
        {
            using HttpResponseMessage answer = await provider.GetAsync(new Uri($"/tenders/{reference}/{address}", UriKind.Relative), Stop);
            string words = PostForms.Words(await answer.Content.ReadAsStringAsync(Stop));

            Assert.Equal((HttpStatusCode.Conflict, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains("The stored file of “Specification.txt” is missing", words, StringComparison.Ordinal);
        }

        Assert.Equal(before, await app.Log(reference));
        Assert.Contains(document.Sha256, await app.Public().Page($"/tenders/{reference}"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(HttpClient who, string address)
    {
        using HttpResponseMessage answer = await who.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }
}
