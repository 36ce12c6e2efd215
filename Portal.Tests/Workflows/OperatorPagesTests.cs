using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;
using Portal.Workflows.Engine;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Workflows;

/// <summary>What an operator sees and does: find a procedure, see what it waits for, mend what failed; with a reason, which the log keeps.</summary>
public sealed class OperatorPagesTests
{
    [Fact]
    public async Task A_procedure_is_found_by_what_it_waits_for_and_by_being_overdue()
    {
        await using BidScene scene = await Running();
        HttpClient administrator = await scene.App.SignedInAs(Role.Administrator);
        string waitsFor = await Step(scene);

        Assert.Contains(BidScene.Ref, await administrator.Page("/workflows?q=" + Uri.EscapeDataString(waitsFor)), StringComparison.Ordinal);
        Assert.Contains(waitsFor, PostForms.Words(await administrator.Page("/workflows?q=" + BidScene.Ref)), StringComparison.Ordinal);
        Assert.Contains("No procedure found", await administrator.Page("/workflows?q=nothing-of-the-kind"), StringComparison.Ordinal);
        Assert.Contains("No procedure found", await administrator.Page("/workflows?overdue=true"), StringComparison.Ordinal);
        scene.App.Clock.Move(TimeSpan.FromDays(365));
        Assert.Contains("Overdue", await administrator.Page("/workflows?overdue=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_step_is_shown_with_its_error_and_tried_again_for_a_reason_that_the_log_keeps()
    {
        await using BidScene scene = await Running();
        HttpClient administrator = await scene.App.SignedInAs(Role.Administrator);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Bookmark failed = await scene.App.WithDb(async db =>
        {
            await db.Bookmarks.Where(b => b.Kind == BookmarkKind.Step).ExecuteUpdateAsync(set => set
                .SetProperty(b => b.Poisoned, true).SetProperty(b => b.WakeAt, (DateTimeOffset?)null).SetProperty(b => b.Attempts, Backoff.MaxAttempts).SetProperty(b => b.LastError, "The disk was away."));
            return await db.Bookmarks.AsNoTracking().FirstAsync(b => b.Poisoned);
        });
        string retry = $"/workflows/failures/steps/{failed.Id}";

        Assert.Contains("The disk was away.", await administrator.Page($"/workflows/{failed.Instance}"), StringComparison.Ordinal);
        Assert.Contains("The disk was away.", await administrator.Page("/workflows/failures"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostForm("/workflows/failures", retry, [("Reason", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.PostForm("/today", retry, [("Reason", "Mine")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostForm("/workflows/failures", retry, [("Reason", "The disk is back")])).StatusCode);

        Assert.False(await scene.App.WithDb(db => db.Bookmarks.Where(b => b.Id == failed.Id).Select(b => b.Poisoned).SingleAsync()));
        Assert.Contains("The disk is back", await Payload(scene, "workflow.retried"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_cannot_be_delivered_is_given_up_for_a_reason_that_the_log_keeps()
    {
        await using BidScene scene = await Running();
        HttpClient administrator = await scene.App.SignedInAs(Role.Administrator);
        Guid id = await scene.App.WithDb(async db =>
        {
            OutboxMessage message = new("pigeon", "pigeon/1", "somebody", new OutboxText("A word", "", "/today"), scene.App.Clock.GetUtcNow());
            db.Add(message);
            await db.Save(Actor.Portal);
            await db.OutboxMessages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Poisoned, true).SetProperty(m => m.DueAt, (DateTimeOffset?)null));
            return message.Id;
        });

        Assert.Contains("pigeon: A word", PostForms.Words(await administrator.Page("/workflows/failures")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostForm("/workflows/failures", $"/workflows/failures/messages/{id}/drop", [("Reason", "There is no pigeon")])).StatusCode);

        Assert.False(await scene.App.WithDb(db => db.OutboxMessages.Where(m => m.Id == id).Select(m => m.Poisoned).SingleAsync()));
        Assert.Contains("There is no pigeon", await Payload(scene, "outbox.dropped"), StringComparison.Ordinal);
    }

    private static async Task<BidScene> Running()
    {
        BidScene scene = await BidScene.Make();
        await scene.App.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(BidScene.Token);
        return scene;
    }

    private static async Task<string> Step(BidScene scene)
    {
        string id = await scene.App.WithDb(db => db.Bookmarks.Where(b => b.Kind == BookmarkKind.Step).Select(b => b.Step).FirstAsync());
        return Portal.Workflows.Procedures.OpenFrameworkTender.Definition.Find(id).Name;
    }

    private static async Task<string> Payload(BidScene scene, string action) => await scene.App.WithDb(async db =>
    {
        Guid entry = await db.LogEntries.Where(e => e.Action == action).Select(e => e.Id).SingleAsync();
        return await db.LogPayloads.Where(p => p.Entry == entry).Select(p => p.Json!).SingleAsync();
    });
}
