using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>A published tender as everybody sees it; a draft leads those who may know of it to its task list.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}")]
public sealed class TenderPageController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender? published = await db.Tenders.AsNoTracking().AsSplitQuery().Include(t => t.Lots).Include(t => t.Documents).Include(t => t.Team)
            .SingleOrDefaultAsync(t => t.Ref == tenderRef && t.PublishedAt != null, cancel);
        if (published is null)
        {
            return await Draft(tenderRef, cancel);
        }

        string buyer = await db.Organisations.Where(o => o.Id == published.Buyer).Select(o => o.Name).FirstAsync(cancel);
        int answered = await db.Clarifications.CountAsync(c => c.Tender == published.Id && c.Stage == ClarificationStage.Answered && c.ConfidentialReason == null, cancel);
        return View(new TenderPage(published, buyer, clock.GetUtcNow(), answered, await Place(published, cancel)));
    }

    private async Task<IActionResult> Draft(string tenderRef, CancellationToken cancel)
    {
        if (KnownActor is not { } actor)
        {
            throw new NotFound($"Tender {tenderRef}");
        }

        await db.LoadTender(actor, tenderRef, cancel);
        return Redirect(TenderLinks.Draft(tenderRef));
    }

    private async Task<ReadersPlace> Place(Tender tender, CancellationToken cancel)
    {
        if (KnownActor is not { } actor)
        {
            return new ReadersPlace(false, false, false, null);
        }

        bool watches = await db.TenderWatches.AnyAsync(w => w.Tender == tender.Id && w.Person == actor.Person, cancel);
        string? declined = await db.DeclinedTenders.Where(d => d.Tender == tender.Id && d.Provider == actor.Organisation).Select(d => d.Reason).FirstOrDefaultAsync(cancel);
        bool runs = tender.Buyer == actor.Organisation && actor.Is(Role.Commissioner, Role.RccCommissioner);
        return new ReadersPlace(runs, actor.Is(Role.ProviderBidder), watches, declined);
    }
}

/// <summary>What the reader has to do with the tender.</summary>
public sealed record ReadersPlace(bool Runs, bool Bids, bool Watches, string? Declined);

/// <summary>The page.</summary>
public sealed record TenderPage(Tender Tender, string Buyer, DateTimeOffset Now, int Answered, ReadersPlace Reader)
{
    public PublicStatus Status => Tender.StatusAt(Now);

    public bool TakesBids => Tender.TakesBids(Now);

    public IReadOnlyList<TimelinePoint> Timeline => TimelinePoint.Of(Tender, Now);
}

/// <summary>A point of the timetable: what, when, and whether it has passed.</summary>
public sealed record TimelinePoint(string What, string When, bool Done)
{
    public static IReadOnlyList<TimelinePoint> Of(Tender tender, DateTimeOffset now)
    {
        List<TimelinePoint> points = [];
        void At(string what, DateTimeOffset? when)
        {
            if (when is { } instant)
            {
                points.Add(new TimelinePoint(what, Domain.Law.LondonTime.ForPeople(instant), instant <= now));
            }
        }

        void On(string what, DateOnly? when)
        {
            if (when is { } day)
            {
                points.Add(new TimelinePoint(what, Domain.Law.LondonTime.Day(day), day < Domain.Law.LondonTime.DateOf(now)));
            }
        }

        At("Published", tender.PublishedAt);
        At("Questions close", tender.QuestionsCloseAt);
        At("Tenders close", tender.ClosesAt);
        At("Bids are opened", tender.OpensAt);
        On("Decision expected", tender.Dates.DecisionOn);
        On("Standstill ends", tender.StandstillEndsOn);
        On("Contract signed", tender.Dates.SignOn);
        On("Contract starts", tender.Dates.StartsOn);
        return points;
    }
}
