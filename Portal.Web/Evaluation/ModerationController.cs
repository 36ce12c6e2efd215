using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>The moderation of a lot: the widest divergence first, and what is agreed. Legal and the commissioner read it once it is frozen.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/moderation")]
public sealed class ModerationController(PortalDb db, RecordAttendance attend) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel) => View(await ModerationPage.Read(db, Actor, tenderRef, lot, null, cancel));

    [HttpPost]
    public Task<IActionResult> Attendance(string tenderRef, string lot, AttendanceForm form, CancellationToken cancel) => Try(
        act: () => attend.Execute(Actor, tenderRef, lot, [.. form.Present.Select(PersonId.From)], form.Attendance ?? "", cancel),
        then: () =>
        {
            Tell("Attendance is recorded.");
            return Redirect(EvaluationLinks.Moderation(tenderRef, lot));
        },
        again: async () => View(await ModerationPage.Read(db, Actor, tenderRef, lot, form, cancel)));
}

/// <summary>Who attended the meeting.</summary>
public sealed record AttendanceForm
{
    public List<Guid> Present { get; init; } = [];

    /// <summary>When and how they met.</summary>
    public string? Attendance { get; init; }
}
