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
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(await Read(new AwardRef(tenderRef, part), new AwardForm(), cancel));

    [HttpGet("letter.pdf")]
    public async Task<IActionResult> Letter(string tenderRef, int part, CancellationToken cancel)
    {
        ResultPage page = await Read(new AwardRef(tenderRef, part), new AwardForm(), cancel);
        return new PdfResult("/Awards/SummaryLetter.cshtml", page, $"result-{tenderRef}{page.Place.Suffix}.pdf");
    }

    [HttpPost("signature")]
    public Task<IActionResult> Sign(string tenderRef, int part, AwardForm form, CancellationToken cancel) => Try(
        act: async () => await sign.Execute(Actor, new AwardRef(tenderRef, part), await desk.Take(User, form), cancel),
        then: () =>
        {
            Tell("You have signed. The authority signs last; you will get a message.");
            return Redirect(AwardLinks.Result(new AwardRef(tenderRef, part)));
        },
        again: async () => View("Result", await Read(new AwardRef(tenderRef, part), form, cancel)));

    [HttpPost("feedback")]
    public Task<IActionResult> Feedback(string tenderRef, int part, FeedbackForm form, CancellationToken cancel) => Try(
        act: () => ask.Execute(Actor, tenderRef, form.Wish ?? "", cancel),
        then: () =>
        {
            Tell("The buyer has your request. You will get a message with the answer.");
            return Redirect(AwardLinks.Result(new AwardRef(tenderRef, part)));
        },
        again: async () => View("Result", await Read(new AwardRef(tenderRef, part), new AwardForm(), cancel) with { Wish = form.Wish }));

    private async Task<ResultPage> Read(AwardRef asked, AwardForm form, CancellationToken cancel)
    {
        ResultRead told = await read.Execute(Actor, asked, cancel);
        Tender tender = await db.LoadPublishedTender(asked.Tender, cancel);
        AwardRef which = new(tender.Ref, told.Part);
        Award award = (await db.AwardOf(tender.Id, told.Part, cancel))!;
        bool won = award.MayRead(tender, Actor.Organisation); // A winner of a re-opened award learns of it with everybody else (A10-05).
        return new ResultPage(which, tender.Title, told.Summaries, tender.Dates.Standstill, award.StandstillEnd(tender), form)
        {
            Lots = tender.HasLotsApart ? Lot.InWords([.. told.Summaries.Select(s => s.LotNumber)]) : null,
            Waiting = told.Waiting.Count > 0 ? Lot.InWords(told.Waiting) : null,
            IsDecidedAnew = tender.Cancelled is null && tender.LotsOfPart(told.Part).Any() && told.Summaries.All(s => s.Round < award.Round),
            EndedAt = tender.Cancelled?.At,
            Others = [.. told.Others.Select(part => (tender.PartInWords(part), AwardLinks.Result(new AwardRef(tender.Ref, part))))],
            Won = won,
            HasSigned = award.HasSigned(Actor.Organisation),
            SignatureBlocks = won ? [.. await db.WhatStandsAgainst(tender.Id, [Actor.Organisation], cancel), .. award.WhatBlocksSupplier(tender, Actor.Organisation, clock.GetUtcNow())] : [],
            ToSign = award.MayRead(tender, Actor.Organisation) ? ToSign.ForSupplier(which, award, Actor.Organisation, AwardLinks.ResultStep(which, "signature"), form) : null,
            SignedAt = award.SignedAt,
            IsSuspended = award.IsSuspended,
            Feedback = await db.FeedbackRequests.AsNoTracking().Where(f => f.Tender == tender.Id && f.Bidder == Actor.Organisation).OrderBy(f => f.AskedAt).ToListAsync(cancel),
        };
    }
}

/// <summary>The page.</summary>
public sealed record ResultPage(AwardRef Place, string Title, IReadOnlyList<AssessmentSummary> Summaries, bool Standstill, DateOnly? StandstillEndsOn, AwardForm Form)
{
    public string Ref => Place.Tender;

    /// <summary>The lots of this result in words, where the lots of the tender are awarded one after another.</summary>
    public string? Lots { get; init; }

    /// <summary>The lots for which the reader bid too and which are not decided yet, in words; null where there are none.</summary>
    public string? Waiting { get; init; }

    /// <summary>The award went back to its decision after this result was told.</summary>
    public bool IsDecidedAnew { get; init; }

    /// <summary>When the procurement ended without award; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The reader's results of the other awards.</summary>
    public IReadOnlyList<(string Lots, string Href)> Others { get; init; } = [];

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
