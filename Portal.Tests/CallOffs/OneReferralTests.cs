using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>A referral is for one placement at a time: a second one is refused, unless the child moves and somebody says so.</summary>
public sealed class OneReferralTests : IAsyncLifetime
{
    private const int Rounds = 100;

    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_case_system_is_told_which_placement_runs_and_says_when_the_child_moves()
    {
        HttpClient http = await market.CaseSystem();
        string referral = await Referred(http, "C-4711");
        string first = (await CalledOff(http, await Allowed(http, referral, "C-4711"))).Body.Text("id");
        string again = await Allowed(http, referral, "C-4711");

        (int refused, JsonElement problem) = await CalledOff(http, again);
        (int other, _) = await CalledOff(http, again, "CO-2026-00000000");
        (int moved, JsonElement second) = await CalledOff(http, again, first);

        Assert.Equal((409, 409, 201), (refused, other, moved));
        JsonElement why = problem.GetProperty("reasons")[0];
        Assert.Equal(("CHILD_PLACED", "replaces"), (why.Text("code"), why.Text("field").ToLowerInvariant()));
        Assert.Contains(first, why.Text("text"), StringComparison.Ordinal);
        Assert.True(await market.App.WithDb(db => db.Messages.AnyAsync(m => m.Subject == $"Record the end of {first}" && m.Body.Contains(second.Text("id")))));
        Assert.Equal(2, await market.App.WithDb(db => db.CallOffs.CountAsync()));

        await End(http, first);
        await End(http, second.Text("id"));
        Assert.Equal(201, (await CalledOff(http, await Allowed(http, referral, "C-4711"))).Status);
    }

    [Fact]
    public async Task An_officer_says_it_on_the_page_and_loses_nothing_typed()
    {
        HttpClient http = await market.CaseSystem();
        string referral = await Referred(http, "C-4712");
        string first = (await CalledOff(http, await Allowed(http, referral, "C-4712"))).Body.Text("id");
        string page = $"/call-offs/new?decision={await Allowed(http, referral, "C-4712")}";
        HttpClient officer = await market.App.SignedInAs(await market.App.Someone(market.Warwickshire, Role.PlacementOfficer));
        Assert.Contains("A placement of this referral runs. Does this one take its place?", PostForms.Words(await officer.Page(page)), StringComparison.Ordinal);

        (string, string)[] typed = [("Form.From.Day", "21"), ("Form.From.Month", "12"), ("Form.From.Year", "2026"), ("Form.Weeks", "31")];
        HttpResponseMessage silent = await officer.PostForm(page, page, typed);
        HttpResponseMessage sibling = await officer.PostForm(page, page, [.. typed, ("Form.Replaces", "none")]);
        HttpResponseMessage moves = await officer.PostForm(page, page, [.. typed, ("Form.Replaces", first)]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Redirect), (silent.StatusCode, sibling.StatusCode, moves.StatusCode));
        string html = await silent.Content.ReadAsStringAsync();
        Assert.Contains("value=\"31\"", html, StringComparison.Ordinal);
        Assert.Contains($"Call-off {first} of referral {referral} runs from", PostForms.Words(html), StringComparison.Ordinal);
        Assert.Contains("href=\"#Form-Replaces\"", html.Replace("Form_Replaces", "Form-Replaces", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_requests_at_one_instant_on_one_referral_exactly_one_is_placed()
    {
        HttpClient http = await market.CaseSystem();
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        for (int round = 0; round < Rounds; round++)
        {
            string referral = await Referred(http, $"C-{round}");
            string[] allowed = [await Allowed(http, referral, $"C-{round}"), await Allowed(http, referral, $"C-{round}")];
            string[] said = await Task.WhenAll(allowed.Select(id => Task.Run(() => Said(officer, id))));

            Assert.Equal(["CHILD_PLACED", "done"], said.Order(StringComparer.Ordinal));
            Assert.Equal(1, await market.App.WithDb(db => db.CallOffs.CountAsync(c => c.ReferralRef == referral)));
        }
    }

    private async Task<string> Said(Actor officer, string decision)
    {
        try
        {
            await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(GateDecisionId.From(Guid.Parse(decision)), new DateOnly(2026, 12, 20)), default));
            return "done";
        }
        catch (RuleBroken refused)
        {
            return refused.Reasons[0].Code;
        }
    }

    private static async Task<string> Referred(HttpClient http, string child)
    {
        (int status, JsonElement sent) = await http.Send(HttpMethod.Post, "/api/v1/referrals", new
        {
            childReference = child,
            childAge = 14,
            serviceTypes = new[] { "residential" },
            urgency = "planned",
            neededBy = "2026-12-20T09:00:00Z",
            windowClosesAt = "2026-11-25T17:00:00Z",
        });
        Assert.Equal(201, status);
        return sent.Text("id");
    }

    private async Task<string> Allowed(HttpClient http, string referral, string child)
    {
        await market.Change(GateMarket.Urn, h => h.StateOccupancy(0));
        (_, JsonElement decided) = await http.Send(
            HttpMethod.Post,
            "/api/v1/gate/decisions",
            new { childReference = child, childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100, weeks = 26, referral },
            Guid.NewGuid().ToString());
        Assert.Equal("allow", decided.Text("outcome"));
        return decided.Text("id");
    }

    private static Task<(int Status, JsonElement Body)> CalledOff(HttpClient http, string decision, string? replaces = null) =>
        http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision, from = "2026-11-23", replaces });

    private static async Task End(HttpClient http, string callOff)
    {
        (int status, _) = await http.Send(HttpMethod.Post, $"/api/v1/call-offs/{callOff}/end", new { on = "2026-11-23", reason = "Moved." });
        Assert.True(status is 200 or 201, $"Ending answered {status}.");
    }
}
