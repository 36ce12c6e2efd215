using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Evaluation;

/// <summary>The comparison as a workbook: a line for each bid or home, numbers as numbers, for those alone who may see the ranking.</summary>
public sealed class ComparisonSheetTests
{
    private const string Sheet = $"/tenders/{EvaluationScene.Ref}/evaluation/ranking.xlsx";

    [Fact]
    public async Task The_workbook_has_a_line_for_each_bid_with_its_scores_points_price_and_exact_total()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "3", "3"), (b, "5", "4"));
        using HttpResponseMessage early = await scene.AsCommissioner.GetAsync(new Uri(Sheet, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await scene.Rank();

        string[][] lines = Lines(await scene.AsCommissioner.GetByteArrayAsync(new Uri(Sheet, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(["Lot", "Ranking", "Rank", "Bid", "Bidder", "Q1 score", "Q1 points", "Q2 score", "Q2 points", "P score", "P points", "Price", "Total", "Exact total", "Out because"], lines[0]);
        Assert.Equal(5, lines.Length);
        string[] first = lines.Single(l => l[0] == "2" && l[2] == "1");
        // 40 × 5/5 + 20 × 4/5 + 40 × 5000/6000 = 89 1/3; without a score under price its cell is left out.
        Assert.Equal(["P 102", "5", "40.00", "4", "16.00", "33.33", "6000", "89.33", "268/3"], first.Skip(4).Select(c => decimal.TryParse(c, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && number == 6000 ? "6000" : c));
        using HttpResponseMessage forbidden = await scene.AsEvaluators[0].GetAsync(new Uri(Sheet, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using HttpClient bidder = await scene.App.SignedInAs(Role.ProviderBidder);
        using HttpResponseMessage outside = await bidder.GetAsync(new Uri(Sheet, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, outside.StatusCode);
    }

    private static string[][] Lines(byte[] workbook)
    {
        using ZipArchive zip = new(new MemoryStream(workbook));
        using Stream sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "row").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
    }
}
