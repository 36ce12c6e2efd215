using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Domain.Tenders.Interest;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Amending;

/// <summary>Prepares a change of a running tender in private, shows old beside new, and publishes it whole for everybody at the same moment.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/amend")]
public sealed class AmendTenderController(PortalDb db, AmendWithAnswers amend, DropProposal drop, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, DateTimeOffset? questions, DateTimeOffset? closes, string? because, CancellationToken cancel) => Page(
        tenderRef,
        new AmendTenderForm { QuestionsCloseAt = questions, ClosesAt = closes, Why = because, What = closes is null ? null : "The deadlines are later for everybody." },
        cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, AmendTenderForm form, CancellationToken cancel) => Try(
        act: () => amend.Execute(Actor, tenderRef, form.Amendment(), [.. form.Answers.Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out int number) ? number : 0)], cancel),
        then: () =>
        {
            Tell("The change is published, and everybody who has shown interest is told.");
            return Redirect(TenderLinks.Page(tenderRef));
        },
        again: () => Page(tenderRef, form, cancel));

    [HttpPost("drop")]
    public async Task<IActionResult> Drop(string tenderRef, CancellationToken cancel)
    {
        await drop.Execute(Actor, tenderRef, cancel);
        Tell("What was prepared is thrown away. Nothing was published.");
        return Redirect($"/tenders/{tenderRef}/amend");
    }

    private async Task<IActionResult> Page(string tenderRef, AmendTenderForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        List<Clarification> held = !tender.TakesAnswers(clock.GetUtcNow()) ? [] : await db.Clarifications.AsNoTracking().Where(c => c.Tender == tender.Id && c.Held != null).OrderBy(c => c.Number).ToListAsync(cancel);
        Choice[] waiting = [.. held.Select(c => new Choice(c.Number.ToString(CultureInfo.InvariantCulture), $"Question {c.Number}: {Short(c.Held!.Question)}", Short(c.Held.Answer)))];
        AmendTenderForm shown = HttpMethods.IsGet(Request.Method) ? form with { Answers = [.. waiting.Select(w => w.Value)] } : form;
        return View("AmendTender", new AmendTenderPage(tender, shown, clock.GetUtcNow(), await db.CountWatchers(tender, cancel)) { Waiting = waiting });
    }

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";
}

/// <summary>The page.</summary>
/// <param name="Told">How many will be told, at once.</param>
public sealed record AmendTenderPage(Tender Tender, AmendTenderForm Form, DateTimeOffset Now, int Told)
{
    public string Ref => Tender.Ref;

    public string Title => Tender.Title;

    public bool Open => Tender.FirstDeadlineAhead(Now);

    /// <summary>The deadline for tenders can still move.</summary>
    public bool TendersAhead => Tender.TakesBids(Now) || Tender.Stage is TenderStage.Requesting or TenderStage.Shortlisting;

    public bool MayAmend => Tender.MayBeAmended(Now);

    /// <summary>Why nothing can be changed any more.</summary>
    public IReadOnlyList<Reason> Closed => MayAmend ? [] : [.. Tender.WhatBlocksAmendment(new Amendment("x", "x", "x"), Now)];

    public IReadOnlyList<Difference> Differences => TenderDifferences.Of(Tender, new Amendment("", "", ""));

    /// <summary>Criteria may be refined although the first deadline has passed.</summary>
    public bool MayRefine => Tender.MayRefineCriteria(Now);

    /// <summary>The change, as prepared, refines criteria after the first deadline.</summary>
    public bool Refines => !Open && Tender.Proposed is { Criteria.Count: > 0 };

    /// <summary>Answers that are written and wait for a change of the documents.</summary>
    public IReadOnlyList<Choice> Waiting { get; init; } = [];

    public bool Decides => Differences.Any(d => d.DecidesOutcome);
}

/// <summary>What is typed.</summary>
public sealed record AmendTenderForm
{
    [Required(ErrorMessage = "Say what changes"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? What { get; init; }

    [Required(ErrorMessage = "Say why"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Why { get; init; }

    [Required(ErrorMessage = "Say whether more time is needed, and why or why not"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? ExtensionConsidered { get; init; }

    [Display(Name = "New last time for questions")]
    public DateTimeOffset? QuestionsCloseAt { get; init; }

    [Display(Name = "New deadline for requests")]
    public DateTimeOffset? RequestsCloseAt { get; init; }

    [Display(Name = "New deadline")]
    public DateTimeOffset? ClosesAt { get; init; }

    [Display(Name = "New deadline for final tenders")]
    public DateTimeOffset? FinalTendersCloseAt { get; init; }

    [Required(ErrorMessage = "Say whether more time is needed because of the change")]
    public bool? MoreTime { get; init; }

    public bool? OthersWouldHaveProgressed { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? RefinementWhy { get; init; }

    /// <summary>Questions whose waiting answers are published with the change.</summary>
    public List<string> Answers { get; init; } = [];

    public bool Substantial { get; init; }

    public bool BidsMustBeConfirmed { get; init; }

    public Amendment Amendment() => new(What ?? "", Why ?? "", ExtensionConsidered ?? "", QuestionsCloseAt, ClosesAt)
    {
        RequestsCloseAt = RequestsCloseAt,
        FinalTendersCloseAt = FinalTendersCloseAt,
        MoreTime = MoreTime,
        Refinement = OthersWouldHaveProgressed is { } progressed ? new Refinement(progressed, RefinementWhy ?? "") : null,
        Substantial = Substantial,
        BidsMustBeConfirmed = BidsMustBeConfirmed,
    };
}
