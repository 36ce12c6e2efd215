using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>The largest framework: thirty-four lots with a hundred winners each. Its pages stay short enough to use.</summary>
public sealed class ManyLotsTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const int Lots = 34;
    private const int Winners = 100;
    private const int UsableCharacters = 150_000;

    private static readonly string[] Numbers = [.. Enumerable.Range(1, Lots).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tender_of_thirty_four_lots_lists_them_in_their_order_and_each_has_its_page()
    {
        (_, string reference) = await app.PublishedTender(Numbers);
        HttpClient anybody = app.Public();

        string page = await anybody.Page($"/tenders/{reference}");

        Assert.InRange(page.Length, 1, UsableCharacters);
        int[] places = [.. Numbers.Select(n => page.IndexOf($"/tenders/{reference}/lots/{n}\"", StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
        string last = PostForms.Words(await anybody.Page($"/tenders/{reference}/lots/34"));
        Assert.Contains("Award criteria of lot 34", last, StringComparison.Ordinal);
        Assert.Contains("Start a bid for lot 34", last, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri($"/tenders/{reference}/lots/35", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_draft_of_thirty_four_lots_stays_usable()
    {
        (Actor buyer, string reference) = await app.ReadyTender(Numbers);
        HttpClient browser = await app.SignedInAs(buyer);

        foreach (string page in new[] { "draft", "draft/lots", "publish" })
        {
            Assert.InRange((await browser.Page($"/tenders/{reference}/{page}")).Length, 1, 4 * UsableCharacters);
        }

        Assert.Equal(Lots, (await app.Tender(reference)).Lots.Count);
        await app.Do((CopyLotContents copy) => copy.Execute(buyer, reference, "1", "34", Stop));
    }

    [Fact]
    public async Task An_award_to_a_hundred_winners_of_each_lot_is_read_lot_by_lot()
    {
        (Actor buyer, string reference) = await app.PublishedTender(Numbers);
        await Award(buyer, reference);
        HttpClient browser = await app.SignedInAs(buyer);

        string page = await browser.Page($"/tenders/{reference}/award");
        string lot = await browser.Page($"/tenders/{reference}/award?lot=34");

        Assert.InRange(page.Length, 1, UsableCharacters);
        Assert.InRange(lot.Length, 1, UsableCharacters);
        Assert.Contains($"/tenders/{reference}/award?lot=34#winners", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Provider 100 of lot 34", page, StringComparison.Ordinal);
        Assert.Contains("Provider 100 of lot 34", lot, StringComparison.Ordinal);
        Assert.DoesNotContain("Provider 1 of lot 33", lot, StringComparison.Ordinal);
        Assert.Equal(Lots * Winners, await app.WithDb(async db => (await db.Awards.SingleAsync(a => a.TenderRef == reference, Stop)).Winners.Count));
    }

    private Task Award(Actor buyer, string reference) => app.WithDb(async db =>
    {
        Tender tender = await db.LoadPublishedTender(reference, Stop);
        DateTimeOffset closed = ATender.Closes.AddSeconds(1);
        tender.Close(closed);
        tender.RecordOpening(ATender.Closes.AddHours(1));
        tender.StartQualification(closed);
        tender.StartScoring(closed);
        tender.StartModeration(closed);
        tender.StartPricing(closed);
        tender.StartDeciding(closed);
        Award award = Domain.Awards.Award.For(tender);
        AwardedBid[] best =
        [
            .. from number in Numbers
               from rank in Enumerable.Range(1, Winners)
               select new AwardedBid(number, Id.New<SubmissionId>(), Id.New<OrganisationId>(), $"Provider {rank} of lot {number}", "", rank),
        ];
        award.Recommend(tender, best, Numbers.ToDictionary(n => n, _ => 1), "All that are compliant, as published.", buyer, closed);
        award.Decide(tender, "Agreed on the report of today.", ATender.Somebody("Dee Director", tender.Buyer, Role.Director), closed);
        award.SendSummaries(tender, best.Length, best.Length, closed);
        award.PublishNotice(tender, closed);
        tender.BeginStandstill(StandstillPeriod.Beginning(closed).LastDay);
        award.NoteNoticePublic(tender, "032704-2026", closed);
        db.Add(award);
        await db.Save(Actor.Portal, Stop);
    });
}
