using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>The portal was down before a deadline: found from its signs of life, proposed by the portal, decided by a person, for all, before anything is opened (D1-11, A7-05).</summary>
public sealed class OutageTests
{
    private static readonly DateTimeOffset Closes = ATender.Closes;

    [Fact]
    public void An_outage_is_a_gap_of_more_than_three_minutes_cut_to_the_last_hour()
    {
        Assert.Empty(Outage.Before(Closes, Signs(-90, 10), Closes.AddMinutes(11)));
        Assert.Equal([new Outage(Closes.AddMinutes(-20), Closes)], Outage.Before(Closes, Signs(-90, -20), Closes.AddMinutes(5)));
        Assert.Equal([new Outage(Closes.AddMinutes(-60), Closes.AddMinutes(-30))], Outage.Before(Closes, [.. Signs(-300, -100), .. Signs(-30, 5)], Closes.AddMinutes(6)));
        Assert.Empty(Outage.Before(Closes, Signs(-30, -20), Closes.AddMinutes(5)));
        Assert.Empty(Outage.Before(Closes, [.. Signs(-300, -90), .. Signs(-70, 5)], Closes.AddMinutes(6)));
    }

    [Fact]
    public void Another_sign_of_life_never_makes_the_outage_longer() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-90, 10).ListOf().ToArbitrary(),
        Gen.Choose(-60, 10).ToArbitrary(),
        (minutes, more) =>
        {
            DateTimeOffset[] signs = [Closes.AddMinutes(-120), .. minutes.Select(m => Closes.AddMinutes(m))];
            return Lost([.. signs, Closes.AddMinutes(more)]) <= Lost(signs);
        }));

    [Fact]
    [Rule("D1-11")]
    public async Task More_time_is_proposed_decided_by_a_person_given_to_all_and_then_the_tender_closes()
    {
        await using PortalApp app = new();
        (Tender tender, Actor commissioner) = await Published(app);
        await Beat(app, -90, -20);
        await app.PumpAt(Closes.AddMinutes(5));

        Tender waiting = await Reload(app, tender);
        Assert.True(waiting.ExtensionPending);
        Assert.Equal(TenderStage.Open, waiting.Stage);
        Assert.False(waiting.TakesBids(app.Clock.GetUtcNow()));
        Assert.Equal(["extension"], await app.WaitsAt("OpenFrameworkTender", tender.Subject));
        Assert.Contains(OpeningReadiness.WhatBlocks(waiting, null, commissioner, Closes.AddDays(2), null), r => r.Code == "EXTENSION_PENDING");

        HttpClient browser = await app.SignedInAs(commissioner);
        string url = $"/tenders/{tender.Ref}/extension";
        Assert.Contains("20 minutes of the last 60", PostForms.Words(await browser.Page(url)), StringComparison.Ordinal);
        Assert.Contains(url, await browser.GetStringAsync("/today", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Decide(browser, url, "true", null, ""));
        Assert.Equal(HttpStatusCode.Conflict, await Decide(browser, url, "true", Closes.AddMinutes(10), "Too short"));
        DateTimeOffset later = Closes.AddHours(3);
        Assert.Equal(HttpStatusCode.Redirect, await Decide(browser, url, "true", later, "Twenty minutes were lost."));

        await app.Pump();
        Tender extended = await Reload(app, tender);
        Assert.Equal((later, TenderStage.Open, false), (extended.ClosesAt, extended.Stage, extended.ExtensionPending));
        Assert.True(extended.TakesBids(app.Clock.GetUtcNow()));
        Assert.Equal(["extended-close"], await app.WaitsAt("OpenFrameworkTender", tender.Subject));
        Assert.Equal(1, await app.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "tender.amended" && e.Subject == tender.Subject)));
        Assert.Equal(HttpStatusCode.Conflict, await Decide(browser, url, "false", null, "Again"));

        await app.PumpAt(later.AddSeconds(1));
        Assert.Equal(TenderStage.Closed, (await Reload(app, tender)).Stage);
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_refused_extension_lets_the_tender_close_with_the_reason_kept()
    {
        await using PortalApp app = new();
        (Tender tender, Actor commissioner) = await Published(app);
        await Beat(app, -90, -10);
        await app.PumpAt(Closes.AddMinutes(5));
        HttpClient browser = await app.SignedInAs(commissioner);
        Assert.Equal(HttpStatusCode.Redirect, await Decide(browser, $"/tenders/{tender.Ref}/extension", "false", null, "Every supplier known to bid had submitted."));
        await app.Pump();

        Assert.Equal(TenderStage.Closed, (await Reload(app, tender)).Stage);
        Assert.Equal(ExtensionStage.Refused, await app.WithDb(db => db.ExtensionProposals.Select(p => p.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Without_an_outage_nothing_is_proposed_and_others_may_not_decide()
    {
        await using PortalApp app = new();
        (Tender tender, _) = await Published(app);
        await Beat(app, -90, 5);
        await app.PumpAt(Closes.AddMinutes(6));

        Assert.Equal(TenderStage.Closed, (await Reload(app, tender)).Stage);
        Assert.Equal(StepOutcome.Skipped, await app.PassedBy("OpenFrameworkTender", tender.Subject, "extension"));
        Assert.False(await app.WithDb(db => db.ExtensionProposals.AnyAsync()));
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync($"/tenders/{tender.Ref}/extension", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_server_that_lives_leaves_signs()
    {
        await using PortalApp app = new();
        await app.Do((BeatHeart beat) => beat.Execute(TestContext.Current.CancellationToken));

        Assert.Equal([PortalApp.Start], await app.WithDb(db => db.Heartbeats.Select(b => b.At).ToListAsync()));
    }

    private static double Lost(DateTimeOffset[] signs) => Outage.Before(Closes, signs, Closes.AddMinutes(15)).Sum(o => o.Length.TotalMinutes);

    private static IEnumerable<DateTimeOffset> Signs(int from, int to) => Enumerable.Range(from, to - from + 1).Select(m => Closes.AddMinutes(m));

    private static async Task<HttpStatusCode> Decide(HttpClient browser, string url, string moreTime, DateTimeOffset? closes, string reason)
    {
        DateTimeOffset? london = closes is { } at ? LondonTime.Local(at) : null;
        string Number(int? n) => n?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        using HttpResponseMessage answer = await browser.PostForm(
            url,
            ("Form.MoreTime", moreTime),
            ("Form.ClosesAt.Day", Number(london?.Day)),
            ("Form.ClosesAt.Month", Number(london?.Month)),
            ("Form.ClosesAt.Year", Number(london?.Year)),
            ("Form.ClosesAt.Time", london is { } l ? l.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : ""),
            ("Form.Reason", reason));
        return answer.StatusCode;
    }

    private static async Task<(Tender Tender, Actor Commissioner)> Published(PortalApp app)
    {
        Actor commissioner = await app.Someone(await app.Organisation(), Role.Commissioner);
        Tender tender = ATender.Published(commissioner);
        await app.WithDb(async db =>
        {
            db.Add(tender);
            await db.Save(Actor.Portal, TestContext.Current.CancellationToken);
        });
        await app.Pump();
        return (tender, commissioner);
    }

    private static Task Beat(PortalApp app, int from, int to) => app.WithDb(async db =>
    {
        db.AddRange(Signs(from, to).Select(at => new Heartbeat(at)));
        await db.Save(Actor.Portal);
    });

    private static Task<Tender> Reload(PortalApp app, Tender tender) => app.WithDb(db => db.LoadTender(tender.Id, TestContext.Current.CancellationToken));
}
