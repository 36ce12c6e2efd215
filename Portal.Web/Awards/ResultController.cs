using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Signing;
using Portal.Web.Awards.Telling;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Awards;

/// <summary>A bidder's result: its scores and reasons beside the winner's, what comes next, and the signature where it has won.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tenderRef}/result")]
public sealed class ResultController(PortalDb db, TimeProvider clock, ReadResult read, SignAsSupplier sign, SignatureDesk desk, AskFeedback ask) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, new AwardForm(), cancel));

    [HttpGet("letter.pdf")]
    public async Task<IActionResult> Letter(string tenderRef, CancellationToken cancel) =>
        new PdfResult("/Awards/SummaryLetter.cshtml", await Read(tenderRef, new AwardForm(), cancel), $"result-{tenderRef}.pdf");

    [HttpPost("signature")]
    public Task<IActionResult> Sign(string tenderRef, AwardForm form, CancellationToken cancel) => Try(
        act: async () => await sign.Execute(Actor, tenderRef, await desk.Take(User, form), cancel),
        then: () =>
        {
            Tell("You have signed. The authority signs last; you will get a message.");
            return Redirect(AwardLinks.Result(tenderRef));
        },
        again: async () => View("Result", await Read(tenderRef, form, cancel)));

    [HttpPost("feedback")]
    public Task<IActionResult> Feedback(string tenderRef, FeedbackForm form, CancellationToken cancel) => Try(
        act: () => ask.Execute(Actor, tenderRef, form.Wish ?? "", cancel),
        then: () =>
        {
            Tell("The buyer has your request. You will get a message with the answer.");
            return Redirect(AwardLinks.Result(tenderRef));
        },
        again: async () => View("Result", await Read(tenderRef, new AwardForm(), cancel) with { Wish = form.Wish }));

    private async Task<ResultPage> Read(string tenderRef, AwardForm form, CancellationToken cancel)
    {
        IReadOnlyList<AssessmentSummary> summaries = await read.Execute(Actor, tenderRef, cancel);
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        Award award = (await db.AwardOf(tender.Id, cancel))!;
        bool won = award.WinningBidders.Contains(Actor.Organisation);
        return new ResultPage(tender.Ref, tender.Title, summaries, tender.Dates.Standstill, tender.StandstillEndsOn, form)
        {
            Won = won,
            HasSigned = award.HasSigned(Actor.Organisation),
            SignatureBlocks = won ? award.WhatBlocksSupplier(tender, Actor.Organisation, clock.GetUtcNow()) : [],
            ToSign = award.MayRead(tender, Actor.Organisation) ? ToSign.ForSupplier(tenderRef, award, Actor.Organisation, AwardLinks.Result(tenderRef) + "/signature", form) : null,
            SignedAt = award.SignedAt,
            IsSuspended = award.IsSuspended,
            Feedback = await db.FeedbackRequests.AsNoTracking().Where(f => f.Tender == tender.Id && f.Bidder == Actor.Organisation).OrderBy(f => f.AskedAt).ToListAsync(cancel),
        };
    }
}

/// <summary>The page.</summary>
public sealed record ResultPage(string Ref, string Title, IReadOnlyList<AssessmentSummary> Summaries, bool Standstill, DateOnly? StandstillEndsOn, AwardForm Form)
{
    public bool Won { get; init; }

    public bool HasSigned { get; init; }

    public IReadOnlyList<Reason> SignatureBlocks { get; init; } = [];

    /// <summary>The reader's own agreement; null where nothing was won.</summary>
    public ToSign? ToSign { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>A claim keeps everybody from signing.</summary>
    public bool IsSuspended { get; init; }

    public IReadOnlyList<FeedbackRequest> Feedback { get; init; } = [];

    /// <summary>What was typed into the request for a meeting.</summary>
    public string? Wish { get; init; }
}
