using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.CallOffs;
using Portal.Domain.Fees;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Procedures;

namespace Portal.Tests.Workflows;

/// <summary>The demo scenes show every stage, and their log and clock agree.</summary>
[Collection(DemoPortal.Played)]
public sealed class DemoScenesTests(DemoPortal portal)
{
    [Fact]
    public async Task There_is_a_tender_at_every_stage()
    {
        List<TenderStage> stages = await portal.Ask(db => db.Tenders.Select(t => t.Stage).Distinct().ToListAsync());

        Assert.Equal(Enum.GetValues<TenderStage>(), stages.Order());
    }

    [Fact]
    public async Task The_framework_is_live_with_five_lots_and_fourteen_authorities()
    {
        Framework framework = await portal.Ask(db => db.Frameworks.SingleAsync(f => f.Ref == "WM-2026"));

        Assert.True(framework.Live);
        Assert.Equal(5, framework.Lots.Count);
        Assert.All(framework.Lots, lot => Assert.Equal(17, lot.AgeTo));
        Assert.Equal(14, await portal.Ask(db => db.Accessions.CountAsync(a => a.Framework == framework.Id && a.Stage == AccessionStage.Effective)));
        Assert.True(await portal.Ask(db => db.HomeAdmissions.CountAsync(h => h.Status == HomeAdmissionStatus.Onboarded)) > 40);
    }

    [Fact]
    public async Task Nearly_every_home_has_said_its_places_within_the_last_weeks()
    {
        List<DateTimeOffset> stated = await portal.Ask(db => db.ProviderHomes.Where(h => h.OccupancyStatedAt != null).Select(h => h.OccupancyStatedAt!.Value).ToListAsync());
        DateTimeOffset latest = stated.Max();

        Assert.True(stated.Count(s => latest - s < TimeSpan.FromDays(21)) >= stated.Count * 9 / 10);
        Assert.True(stated.Select(s => s.Date).Distinct().Count() > 5);
    }

    [Fact]
    public async Task The_gate_has_a_history_of_every_kind_and_fees_wait()
    {
        List<Outcome> outcomes = await portal.Ask(db => db.GateDecisions.Select(d => d.Outcome).ToListAsync());

        Assert.InRange(outcomes.Count, 200, 600);
        Assert.Superset(new HashSet<Outcome> { Outcome.Allow, Outcome.Block, Outcome.Pending, Outcome.AllowEmergency }, outcomes.ToHashSet());
        Assert.True(await portal.Ask(db => db.FeeApprovals.CountAsync(f => f.Stage == FeeStage.Awaiting)) > 3);
        Assert.True(await portal.Ask(db => db.CallOffs.AnyAsync()));
    }

    [Fact]
    public async Task One_tender_has_two_awards_one_stands_still_and_the_other_waits_for_its_decision_and_the_start_pages_say_so()
    {
        Award early = await portal.Ask(db => db.Awards.SingleAsync(a => a.Part > 0));
        Award rest = await portal.Ask(db => db.Awards.SingleAsync(a => a.Tender == early.Tender && a.Part == 0));
        Tender tender = await portal.Ask(db => db.Tenders.Include(t => t.Lots).SingleAsync(t => t.Id == early.Tender));

        Assert.Equal((AwardStage.Noticed, true), (early.Stage, early.StandsStill(tender)));
        Assert.Equal((AwardStage.Recommended, true), (rest.Stage, rest.Winners.Count > 0));
        using HttpClient director = await portal.Browser(Role.Director, "Wanda Castleford");
        Assert.Contains($"Decide the award of lot 1 of “{tender.Title}”", PostForms.Words(await director.Page("/today")), StringComparison.Ordinal);
        using HttpClient commissioner = await portal.Browser(Role.Commissioner, "Asha Verity");
        Assert.Contains($"Wait for the standstill of lot 2 of “{tender.Title}”", PostForms.Words(await commissioner.Page("/today")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_never_goes_back_in_time_and_ends_before_the_present()
    {
        List<DateTimeOffset> times = await portal.Ask(db => db.LogEntries.OrderBy(e => e.Row).Select(e => e.At).ToListAsync());

        Assert.Equal(times.Order(), times);
        Assert.True(times[^1] <= portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        Assert.True(times[^1] - times[0] > TimeSpan.FromDays(300));
    }

    [Fact]
    public async Task Nothing_of_the_procedures_has_failed()
    {
        Assert.Equal(0, await portal.Ask(db => db.Bookmarks.CountAsync(b => b.Poisoned || b.LastError != null)));
        Assert.Equal(0, await portal.Ask(db => db.OutboxMessages.CountAsync(m => m.Poisoned || m.LastError != null)));
    }

    [Fact]
    public async Task Nobody_is_called_to_what_is_done_long_ago()
    {
        List<Message> sent = await portal.Ask(db => db.Messages.Where(m => m.Role == Role.Evaluator).ToListAsync());
        string[] stood = [.. sent.Where(m => m.ReadAt is null || m.ReadAt >= DemoPortal.Opened).Select(m => m.Subject)];

        Assert.Contains("Score the tenders: WM-2026-0006", stood);
        Assert.DoesNotContain("Score the tenders: WM-2026-0002", stood);
        Assert.Equal(["evaluators"], OpenFrameworkTender.Definition.ToldOf((Wait)OpenFrameworkTender.Definition.Find("score")).Select(tell => tell.Id));
        Assert.Empty(OpenFrameworkTender.Definition.ToldOf((Wait)OpenFrameworkTender.Definition.Find("moderate")));
    }

    [Theory]
    [InlineData("warwickshire-casework")]
    [InlineData("brightpath-bids")]
    [InlineData("ncc-insight")]
    [InlineData("provider-50")]
    public async Task The_demo_clients_of_the_contract_get_tokens(string client)
    {
        using HttpClient browser = portal.CreateClient();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = "demo" });
        using HttpResponseMessage answer = await browser.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_invented_provider_has_a_urn_outside_the_invented_range() =>
        Assert.All(Portal.Db.Scenes.Playing.DemoHome.All, home => Assert.Matches("^SC900[0-9]{3}$", home.Urn));
}
