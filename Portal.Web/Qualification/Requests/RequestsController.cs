using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Qualification.Requests;

/// <summary>Requests to take part: hidden until their deadline, then decided, scored and made into the shortlist.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/requests")]
public sealed class RequestsController(PortalDb db, InviteShortlist invite) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View("Requests", await Read(tenderRef, null, cancel));

    [HttpPost("invitation")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Invite(string tenderRef, InviteShortlistForm form, CancellationToken cancel) => Try(
        act: () => invite.Execute(Actor, tenderRef, form.ClosesAt!.Value, form.WhyOnlyOne ?? "", cancel),
        then: () =>
        {
            Tell("The shortlist is invited, and everybody who asked is told the result and the reasons.");
            return Redirect(QualificationLinks.Requests(tenderRef));
        },
        again: async () => View("Requests", await Read(tenderRef, form, cancel)));

    private async Task<RequestsPage> Read(string tenderRef, InviteShortlistForm? form, CancellationToken cancel)
    {
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        if (tender.Plan is null)
        {
            throw new NotFound("A stage of requests");
        }

        form ??= new InviteShortlistForm { ClosesAt = tender.ClosesAt };
        if (tender.Stage is TenderStage.Drafting or TenderStage.Requesting)
        {
            return new RequestsPage(tender, [], [], form, false);
        }

        IReadOnlyList<Reason> blocks = tender.Stage == TenderStage.Shortlisting ? await invite.WhatBlocks(tender, cancel) : [];
        return new RequestsPage(tender, await Rows(tender, blocks.Count == 0, cancel), blocks, form, Actor.Is(Role.Commissioner, Role.RccCommissioner));
    }

    private async Task<IReadOnlyList<RequestRow>> Rows(Tender tender, bool complete, CancellationToken cancel)
    {
        List<ParticipationRequest> requests = await db.RequestsFor(tender.Id, cancel);
        OrganisationId[] ids = [.. requests.Select(r => r.Supplier)];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        Dictionary<OrganisationId, ParticipationDecision> decisions = await db.ParticipationDecisions.AsNoTracking().Where(d => d.Tender == tender.Id && d.Times > 0).ToDictionaryAsync(d => d.Bidder, cancel);
        IReadOnlyList<ShortlistPlace> places = complete && tender.Stage == TenderStage.Shortlisting
            ? Shortlist.Of(tender.Plan!, [.. requests.Where(r => decisions.GetValueOrDefault(r.Supplier)?.Outcome == ParticipationOutcome.Qualified)])
            : [];
        return [.. requests
            .Select(r => new RequestRow(r, names[r.Supplier], decisions.GetValueOrDefault(r.Supplier), places.FirstOrDefault(p => p.Request == r)))
            .OrderBy(r => r.Shown?.Place ?? r.Request.Place ?? int.MaxValue).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }
}

/// <summary>One request, with what is decided and, once all is, its place.</summary>
public sealed record RequestRow(ParticipationRequest Request, string Name, ParticipationDecision? Decision, ShortlistPlace? Shown)
{
    public int? Place => Shown?.Place ?? Request.Place;

    public decimal? Points => Shown?.Points ?? Request.Points;
}

/// <summary>The page.</summary>
public sealed record RequestsPage(Tender Tender, IReadOnlyList<RequestRow> Rows, IReadOnlyList<Reason> Blocks, InviteShortlistForm Form, bool MayDecide)
{
    public bool Hidden => Tender.Stage is TenderStage.Drafting or TenderStage.Requesting;

    public bool MayInvite => MayDecide && Tender.Stage == TenderStage.Shortlisting && Blocks.Count == 0;

    public bool OnlyOne => Rows.Count(r => r.Decision?.Outcome == ParticipationOutcome.Qualified) == 1;
}

/// <summary>Until when initial tenders are taken, and why one supplier is enough if so.</summary>
public sealed record InviteShortlistForm
{
    [Display(Name = "Deadline for initial tenders"), Required(ErrorMessage = "Enter when initial tenders close")]
    public DateTimeOffset? ClosesAt { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? WhyOnlyOne { get; init; }
}
