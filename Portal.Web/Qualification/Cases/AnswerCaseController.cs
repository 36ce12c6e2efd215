using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Qualification.Cases;

/// <summary>What the buyer asked a bidder about its bid: the bidder answers here and reads the decision.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tenderRef}/asked/{number:int}")]
public sealed class AnswerCaseController(PortalDb db, AnswerBidCase answer, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int number, CancellationToken cancel) => View(await Read(tenderRef, number, new AnswerCaseForm(), cancel));

    [HttpGet("/tenders/{tenderRef}/asked/{number:int}/letter.pdf")]
    public async Task<IActionResult> Letter(string tenderRef, int number, CancellationToken cancel) =>
        new PdfResult("/Qualification/Cases/CaseLetter.cshtml", (await Read(tenderRef, number, new AnswerCaseForm(), cancel)).Told, $"case-{tenderRef}-{number}.pdf");

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int number, AnswerCaseForm form, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, tenderRef, number, form.Answer ?? "", cancel),
        then: () =>
        {
            Tell("Your answer is with the buyer. You will get a message when it is decided.");
            return Redirect(CaseLinks.Asked(tenderRef, number));
        },
        again: async () => View("AnswerCase", await Read(tenderRef, number, form, cancel)));

    private async Task<AnswerCasePage> Read(string tenderRef, int number, AnswerCaseForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        BidCase found = await db.LoadCase(tender.Id, number, cancel);
        if (found.Bidder != Actor.Organisation)
        {
            throw new NotFound($"Case {number}");
        }

        string buyer = await db.Organisations.Where(o => o.Id == tender.Buyer).Select(o => o.Name).SingleAsync(cancel);
        return new AnswerCasePage(new ToldCase(tender.Ref, tender.Title, buyer, Actor.OrganisationName, found), found.Stage == CaseStage.Asked && clock.GetUtcNow() <= found.AnswerBy, form);
    }
}

/// <summary>The page.</summary>
public sealed record AnswerCasePage(ToldCase Told, bool MayAnswer, AnswerCaseForm Form);

/// <summary>The bidder's answer.</summary>
public sealed record AnswerCaseForm
{
    public string? Answer { get; init; }
}
