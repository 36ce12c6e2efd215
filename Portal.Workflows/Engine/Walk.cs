using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Workflows.Definitions;
using Portal.Workflows.Outbox;

namespace Portal.Workflows.Engine;

/// <summary>The moves of one instance within one save: leave a step, enter the next, fork, join, finish.</summary>
internal sealed class Walk(WorkflowDefinition definition, WorkflowInstance instance, StepContext context)
{
    private readonly PortalDb db = context.Db;

    public WorkflowDefinition Definition => definition;

    public StepContext Context => context;

    /// <summary>How and when the wait was passed, or null when it must go on. What has already happened counts, so a wake-up can be lost or early without harm.</summary>
    public async Task<(StepOutcome Outcome, DateTimeOffset At)?> Passed(Wait wait, Bookmark bookmark)
    {
        if (wait.Signals.Count > 0 && await HappenedAt(bookmark.Branch ?? context.Subject, wait.Signals) is { } at)
        {
            return (StepOutcome.Happened, at);
        }

        DateTimeOffset? due = wait.Due is null ? null : await wait.Due(context);
        if (wait.PassesWhenDue && due <= context.Now)
        {
            return (StepOutcome.FellDue, due.Value);
        }

        return wait.Signals.Count == 0 && due is null ? (StepOutcome.Skipped, context.Now) : null;
    }

    private Task<DateTimeOffset?> HappenedAt(string subject, IReadOnlyList<string> signals) => db.LogEntries
        .Where(e => e.Subject == subject && e.Row >= instance.SinceRow && signals.Contains(e.Action))
        .OrderBy(e => e.Row).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(context.Cancellation);

    /// <summary>Sleeps until the due time as it stands now (an amendment may have moved it); reminders are set when the wait begins and when its due time moves.</summary>
    public async Task KeepWaiting(Bookmark bookmark, Wait wait)
    {
        DateTimeOffset? due = wait.Due is null ? null : await wait.Due(context);
        bool moved = bookmark.DueAt != due;
        bookmark.Rearm(due, wait.PassesWhenDue ? due : null);
        if (moved && due is { } at)
        {
            await ForgetReminders(bookmark);
            for (int i = 0; i < wait.Reminders.Count; i++)
            {
                DateTimeOffset when = at + wait.Reminders[i].AfterDue;
                if (when > context.Now)
                {
                    db.Add(new Bookmark(instance.Id, wait.Id, bookmark.Branch, BookmarkKind.Reminder, i, when, when, context.Now));
                }
            }
        }
    }

    public async Task Remind(Bookmark bookmark, Wait wait)
    {
        db.Remove(bookmark);
        Reminder reminder = wait.Reminders[bookmark.Ordinal];
        await Post(wait.By ?? Role.Commissioner, wait.Name, reminder.Text, Reminding(wait, bookmark.Ordinal, bookmark.DueAt), bookmark.Branch);
    }

    private static string Reminding(Wait wait, int ordinal, DateTimeOffset? due) => string.Create(CultureInfo.InvariantCulture, $"{wait.Id}/reminder{ordinal}/{due?.ToUniversalTime():yyyyMMddHHmm}");

    private string KeyOf(string? branch, string what) => $"{instance.Definition}/{branch ?? instance.Subject}/{instance.SinceRow}/{what}";

    // A reminder of what is done, or a call to do it, needs nobody any more: it is taken off the list of what is unread.
    private async Task WithdrawMessages(Bookmark bookmark, Wait wait)
    {
        DateTimeOffset? due = wait.Reminders.Count == 0 || wait.Due is null ? null : await wait.Due(context);
        string[] keys =
        [
            .. definition.ToldOf(wait).Select(tell => KeyOf(bookmark.Branch, tell.Id)),
            .. due is null ? [] : wait.Reminders.SelectMany((r, i) => new[] { (due + r.AfterDue, i), (due, i) }).Select(r => KeyOf(bookmark.Branch, Reminding(wait, r.i, r.Item1))),
        ];
        foreach (Message sent in keys.Length == 0 ? [] : await db.Messages.Where(m => m.Key != null && keys.Contains(m.Key) && m.ReadAt == null).ToListAsync(context.Cancellation))
        {
            sent.Withdraw(context.Now);
        }
    }

    public async Task TellRole(Bookmark bookmark, Tell tell)
    {
        await Post(tell.To, tell.Name, tell.Text, tell.Id, bookmark.Branch, tell.Page);
        await Leave(bookmark, tell, StepOutcome.Told);
    }

    /// <param name="at">When the step was passed in truth; the engine may notice later.</param>
    public async Task Leave(Bookmark bookmark, Step step, StepOutcome outcome, DateTimeOffset? at = null, string note = "")
    {
        db.Remove(bookmark);
        if (step is Wait wait)
        {
            await ForgetReminders(bookmark); // Only a wait has any.
            await WithdrawMessages(bookmark, wait);
        }

        db.Add(new StepRecord(instance.Id, step.Id, bookmark.Branch, outcome, Backoff.Shortened(note), at ?? context.Now));
        await Enter(definition.After(step), definition.BlockOf(step), bookmark.Branch);
    }

    public async Task Fork(Bookmark bookmark, ForEach each)
    {
        IReadOnlyList<string> subjects = await each.Subjects(context);
        if (subjects.Count == 0 || each.Steps.Count == 0)
        {
            await Leave(bookmark, each, StepOutcome.Skipped);
            return;
        }

        db.Remove(bookmark);
        foreach (string subject in subjects.Distinct())
        {
            Place(each.Steps[0], subject);
        }
    }

    private async Task Enter(Step? next, ForEach? block, string? branch)
    {
        if (next is not null)
        {
            Place(next, branch);
        }
        else if (block is null)
        {
            instance.Finish(context.Now);
        }
        else if (!await OtherBranches(branch))
        {
            db.Add(new StepRecord(instance.Id, block.Id, null, StepOutcome.Ran, "", context.Now));
            await Enter(definition.After(block), null, null);
        }
    }

    // Two branches ending together both see the other's row; the instance's version lets one save, and the other looks again.
    private Task<bool> OtherBranches(string? branch) =>
        db.Bookmarks.AnyAsync(b => b.Instance == instance.Id && b.Kind == BookmarkKind.Step && b.Branch != null && b.Branch != branch, context.Cancellation);

    private void Place(Step step, string? branch) =>
        db.Add(new Bookmark(instance.Id, step.Id, branch, BookmarkKind.Step, 0, null, context.Now, context.Now));

    private async Task ForgetReminders(Bookmark of)
    {
        List<Bookmark> reminders = await db.Bookmarks
            .Where(b => b.Instance == instance.Id && b.Kind == BookmarkKind.Reminder && b.Step == of.Step && b.Branch == of.Branch).ToListAsync(context.Cancellation);
        db.RemoveRange(reminders);
    }

    private async Task Post(Role to, string title, string text, string what, string? branch, string? page = null)
    {
        OrganisationId owner = await definition.Owner(context);
        string key = KeyOf(branch, what);
        if (!await db.OutboxMessages.AnyAsync(m => m.Key == key, context.Cancellation))
        {
            db.Add(new OutboxMessage(InboxAddress.Channel, key, InboxAddress.Of(owner, to), new OutboxText($"{title}: {await definition.NameOf(context)}", text, page ?? definition.PageOf(instance.Subject)), context.Now));
        }
    }
}
