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

/// <summary>Records the meeting with one supplier in the running round.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/negotiation/meetings/{supplierId}")]
public sealed class HoldMeetingController(PortalDb db, HoldMeeting hold) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, OrganisationId supplierId, CancellationToken cancel) => View(await Read(tenderRef, supplierId, null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, OrganisationId supplierId, HoldMeetingForm form, CancellationToken cancel) => Try(
        act: () => hold.Execute(Actor, tenderRef, form.Meeting(supplierId), cancel),
        then: () =>
        {
            Tell(string.IsNullOrWhiteSpace(form.Told) ? "The meeting is on record." : "The meeting is on record, and every supplier is told the same.");
            return Redirect(BidLinks.Negotiation(tenderRef));
        },
        again: async () => View(await Read(tenderRef, supplierId, form, cancel)));

    private async Task<HoldMeetingPage> Read(string tenderRef, OrganisationId supplier, HoldMeetingForm? form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        NegotiationRound round = await db.LastRound(tender.Id, cancel) ?? throw new NotFound("A round of negotiation");
        string name = tender.Invited.Contains(supplier) ? await db.Organisations.Where(o => o.Id == supplier).Select(o => o.Name).SingleAsync(cancel) : throw new NotFound("That supplier");
        return new HoldMeetingPage(tender.Ref, tender.Title, name, round.Number, round.MinutesEach, form ?? new HoldMeetingForm { Minutes = round.MinutesEach });
    }
}

/// <summary>The page.</summary>
public sealed record HoldMeetingPage(string Ref, string Title, string Name, int Round, int MinutesEach, HoldMeetingForm Form);

/// <summary>What is typed.</summary>
public sealed record HoldMeetingForm
{
    [Display(Name = "Beginning"), Required(ErrorMessage = "Enter when the meeting began")]
    public DateTimeOffset? HeldAt { get; init; }

    [Required(ErrorMessage = "Enter how many minutes it took"), Range(0, 480, ErrorMessage = "From 0 to 480 minutes")]
    public int? Minutes { get; init; }

    [StringLength(1000, ErrorMessage = "At most 1,000 characters")]
    public string? WhyShorter { get; init; }

    [Required(ErrorMessage = "Say who took part for the buyer"), StringLength(1000, ErrorMessage = "At most 1,000 characters")]
    public string? ForBuyer { get; init; }

    [Required(ErrorMessage = "Say who took part for the supplier"), StringLength(1000, ErrorMessage = "At most 1,000 characters")]
    public string? ForSupplier { get; init; }

    [Required(ErrorMessage = "Say what was talked about"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Discussed { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Told { get; init; }

    public Meeting Meeting(OrganisationId supplier) =>
        new(supplier, HeldAt!.Value, Minutes!.Value, Typed(WhyShorter), Typed(ForBuyer), Typed(ForSupplier), Typed(Discussed), Typed(Told));

    private static string Typed(string? text) => text?.Trim() ?? "";
}
