using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Web.Audit.Sentences;

namespace Portal.Tests.Audit;

/// <summary>Legal reads the log as sentences: every kind of entry that a tender's story can hold has one, with names where the log has ids.</summary>
[Collection(DemoPortal.Played)]
public sealed partial class TimelineTests(DemoPortal portal)
{
    [Fact]
    public void Every_happening_of_a_tender_or_a_bid_has_a_sentence_and_no_sentence_is_left_over()
    {
        string[] source = [.. SourceTree.Code.Where(f => !f.Path.StartsWith("Portal.Web/Audit/Sentences", StringComparison.Ordinal)).SelectMany(f => f.Text.Split('\n'))];
        HashSet<string> named = [.. source.SelectMany(line => Actions().Matches(line)).Select(m => m.Groups[1].Value)];
        HashSet<string> happenings = [.. source.Where(line => Writes().IsMatch(line)).SelectMany(line => Actions().Matches(line)).Select(m => m.Groups[1].Value)];

        Assert.DoesNotContain(happenings, a => Rooms().IsMatch(a) && !LogSentence.Knows(a));
        Assert.DoesNotContain(LogSentence.Known, a => !named.Contains(a));
    }

    [Theory]
    [InlineData("WM-2025-0001")]
    [InlineData("WM-2026-0006")]
    [InlineData("WM-2026-0010")]
    [InlineData("WM-2026-0011")]
    public async Task The_timeline_of_the_demo_says_neither_ids_nor_code(string tender)
    {
        using HttpClient legal = await portal.Browser(Role.Legal);
        int lines = 0;
        await foreach (string page in Pages(legal, $"/tenders/{tender}/timeline"))
        {
            string table = page[page.IndexOf("<tbody>", StringComparison.Ordinal)..page.IndexOf("</tbody>", StringComparison.Ordinal)];
            lines += Regex.Count(table, "<tr>");
            string words = PostForms.Words(table);
            Assert.DoesNotMatch(Id(), words);
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
            Assert.DoesNotMatch(CodeName(), words);
        }

        Assert.InRange(lines, 10, 10000);
    }

    [Fact]
    public async Task A_council_that_follows_an_open_tender_is_no_provider()
    {
        using HttpClient legal = await portal.Browser(Role.Legal);
        using HttpClient council = await portal.Browser(Role.PlacementOfficer);
        using HttpResponseMessage watched = await council.PostForm("/tenders/WM-2026-0011", "/tenders/WM-2026-0011/watch", []);

        string story = PostForms.Words(await Pages(legal, "/tenders/WM-2026-0011/timeline").LastAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Warwickshire County Council Is told of every change and answer from now on", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_erased_is_said_to_be_erased_not_guessed()
    {
        LogNames nobody = await portal.Ask(async db => await LogNames.Of(db, await db.Tenders.FirstAsync(t => t.Ref == "WM-2026-0011"), [], TestContext.Current.CancellationToken));

        string sentence = LogSentence.Of("award.decided", new Told("tender/WM-2026-0011", JsonSerializer.Deserialize<JsonElement>("{}"), nobody));

        Assert.Equal("Decided the award", sentence);
    }

    private static async IAsyncEnumerable<string> Pages(HttpClient reader, string address)
    {
        for (string? next = address; next is not null;)
        {
            string page = await reader.Page(next);
            yield return page;
            next = Next().Match(page) is { Success: true } more ? WebUtility.HtmlDecode(more.Groups[1].Value) : null;
        }
    }

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();

    [GeneratedRegex("\"([a-zA-Z]+\\.[a-zA-Z]+)\"")]
    private static partial Regex Actions();

    [GeneratedRegex(@"\b(Happened|Note|MoveOn|Close)\(")]
    private static partial Regex Writes();

    [GeneratedRegex("^(tender|bid|award|evaluation|qualification|opening|seal|clarification|request|negotiation|help|directAward|workflow)\\.")]
    private static partial Regex Rooms();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-")]
    private static partial Regex Id();

    [GeneratedRegex("\\b[a-z]+\\.[a-z]+[A-Z]|\\b(tender|bid)/")]
    private static partial Regex CodeName();
}
