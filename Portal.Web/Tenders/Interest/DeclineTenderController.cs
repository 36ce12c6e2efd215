using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>A provider tells the buyer that it will not bid, and why.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tenderRef}/decline")]
public sealed class DeclineTenderController(PortalDb db, DeclineTender decline) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        string? before = await db.DeclinedTenders.Where(d => d.Tender == tender.Id && d.Provider == Actor.Organisation).Select(d => d.Reason).FirstOrDefaultAsync(cancel);
        return View(new DeclineTenderPage(tender.Ref, tender.Title, new DeclineTenderForm { Reason = before }));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, DeclineTenderForm form, CancellationToken cancel) => Try(
        act: () => decline.Execute(Actor, tenderRef, form.Reason!, cancel),
        then: () =>
        {
            Tell("The buyer has your reason. You may still bid if you change your mind.");
            return Redirect(TenderLinks.Page(tenderRef));
        },
        again: async () => View(new DeclineTenderPage(tenderRef, (await db.LoadPublishedTender(tenderRef, cancel)).Title, form)));
}

/// <summary>The page.</summary>
public sealed record DeclineTenderPage(string Ref, string Title, DeclineTenderForm Form);

/// <summary>What is typed.</summary>
public sealed record DeclineTenderForm
{
    [Required(ErrorMessage = "Say why you will not bid"), StringLength(2000, ErrorMessage = "At most 2,000 characters")]
    public string? Reason { get; init; }
}
