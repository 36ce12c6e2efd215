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
    public async Task<IActionResult> Show(string tenderRef, int part, string? lot, CancellationToken cancel) => (await db.LoadTender(Actor, tenderRef, cancel)).IsDirect
        ? Redirect(DirectAwardLinks.Page(tenderRef))
        : View(await AwardPage.Read(db, clock, Actor, new AwardRef(tenderRef, part), new AwardForm(), cancel) with { Lot = lot });

    [HttpPost("summaries")]
    [Authorize(Policies.Commissioners)]
    public async Task<IActionResult> Summaries(string tenderRef, int part, CancellationToken cancel)
    {
        await send.Execute(Actor, new AwardRef(tenderRef, part), cancel);
        Tell("Every bidder has its result, all at the same instant.");
        return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
    }

    [HttpPost("notice")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Notice(string tenderRef, int part, AwardForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await publish.Execute(Actor, new AwardRef(tenderRef, part), new ContractDates(form.StartsOn, form.EndsOn), cancel);
            await print.Execute(Actor, new AwardRef(tenderRef, part), cancel);
        },
        then: () =>
        {
            Tell("The award notice (UK6) is published, and the agreements are printed for everybody to read before they are signed. Publish it on the central digital platform and record its number.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View("Award", await AwardPage.Read(db, clock, Actor, new AwardRef(tenderRef, part), form, cancel)));
}

/// <summary>Addresses of the awards room; of an award of lots apart with its number.</summary>
public static class AwardLinks
{
    public static string Award(AwardRef award) => $"/tenders/{award.Tender}/award{Query(award)}";

    public static string Step(AwardRef award, string step) => $"/tenders/{award.Tender}/award/{step}{Query(award)}";

    /// <summary>The winners of one lot, where there are too many for one table.</summary>
    public static string OfLot(AwardRef award, string lot) => $"{Award(award)}{(award.Part == 0 ? "?" : "&")}lot={lot}#winners";

    public static string Result(AwardRef award) => $"/tenders/{award.Tender}/result{Query(award)}";

    public static string ResultStep(AwardRef award, string step) => $"/tenders/{award.Tender}/result/{step}{Query(award)}";

    public static string Approval(AwardRef award) => $"/tenders/{award.Tender}/approval-to-award{Query(award)}";

    /// <summary>Names the award in an address; nothing for that of all lots that are not awarded apart.</summary>
    public static string Query(AwardRef award) => award.Part == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?part={award.Part}");

    public static (string Text, string Href)[] Trail(AwardRef award, string title) => [("Tenders", "/tenders"), (title, $"/tenders/{award.Tender}"), ("Award", Award(award))];
}
