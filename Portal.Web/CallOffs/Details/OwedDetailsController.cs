using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs.Details;

/// <summary>Contract details still owed (UK7), and the button that publishes them in one batch.</summary>
[Authorize(Policies.Buyers)]
[Route("/call-offs/contract-details")]
public sealed class OwedDetailsController(PublishContractDetails publish, PortalDb db, TimeProvider clock) : PageController
{
    private const int Most = 200;

    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(cancel);

    [HttpPost]
    public async Task<IActionResult> Publish(CancellationToken cancel)
    {
        (string Batch, int Count) published = ("", 0);
        return await Try(
            act: async () => published = await publish.Execute(Actor, cancel),
            then: () =>
            {
                Tell(published.Count == 1 ? $"1 contract is published in batch {published.Batch}. Hand its file to the central digital platform." : $"{published.Count} contracts are published in batch {published.Batch}. Hand its file to the central digital platform.");
                return Redirect("/call-offs/contract-details");
            },
            again: () => Page(cancel));
    }

    private async Task<IActionResult> Page(CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(Actor);
        var due = await (from duty in db.ContractDetailsDuties.AsNoTracking()
                         join authority in db.Organisations on duty.Authority equals authority.Id
                         where duty.Stage == ContractDetailsStage.Due && authorities.Contains(duty.Authority)
                         orderby duty.LastDay == null, duty.LastDay, duty.EnteredOn
                         select new { Duty = duty, authority.Name }).Take(Most).ToListAsync(cancel);
        List<PublishedBatch> batches = await db.ContractDetailsDuties.AsNoTracking().Where(d => d.Stage == ContractDetailsStage.Published && authorities.Contains(d.Authority))
            .GroupBy(d => d.Batch!).Select(g => new PublishedBatch(g.Key, g.Max(d => d.PublishedAt)!.Value, g.Count())).ToListAsync(cancel);
        return View("OwedDetails", new OwedDetailsPage([.. due.Select(d => (d.Duty, d.Name))], LondonTime.DateOf(clock.GetUtcNow()), Actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Legal))
        {
            Batches = [.. batches.OrderByDescending(b => b.At).Take(Most)],
        });
    }
}

/// <summary>What is owed.</summary>
public sealed record OwedDetailsPage(IReadOnlyList<(ContractDetailsDuty Duty, string Authority)> Due, DateOnly Today, bool MayPublish)
{
    public IReadOnlyList<PublishedBatch> Batches { get; init; } = [];

    // Working days after which "as soon as reasonably practicable" is called late; the portal's own measure, no legal period.
    private const int PracticableDays = 20;

    public string StatusOf(ContractDetailsDuty duty) => duty.LastDay is { } last
        ? last < Today ? "Overdue" : "Due"
        : UkWorkingDays.Held.After(duty.EnteredOn, PracticableDays) < Today ? "Overdue" : "Due";
}

/// <summary>A published batch and how many contracts of the reader's authorities it holds.</summary>
public sealed record PublishedBatch(string Batch, DateTimeOffset At, int Count);
