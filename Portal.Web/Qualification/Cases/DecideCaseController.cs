using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Evaluation.Correcting;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Qualification.Cases;

/// <summary>One case about a bid: what was asked and answered, and the decision.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/cases/{number:int}")]
public sealed class DecideCaseController(PortalDb db, DecideBidCase decide, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int number, CancellationToken cancel) => View(await Read(tenderRef, number, new DecideCaseForm(), cancel));

    [HttpGet("/tenders/{tenderRef}/cases/{number:int}/letter.pdf")]
    public async Task<IActionResult> Letter(string tenderRef, int number, CancellationToken cancel) =>
        new PdfResult("/Qualification/Cases/CaseLetter.cshtml", (await Read(tenderRef, number, new DecideCaseForm(), cancel)).Told, $"case-{tenderRef}-{number}.pdf");

    [HttpPost]
    public Task<IActionResult> Decide(string tenderRef, int number, DecideCaseForm form, CancellationToken cancel) => Try(
        act: () => decide.Execute(Actor, tenderRef, number, form.Outcome!.Value, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The decision is kept and the bidder is told.");
            return Redirect(CaseLinks.Of(tenderRef, number));
        },
        again: async () => View("DecideCase", await Read(tenderRef, number, form, cancel)));

    private async Task<DecideCasePage> Read(string tenderRef, int number, DecideCaseForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        BidCase found = await db.LoadCase(tender.Id, number, cancel);
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => o.Id == found.Bidder || o.Id == tender.Buyer).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        bool heard = found.Stage == CaseStage.Answered || (found.Stage == CaseStage.Asked && clock.GetUtcNow() > found.AnswerBy);
        return new DecideCasePage(new ToldCase(tender.Ref, tender.Title, names[tender.Buyer], names[found.Bidder], found), heard, form);
    }
}

/// <summary>A case as its pages and its letter show it.</summary>
public sealed record ToldCase(string Ref, string Title, string Buyer, string Bidder, BidCase Case);

/// <summary>The page.</summary>
public sealed record DecideCasePage(ToldCase Told, bool MayDecide, DecideCaseForm Form);

/// <summary>The decision.</summary>
public sealed record DecideCaseForm
{
    [Required(ErrorMessage = "Choose the decision")]
    public CaseOutcome? Outcome { get; init; }

    public string? Reason { get; init; }
}
