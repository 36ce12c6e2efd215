using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.FromNotice;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>The task list of a draft: what is complete, what is not, and what cannot start yet and why.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/draft")]
public sealed class TenderTasksController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        if (tender.IsPublished)
        {
            return Redirect(TenderLinks.Page(tenderRef));
        }

        if (tender.IsDirect)
        {
            return Redirect($"/direct-awards/{tenderRef}");
        }

        bool fromNotice = await db.KeptNotices.AnyAsync(n => n.Tender == tender.Id, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<Finding> found = tender.Findings(now, await db.StandingFor(tender, now, cancel));
        return View(new TenderTasksPage(tender.Ref, tender.Title, tender.DraftedBy == Actor.Person, fromNotice, TenderTasks.Of(tender, found)));
    }
}

/// <summary>The page.</summary>
public sealed record TenderTasksPage(string Ref, string Title, bool IsDrafter, bool FromNotice, IReadOnlyList<TenderTask> Tasks)
{
    public bool MayPublish => Tasks.All(t => t.Status == TenderTasks.Completed);

    public int Done => Tasks.Count(t => t.Status == TenderTasks.Completed);
}

/// <summary>One line of the task list; no address means that it cannot start yet.</summary>
public sealed record TenderTask(string Title, string? Href, string Status, string? Hint);

/// <summary>Turns a draft's findings into the task list.</summary>
public static class TenderTasks
{
    public const string Completed = "Completed";
    public const string InProgress = "In progress";
    public const string CannotStart = "Cannot start yet";

    private static readonly (TenderSection Section, string Title)[] Sections =
    [
        (TenderSection.Basics, "What you are buying"),
        (TenderSection.Lots, "Lots"),
        (TenderSection.Criteria, "Award criteria of each lot"),
        (TenderSection.Questions, "Questions of each lot"),
        (TenderSection.Prices, "Prices and price method of each lot"),
        (TenderSection.Evidence, "Evidence and declarations of each lot"),
        (TenderSection.LotLimit, "Limit on what one supplier is awarded, if there is one"),
        (TenderSection.Stages, "Stages: requests, shortlist, negotiation, final tenders"),
        (TenderSection.Dates, "Timetable"),
        (TenderSection.Documents, "Documents"),
        (TenderSection.Team, "People: evaluators, moderator, openers"),
        (TenderSection.Framework, "Framework terms, if it sets up a framework"),
        (TenderSection.Engagement, "Market engagement: who took part, and what each was told"),
        (TenderSection.Conflicts, "Conflicts assessment by a colleague"),
        (TenderSection.Approval, "Approval to procure"),
    ];

    public static IReadOnlyList<TenderTask> Of(Tender tender, IReadOnlyList<Finding> findings)
    {
        ILookup<TenderSection, Reason> found = findings.ToLookup(f => f.Section, f => f.Reason);
        return [.. Sections.Where(s => s.Section != TenderSection.Stages || tender.Procedure == Procedure.CompetitiveFlexible || tender.Plan is not null).Select(s => One(tender, s.Section, s.Title, [.. found[s.Section]]))];
    }

    private static TenderTask One(Tender tender, TenderSection section, string title, IReadOnlyList<Reason> found)
    {
        bool ofLots = section is TenderSection.Criteria or TenderSection.Questions or TenderSection.Prices or TenderSection.Evidence;
        if (ofLots && tender.Lots.Count == 0)
        {
            return new TenderTask(title, null, CannotStart, "Add a lot first");
        }

        string? hint = found.Count switch
        {
            0 => null,
            1 => found[0].Text,
            var more => $"{found[0].Text} And {more - 1} more.",
        };
        return new TenderTask(title, TenderLinks.Of(tender.Ref, section), found.Count == 0 ? Completed : InProgress, hint);
    }
}
