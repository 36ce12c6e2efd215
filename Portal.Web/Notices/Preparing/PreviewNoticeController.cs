using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Preparing;

/// <summary>Shows a notice as the public will see it, with what is missing, why it is due and by when; and publishes it when it is whole.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/notices/preview/{notice}")]
public sealed class PreviewNoticeController(PortalDb db, NoticeSettings settings, PublishNotice publish, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string notice, CancellationToken cancel) => View(await Page(tenderRef, notice, cancel));

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Post(string tenderRef, string notice, CancellationToken cancel) => Try(
        act: () => publish.Execute(Actor, tenderRef, NoticeWords.Coded(notice) ?? throw new NotFound("That notice"), cancel),
        then: () =>
        {
            Tell("The notice is public and on its way to the central digital platform.");
            return Redirect($"/tenders/{tenderRef}/notices");
        },
        again: async () => View(await Page(tenderRef, notice, cancel)));

    private async Task<PreviewNoticePage> Page(string tenderRef, string notice, CancellationToken cancel)
    {
        NoticeKind kind = NoticeWords.Coded(notice) ?? throw new NotFound("That notice");
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        PreparedNotice? open = await db.PreparedNotices.AsNoTracking().OpenOf(tender.Id, kind).SingleOrDefaultAsync(cancel);
        NoticeFacts facts = await NoticeFacts.Gather(db, settings, tender, kind, now, open?.Answers ?? NoticeAnswers.None, cancel);
        IReadOnlyList<Reason> missing = NoticeDuty.MakesItself(kind) ? [.. facts.Unsaid, .. await LeftToDo(tender, kind, now, cancel)] : [.. AnswerCheck.Missing(kind, facts.Said, tender), .. NoticeOrder.WhatBlocks(facts)];
        DutyFacts duties = (await DutyFacts.Read(db, [tender], now, cancel))[0];
        bool mayChange = tender.Buyer == Actor.Organisation && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        return new PreviewNoticePage(tender.Ref, tender.Title, kind, NoticeRelease.Of(facts), missing, [.. DutyCalendar.Of(duties).Where(d => d.Kind == kind)], mayChange);
    }

    // What stands between now and a notice that the portal makes by itself.
    private async Task<IReadOnlyList<Reason>> LeftToDo(Tender tender, NoticeKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        if (kind == NoticeKind.Tender)
        {
            return tender.IsPublished ? [] : tender.WhatBlocksPublication(now, await db.StandingFor(tender, now, cancel));
        }

        Award? award = await db.AwardOf(tender.Id, cancel);
        return kind switch
        {
            NoticeKind.ContractAward when award is null or { Stage: AwardStage.Recommended } => [new Reason("NOT_DECIDED", "The award has not been decided.", "A10-01")],
            NoticeKind.ContractAward when award.SummariesSentAt is null && !tender.IsDirect => [new Reason("NO_SUMMARIES", "The assessment summaries have not been sent.", "A10-02")],
            NoticeKind.ContractDetails when award is null => [new Reason("NOT_DECIDED", "The award has not been decided.", "A10-01")],
            NoticeKind.ContractDetails when award.SignedAt is null => award.WhatBlocksSigning(tender, now),
            NoticeKind.ProcurementTermination when tender.Cancelled is null => [new Reason("NOT_ENDED", "The procurement has not been ended; ending it asks for the reason that is published.", "A11-11")],
            _ => [],
        };
    }
}

/// <summary>The page.</summary>
public sealed record PreviewNoticePage(string TenderRef, string Title, NoticeKind Kind, Release Release, IReadOnlyList<Reason> Missing, IReadOnlyList<DutyLine> Duties, bool MayChange)
{
    public NoticeWords Words => NoticeWords.Of(Kind);

    public bool MakesItself => NoticeDuty.MakesItself(Kind);
}
