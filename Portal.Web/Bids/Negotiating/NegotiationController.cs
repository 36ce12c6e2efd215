using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Negotiating;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.Negotiating;

/// <summary>The negotiation: its rounds, who has been met, what everybody was told; legal reads it too.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/negotiation")]
public sealed class NegotiationController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View("Negotiation", await Read(tenderRef, cancel));

    [HttpPost("start")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Start([FromServices] StartNegotiation start, string tenderRef, CancellationToken cancel) =>
        Act(tenderRef, () => start.Execute(Actor, tenderRef, cancel), "The negotiation has begun. Every supplier that tendered is told.", cancel);

    [HttpPost("round")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Begin([FromServices] BeginRound begin, string tenderRef, string? agenda, CancellationToken cancel) =>
        Act(tenderRef, () => begin.Execute(Actor, tenderRef, agenda ?? "", cancel), "The round has begun. Every supplier that is left has its agenda.", cancel);

    [HttpPost("words")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Share([FromServices] ShareWord share, string tenderRef, string? words, CancellationToken cancel) =>
        Act(tenderRef, () => share.Execute(Actor, tenderRef, words ?? "", cancel), "Every supplier that is left is told the same.", cancel);

    [HttpPost("end")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> End([FromServices] EndRound end, string tenderRef, CancellationToken cancel) =>
        Act(tenderRef, () => end.Execute(Actor, tenderRef, cancel), "The round is over.", cancel);

    [HttpPost("final-tenders")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Invite([FromServices] InviteFinalTenders invite, string tenderRef, FinalTendersForm form, CancellationToken cancel) => Try(
        act: () => invite.Execute(Actor, tenderRef, form.ClosesAt!.Value, form.WhyOnlyOne ?? "", cancel),
        then: () => Told(tenderRef, "Final tenders are invited. Everybody has the same deadline."),
        again: async () => View("Negotiation", (await Read(tenderRef, cancel)) with { Form = form }));

    private Task<IActionResult> Act(string tenderRef, Func<Task> act, string told, CancellationToken cancel) =>
        Try(act, () => Told(tenderRef, told), async () => View("Negotiation", await Read(tenderRef, cancel)));

    private RedirectResult Told(string tenderRef, string message)
    {
        Tell(message);
        return Redirect(BidLinks.Negotiation(tenderRef));
    }

    private async Task<NegotiationPage> Read(string tenderRef, CancellationToken cancel)
    {
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        if (tender.Plan is null || tender.Stage < TenderStage.Open)
        {
            throw new NotFound("A negotiation");
        }

        OrganisationId[] ids = [.. tender.Invitations.Select(i => i.Supplier)];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        List<NegotiationRound> rounds = await db.NegotiationRounds.AsNoTracking().Where(r => r.Tender == tender.Id).OrderByDescending(r => r.Number).ToListAsync(cancel);
        return new NegotiationPage(tender, rounds, names, Actor.Is(Role.Commissioner, Role.RccCommissioner)) { Form = new FinalTendersForm { ClosesAt = tender.Dates.FinalTendersCloseAt } };
    }
}

/// <summary>The page.</summary>
public sealed record NegotiationPage(Tender Tender, IReadOnlyList<NegotiationRound> Rounds, IReadOnlyDictionary<OrganisationId, string> Names, bool Runs)
{
    public required FinalTendersForm Form { get; init; }

    public bool MayStart => Runs && Tender is { Stage: TenderStage.Opened, IsFinalRound: false };

    public bool Negotiates => Runs && Tender.Stage == TenderStage.Negotiating;

    public NegotiationRound? Running => Rounds.FirstOrDefault(r => r.EndedAt is null);

    public bool MayBegin => Negotiates && Running is null && Rounds.Count < Tender.Plan!.MostRounds;

    public bool MayInvite => Negotiates && Running is null && Rounds.Count > 0;

    public bool OnlyOne => Tender.Invited.Count() == 1;
}

/// <summary>Until when final tenders are taken, and why one supplier is enough if so.</summary>
public sealed record FinalTendersForm
{
    [Display(Name = "Deadline for final tenders"), Required(ErrorMessage = "Enter when final tenders close")]
    public DateTimeOffset? ClosesAt { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? WhyOnlyOne { get; init; }
}
