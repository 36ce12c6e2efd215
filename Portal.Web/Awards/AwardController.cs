using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Direct;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The award of a tender: its steps in the order of the law, which are done, what blocks the next.</summary>
[Authorize(Policies.Buyers)]
[Route("/tenders/{tenderRef}/award")]
public sealed class AwardController(PortalDb db, TimeProvider clock, SendSummaries send, PublishAwardNotice publish, PrintAgreements print) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string? lot, CancellationToken cancel) => (await db.LoadTender(Actor, tenderRef, cancel)).IsDirect
        ? Redirect(DirectAwardLinks.Page(tenderRef))
        : View(await AwardPage.Read(db, clock, Actor, tenderRef, new AwardForm(), cancel) with { Lot = lot });

    [HttpPost("summaries")]
    [Authorize(Policies.Commissioners)]
    public async Task<IActionResult> Summaries(string tenderRef, CancellationToken cancel)
    {
        await send.Execute(Actor, tenderRef, cancel);
        Tell("Every bidder has its result, all at the same instant.");
        return Redirect(AwardLinks.Award(tenderRef));
    }

    [HttpPost("notice")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Notice(string tenderRef, AwardForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await publish.Execute(Actor, tenderRef, new ContractDates(form.StartsOn, form.EndsOn), cancel);
            await print.Execute(Actor, tenderRef, cancel);
        },
        then: () =>
        {
            Tell("The award notice (UK6) is published, and the agreements are printed for everybody to read before they are signed. Publish it on the central digital platform and record its number.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View("Award", await AwardPage.Read(db, clock, Actor, tenderRef, form, cancel)));
}

/// <summary>Addresses of the awards room.</summary>
public static class AwardLinks
{
    public static string Award(string tenderRef) => $"/tenders/{tenderRef}/award";

    public static string Step(string tenderRef, string step) => $"/tenders/{tenderRef}/award/{step}";

    public static string Result(string tenderRef) => $"/tenders/{tenderRef}/result";

    public static (string Text, string Href)[] Trail(string tenderRef, string title) => [("Tenders", "/tenders"), (title, $"/tenders/{tenderRef}"), ("Award", Award(tenderRef))];
}
