using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Procedures;

namespace Portal.Tests.Workflows;

/// <summary>The tender's procedure, played from publication to signature on a moved clock, in the whole portal.</summary>
public sealed class TenderProcedureTests
{
    [Fact]
    public async Task The_procedure_follows_a_tender_from_publication_to_signature()
    {
        await using PortalApp app = new();
        Tender tender = await Published(app);
        Assert.Equal("questions-close", await WaitingFor(app, tender));

        app.Clock.MoveTo(tender.ClosesAt!.Value.AddSeconds(1));
        await Pump(app);
        Assert.Equal(TenderStage.Closed, (await Reload(app, tender)).Stage);

        app.Clock.MoveTo(tender.OpensAt!.Value.AddMinutes(1));
        await Pump(app);
        Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Organisation == tender.Buyer && m.Role == Role.Opener && m.Link == $"/tenders/{tender.Ref}")));
        Assert.Equal("open", await WaitingFor(app, tender));

        await Move(app, tender, t => t.RecordOpening(app.Clock.GetUtcNow()), "start-qualification");
        await Move(app, tender, t => t.StartQualification(app.Clock.GetUtcNow()), "qualify");
        await Move(app, tender, t => t.StartScoring(app.Clock.GetUtcNow()), "score");
        await Move(app, tender, t => t.StartModeration(app.Clock.GetUtcNow()), "moderate");
        await Move(app, tender, t => t.StartPricing(app.Clock.GetUtcNow()), "price");
        await Move(app, tender, t => t.StartDeciding(app.Clock.GetUtcNow()), "decide");
        await Move(app, tender, t => t.BeginStandstill(DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(9)), "standstill");

        app.Clock.MoveTo(app.Clock.GetUtcNow().AddDays(11));
        await Pump(app);
        Assert.Equal(TenderStage.ReadyToSign, (await Reload(app, tender)).Stage);
        await Move(app, tender, t => t.Sign(app.Clock.GetUtcNow()), null);
        Assert.Equal(InstanceState.Finished, await app.WithDb(db => db.WorkflowInstances.Where(i => i.Subject == tender.Subject).Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task A_later_deadline_is_waited_for()
    {
        await using PortalApp app = new();
        Tender tender = await Published(app);
        DateTimeOffset old = tender.ClosesAt!.Value;
        await Change(app, tender, t => t.Amend(new Amendment("A week more", "Asked for", "Yes, a week", ClosesAt: old.AddDays(7)), app.Clock.GetUtcNow()));
        app.Clock.MoveTo(old.AddHours(1));
        await Pump(app);
        Assert.Equal(TenderStage.Open, (await Reload(app, tender)).Stage);

        app.Clock.MoveTo(old.AddDays(7).AddSeconds(1));
        await Pump(app);
        Assert.Equal(TenderStage.Closed, (await Reload(app, tender)).Stage);
    }

    [Fact]
    public async Task A_cancelled_tender_leaves_nothing_waiting()
    {
        await using PortalApp app = new();
        Tender tender = await Published(app);
        await Change(app, tender, t => t.Cancel("The need has gone.", app.Clock.GetUtcNow()));
        await Pump(app);

        Assert.Null(await WaitingFor(app, tender));
        Assert.Equal(InstanceState.EndedEarly, await app.WithDb(db => db.WorkflowInstances.Where(i => i.Definition == "OpenFrameworkTender").Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task The_public_sees_the_procedure_as_a_list_and_as_a_picture_whose_hash_is_in_the_log()
    {
        await using PortalApp app = new();
        Tender tender = await Published(app);
        HttpClient browser = app.Public();
        string page = await browser.GetStringAsync($"/tenders/{tender.Ref}/procedure", TestContext.Current.CancellationToken);
        string picture = await browser.GetStringAsync($"/tenders/{tender.Ref}/procedure/picture.bpmn", TestContext.Current.CancellationToken);
        string started = await app.WithDb(db => (from e in db.LogEntries join p in db.LogPayloads on e.Id equals p.Entry where e.Action == "workflow.started" select p.Json!).SingleAsync());

        Assert.Contains("Two people open the tenders", page, StringComparison.Ordinal);
        Assert.Contains("Waiting", page, StringComparison.Ordinal);
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(picture)));
        Assert.Contains(hash, page, StringComparison.Ordinal);
        Assert.Contains(hash, started, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_the_procedures_and_nobody_else_does()
    {
        await using PortalApp app = new();
        Tender tender = await Published(app);
        HttpClient administrator = await app.SignedInAs(Role.Administrator);
        HttpClient commissioner = await app.SignedInAs(Role.Commissioner);

        Assert.Contains(tender.Ref, await administrator.GetStringAsync("/workflows", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Nothing has failed", await administrator.GetStringAsync("/workflows/failures", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await commissioner.GetAsync("/workflows", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_stops_a_procedure_with_a_reason_that_the_log_keeps()
    {
        await using PortalApp app = new();
        Tender tender = await Published(app);
        Guid id = await app.WithDb(db => db.WorkflowInstances.Select(i => i.Id).SingleAsync());
        HttpClient administrator = await app.SignedInAs(Role.Administrator);

        Assert.Equal(422, (int)(await administrator.PostForm($"/workflows/{id}", $"/workflows/{id}/cancel", [("Reason", "")])).StatusCode);
        Assert.Equal(302, (int)(await administrator.PostForm($"/workflows/{id}", $"/workflows/{id}/cancel", [("Reason", "Run by hand")])).StatusCode);

        Assert.Equal(InstanceState.Cancelled, await app.WithDb(db => db.WorkflowInstances.Select(i => i.State).SingleAsync()));
        Assert.Equal(1, await app.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "workflow.cancelled" && e.Subject == tender.Subject)));
        Assert.Equal(TenderStage.Open, (await Reload(app, tender)).Stage);
    }

    [Fact]
    public void Every_happening_that_a_procedure_waits_for_is_one_that_the_domain_makes()
    {
        string domain = string.Concat(SourceTree.Code.Where(f => f.Room is not null).Select(f => f.Text));
        IEnumerable<string> names = AllProcedures.List.SelectMany(procedure => (string?[])
            [.. procedure.All().OfType<Wait>().SelectMany(w => w.Signals), procedure.StartsOn, .. procedure.EndsEarlyOn, procedure.PausesOn, procedure.ContinuesOn, procedure.ReturnsOn]).OfType<string>().Distinct();

        Assert.All(names.Where(name => !name.StartsWith("gate.done", StringComparison.Ordinal)), name => Assert.Contains($"\"{name}\"", domain, StringComparison.Ordinal));
        Assert.All(names.Where(name => name.StartsWith("gate.done", StringComparison.Ordinal)), name => Assert.True(Enum.TryParse(name["gate.done".Length..], out Domain.Gate.Deciding.Duty _), name));
    }

    private static async Task<Tender> Published(PortalApp app)
    {
        OrganisationId buyer = await app.Organisation();
        Tender tender = ATender.Published(ATender.Commissioner(buyer));
        await app.WithDb(async db =>
        {
            db.Add(tender);
            await db.Save(Actor.Portal, TestContext.Current.CancellationToken);
        });
        await Pump(app);
        return tender;
    }

    private static Task Pump(PortalApp app) => app.With(services => services.GetRequiredService<WorkflowPump>().RunUntilQuiet(TestContext.Current.CancellationToken));

    private static Task<Tender> Reload(PortalApp app, Tender tender) => app.WithDb(db => db.LoadTender(tender.Id, TestContext.Current.CancellationToken));

    private static Task Change(PortalApp app, Tender tender, Action<Tender> verb) => app.WithDb(async db =>
    {
        verb(await db.LoadTender(tender.Id, TestContext.Current.CancellationToken));
        await db.Save(Actor.Portal, TestContext.Current.CancellationToken);
    });

    private static async Task Move(PortalApp app, Tender tender, Action<Tender> verb, string? waitsFor)
    {
        await Change(app, tender, verb);
        await Pump(app);
        Assert.Equal(waitsFor, await WaitingFor(app, tender));
    }

    private static Task<string?> WaitingFor(PortalApp app, Tender tender) => app.WithDb(db =>
        (from b in db.Bookmarks join i in db.WorkflowInstances on b.Instance equals i.Id where i.Subject == tender.Subject && i.Definition == "OpenFrameworkTender" && b.Kind == BookmarkKind.Step select b.Step).SingleOrDefaultAsync());
}
