using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Negotiating;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Web.Furniture;

namespace Portal.Web.Qualification.Requests;

/// <summary>A supplier's part in a competitive flexible procedure: its request, the result with reasons, its meetings and what everybody was told.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tenderRef}/take-part")]
public sealed class TakePartController(PortalDb db, SendRequest send, WithdrawRequest withdraw, LeaveCompetition leave, IKeyStore keys, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View("TakePart", await Read(tenderRef, null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, TakePartForm form, CancellationToken cancel) => Try(
        act: async () => await send.Execute(Actor, tenderRef, form.Content(await Staged(tenderRef, cancel)), cancel),
        then: () => Told(tenderRef, "Your request is sent. You may send a newer one in its place until the deadline."),
        again: async () => View("TakePart", await Read(tenderRef, form, cancel)));

    [HttpPost("withdrawal")]
    public async Task<IActionResult> Withdraw(string tenderRef, CancellationToken cancel)
    {
        await withdraw.Execute(Actor, tenderRef, cancel);
        return Told(tenderRef, "Your request is withdrawn.");
    }

    [HttpPost("leaving")]
    public Task<IActionResult> Leave(string tenderRef, string? reason, CancellationToken cancel) => Try(
        act: () => leave.Execute(Actor, tenderRef, reason ?? "", cancel),
        then: () => Told(tenderRef, "You have left the competition, and the buyer is told."),
        again: async () => View("TakePart", await Read(tenderRef, null, cancel)));

    private RedirectResult Told(string tenderRef, string message)
    {
        Tell(message);
        return Redirect(QualificationLinks.TakePart(tenderRef));
    }

    private async Task<Tender> Staged(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        return tender.Plan is null ? throw new NotFound("A stage of requests") : tender;
    }

    private async Task<TakePartPage> Read(string tenderRef, TakePartForm? form, CancellationToken cancel)
    {
        Tender tender = await Staged(tenderRef, cancel);
        OrganisationId own = Actor.Organisation;
        ParticipationRequest? request = await db.ParticipationRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Tender == tender.Id && r.Supplier == own, cancel);
        bool invited = tender.Invitations.Any(i => i.Supplier == own);
        return new TakePartPage(tender, request, form?.Whole(tender) ?? TakePartForm.Of(tender, request?.Content(keys)), clock.GetUtcNow())
        {
            Invitation = tender.Invitations.FirstOrDefault(i => i.Supplier == own),
            Rounds = invited ? await db.NegotiationRounds.AsNoTracking().Where(r => r.Tender == tender.Id).OrderBy(r => r.Number).ToListAsync(cancel) : [],
            Decision = request is { Standing: RequestStanding.Disregarded }
                ? await db.ParticipationDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Tender == tender.Id && d.Bidder == own, cancel) : null,
            Own = own,
        };
    }
}

/// <summary>The page.</summary>
public sealed record TakePartPage(Tender Tender, ParticipationRequest? Request, TakePartForm Form, DateTimeOffset Now)
{
    public required OrganisationId Own { get; init; }

    public required Invitation? Invitation { get; init; }

    public required IReadOnlyList<NegotiationRound> Rounds { get; init; }

    /// <summary>The reasons, where the request was not considered.</summary>
    public required ParticipationDecision? Decision { get; init; }

    public bool TakesRequests => Tender.TakesRequests(Now);

    public bool IsSent => Request is { Standing: RequestStanding.Sent };

    public bool TakesPart => Invitation is { LeftAt: null };

    public bool MayLeave => TakesPart && (Tender.TakesBids(Now) || Tender.Stage is TenderStage.Opened or TenderStage.Negotiating);

    /// <summary>What this supplier may read of a round: its own meeting and what all were told while it took part.</summary>
    public IEnumerable<SharedWord> WordsOf(NegotiationRound round) => round.Shared.Where(w => Invitation?.LeftAt is not { } left || w.At <= left);
}

/// <summary>What a supplier writes.</summary>
public sealed record TakePartForm
{
    public List<string?> Conditions { get; init; } = [];

    public List<string?> Answers { get; init; } = [];

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Partners { get; init; }

    public static TakePartForm Of(Tender tender, RequestContent? content) => new()
    {
        Conditions = [.. tender.Conditions.Select((_, i) => content?.Conditions.ElementAtOrDefault(i))],
        Answers = [.. tender.Plan!.Shortlist.Select(c => content?.Answers.GetValueOrDefault(c.Code))],
        Partners = content?.Partners,
    };

    /// <summary>With a field for every condition and criterion, however few were posted.</summary>
    public TakePartForm Whole(Tender tender) => this with
    {
        Conditions = [.. tender.Conditions.Select((_, i) => Conditions.ElementAtOrDefault(i))],
        Answers = [.. tender.Plan!.Shortlist.Select((_, i) => Answers.ElementAtOrDefault(i))],
    };

    public RequestContent Content(Tender tender) => new(
        [.. tender.Conditions.Select((_, i) => Typed(Conditions.ElementAtOrDefault(i)))],
        tender.Plan!.Shortlist.Select((c, i) => (c.Code, Answer: Typed(Answers.ElementAtOrDefault(i)))).ToDictionary(a => a.Code, a => a.Answer),
        Typed(Partners));

    private static string Typed(string? text) => text?.Trim() ?? "";
}
