using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>What a case system may take back, as the pages may: a request, a referral, and a placement that has ended; sent twice it is done once.</summary>
public sealed class TakeBackApiTests : IAsyncLifetime
{
    private readonly GateMarket market = new();
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        http = await market.CaseSystem();
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_case_system_withdraws_its_request_once_however_often_it_says_so()
    {
        JsonElement waiting = await Decided(new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = "6400.00", alreadyLivesThere = true, legalGround = "s.41", childReference = "C-2" });
        string at = $"/api/v1/gate/decisions/{waiting.Text("id")}/withdrawal";

        (int wordless, JsonElement problem) = await http.Send(HttpMethod.Post, at, new { reason = " " });
        (int first, JsonElement withdrawn) = await http.Send(HttpMethod.Post, at, new { reason = "The child stays with an aunt." });
        (int again, JsonElement same) = await http.Send(HttpMethod.Post, at, new { reason = "The child stays with an aunt." });

        Assert.Equal((422, 201, 201), (wordless, first, again));
        Assert.True(problem.GetProperty("errors").TryGetProperty("reason", out _));
        Assert.Equal((withdrawn.Text("id"), withdrawn.Text("logIndex")), (same.Text("id"), same.Text("logIndex")));
        Assert.Equal(waiting.Text("id"), withdrawn.Text("previous"));
        Assert.Contains("WITHDRAWN", withdrawn.GetProperty("reasons").EnumerateArray().Select(r => r.Text("code")));
        Assert.Equal(2, await market.App.WithDb(db => db.GateDecisions.CountAsync()));
        Assert.Equal(1, await market.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "gate.withdrawn")));
    }

    [Fact]
    public async Task Nobody_withdraws_what_is_not_theirs_or_what_stands()
    {
        JsonElement allowed = await Decided(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = "6100.00", weeks = 26, childReference = "C-1" });
        JsonElement blocked = await Decided(new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = "7000.00", childReference = "C-3" });
        (int made, JsonElement callOff) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = allowed.Text("id"), from = "2026-11-24" });
        HttpClient stranger = await market.CaseSystem("hartlepool-casework");
        HttpClient scopeless = await market.CaseSystem(scope: "calloffs");

        (int used, JsonElement why) = await Withdraw(http, allowed);
        (int nothing, _) = await Withdraw(http, blocked);
        (int others, _) = await Withdraw(stranger, allowed);
        (int noScope, _) = await Withdraw(scopeless, allowed);
        (int othersEnd, _) = await stranger.Send(HttpMethod.Post, $"/api/v1/call-offs/{callOff.Text("id")}/end", new { on = "2026-11-24", reason = "Moved home." });

        Assert.Equal((201, 409, 409, 404, 403, 404), (made, used, nothing, others, noScope, othersEnd));
        Assert.Equal("DECISION_USED", why.GetProperty("reasons")[0].Text("code"));
    }

    [Fact]
    public async Task A_case_system_withdraws_its_referral_and_providers_are_told_once()
    {
        (_, JsonElement sent) = await http.Send(HttpMethod.Post, "/api/v1/referrals", new { childReference = "C-4711", childAge = 14, serviceTypes = new[] { "residential" }, urgency = "planned", neededBy = "2026-12-20T09:00:00Z", windowClosesAt = "2026-11-25T17:00:00Z" });
        string at = $"/api/v1/referrals/{sent.Text("id")}/withdrawal";

        (int wordless, _) = await http.Send(HttpMethod.Post, at, new { });
        (int others, _) = await (await market.CaseSystem("hartlepool-casework")).Send(HttpMethod.Post, at, new { reason = "No." });
        (int noScope, _) = await (await market.CaseSystem(scope: "gate")).Send(HttpMethod.Post, at, new { reason = "No." });
        (int first, JsonElement withdrawn) = await http.Send(HttpMethod.Post, at, new { reason = "The child stays." });
        (int again, JsonElement same) = await http.Send(HttpMethod.Post, at, new { reason = "The child stays." });

        Assert.Equal((422, 404, 403, 200, 200), (wordless, others, noScope, first, again));
        Assert.Equal(("withdrawn", "withdrawn"), (withdrawn.Text("status"), same.Text("status")));
        Assert.Equal(ReferralStage.Withdrawn, (await market.App.WithDb(db => db.Referrals.SingleAsync())).Stage);
        Assert.Equal(1, await market.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "referral.withdrawn")));
        Assert.Equal(1, await market.App.WithDb(db => db.Messages.CountAsync(m => m.Organisation == market.Provider && m.Subject.EndsWith("is withdrawn"))));
    }

    [Fact]
    public async Task A_case_system_records_the_end_of_a_placement_once()
    {
        JsonElement allowed = await Decided(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = "6100.00", weeks = 26, childReference = "C-1" });
        (_, JsonElement callOff) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = allowed.Text("id"), from = "2026-11-24" });
        string at = $"/api/v1/call-offs/{callOff.Text("id")}/end";
        market.App.Clock.Move(TimeSpan.FromDays(10));
        http = await market.CaseSystem();

        (int empty, JsonElement problem) = await http.Send(HttpMethod.Post, at, new { });
        (int ahead, _) = await http.Send(HttpMethod.Post, at, new { on = "2027-01-01", reason = "Moved home." });
        (int first, JsonElement ended) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home." });
        (int again, JsonElement same) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home." });
        (int other, _) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-01", reason = "Moved home." });

        Assert.Equal((422, 409, 200, 200, 409), (empty, ahead, first, again, other));
        Assert.True(problem.GetProperty("errors").TryGetProperty("on", out _));
        Assert.Equal(("2026-12-02", "2026-12-30"), (ended.Text("endedOn"), ended.Text("paidTo")));
        Assert.Equal(ended.ToString(), same.ToString());
        Assert.Equal(CallOffStage.Ended, (await market.App.WithDb(db => db.CallOffs.SingleAsync())).Stage);
        Assert.Equal(1, await market.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "callOff.ended")));
    }

    [Fact]
    public async Task A_case_system_says_when_notice_of_the_end_was_given()
    {
        JsonElement allowed = await Decided(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = "6100.00", weeks = 26, childReference = "C-1" });
        (_, JsonElement callOff) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = allowed.Text("id"), from = "2026-11-24" });
        string at = $"/api/v1/call-offs/{callOff.Text("id")}/end";
        market.App.Clock.Move(TimeSpan.FromDays(10));
        http = await market.CaseSystem();

        (int late, JsonElement why) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home.", noticeGivenOn = "2026-12-03" });
        (int early, _) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home.", noticeGivenOn = "2026-11-22" });
        (int first, JsonElement ended) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home.", noticeGivenOn = "2026-11-24" });
        (int again, JsonElement same) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home.", noticeGivenOn = "2026-11-24" });
        (int other, _) = await http.Send(HttpMethod.Post, at, new { on = "2026-12-02", reason = "Moved home.", noticeGivenOn = "2026-11-25" });

        Assert.Equal((409, 409, 200, 200, 409), (late, early, first, again, other));
        Assert.Equal("NOTICE_LATE", why.GetProperty("reasons")[0].Text("code"));
        Assert.Equal("2026-12-22", ended.Text("paidTo"));
        Assert.Equal(ended.ToString(), same.ToString());
    }

    private static Task<(int Status, JsonElement Body)> Withdraw(HttpClient http, JsonElement decision) =>
        http.Send(HttpMethod.Post, $"/api/v1/gate/decisions/{decision.Text("id")}/withdrawal", new { reason = "No longer needed." });

    private async Task<JsonElement> Decided(object asked)
    {
        (int status, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", asked, Guid.NewGuid().ToString("N"));
        Assert.True(status == 201, decided.ToString());
        return decided;
    }
}
