using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Help;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>Help while bidding: who is told, by when, and the alarm in the last hour.</summary>
public sealed class HelpTests
{
    private const string Help = $"/tenders/{BidScene.Ref}/help";
    private const string Desk = $"/tenders/{BidScene.Ref}/help-desk";

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-30T12:00:00Z", "2026-11-23T11:00:00Z")]
    [InlineData("2026-11-23T18:00:00Z", "2026-11-30T12:00:00Z", "2026-11-24T10:00:00Z")]
    [InlineData("2026-11-20T18:00:00Z", "2026-12-30T12:00:00Z", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", "2026-11-30T12:00:00Z", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-30T11:00:00Z", "2026-11-30T12:00:00Z", "2026-11-30T11:10:00Z")]
    [InlineData("2026-12-01T10:59:59Z", "2026-12-01T12:00:00Z", "2026-12-01T11:59:59Z")]
    public void An_answer_is_promised_for_working_time_and_sooner_near_the_deadline(string now, string closes, string expected) =>
        Assert.Equal(At(expected), HelpDesk.ExpectedBy(At(now), At(closes)));

    [Fact]
    public void The_proposed_deadline_is_an_hour_later_on_a_full_quarter() =>
        Assert.Equal(At("2026-11-30T13:00:00Z"), HelpDesk.ProposedDeadline(At("2026-11-30T11:20:00Z"), At("2026-11-30T12:00:00Z")));

    [Fact]
    public async Task A_bidder_asks_with_page_and_lot_and_reads_the_answer_while_the_buyer_is_not_told_who()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder);
        HttpClient rival = await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation("P-200", OrganisationKind.Provider));
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);

        string form = await provider.Page(Help + $"?lot=2&page=/tenders/{BidScene.Ref}/bids/2");
        HttpResponseMessage empty = await provider.PostForm(Help, ("Form.Lot", "2"));
        HttpResponseMessage asked = await provider.PostForm(Help, ("Form.Lot", "2"), ("Form.Page", $"/tenders/{BidScene.Ref}/bids/2"), ("Form.Text", "The upload stops at half"));

        Assert.Contains("On duty", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        HelpRequest request = await scene.App.WithDb(db => db.HelpRequests.SingleAsync(BidScene.Token));
        Assert.Equal(("2", $"/tenders/{BidScene.Ref}/bids/2", scene.App.Clock.GetUtcNow().AddHours(1)), (request.LotNumber, request.Page, request.ExpectedAt));
        string desk = await commissioner.Page(Desk);
        Assert.Contains("The upload stops at half", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("P 100", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("The upload stops", await rival.Page(Help), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await rival.GetAsync(new Uri(Desk, UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm(Desk, $"{Desk}/{request.Id.Value}", [("answerText", "Choose the file again")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await commissioner.PostForm(Desk, $"{Desk}/{request.Id.Value}", [("answerText", "Twice")])).StatusCode);
        Assert.Contains("Choose the file again", await provider.Page(Help), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_unanswered_in_the_last_hour_alarms_once_and_more_time_goes_to_all()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        await provider.PostForm(Help, ("Form.Text", "I cannot submit"));
        async Task<int> Alarms() => await scene.App.Do((AlarmUnansweredHelp alarm) => alarm.Execute(BidScene.Token));

        scene.App.Clock.MoveTo(BidScene.Closes.AddMinutes(-61));
        Assert.Equal(0, await Alarms());
        scene.App.Clock.MoveTo(BidScene.Closes.AddMinutes(-30));
        Assert.Equal(1, await Alarms());
        Assert.Equal(0, await Alarms());

        Assert.Contains("Urgent", await commissioner.Page("/today"), StringComparison.Ordinal);
        Assert.Equal(2, await scene.App.WithDb(db => db.Messages.CountAsync(m => m.Subject.StartsWith("ALARM"), BidScene.Token)));
        HelpRequest request = await scene.App.WithDb(db => db.HelpRequests.SingleAsync(BidScene.Token));
        Assert.Equal(BidScene.Closes.AddHours(1), request.ProposedClosesAt);
        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm(Desk, $"{Desk}/{request.Id.Value}/extend", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await commissioner.PostForm(Desk, $"{Desk}/{request.Id.Value}/extend", [])).StatusCode);
        Tender tender = await scene.App.WithDb(db => db.LoadPublishedTender(BidScene.Ref, BidScene.Token));
        Assert.Equal(BidScene.Closes.AddHours(1), tender.ClosesAt);
        Assert.Single(tender.Amendments);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
