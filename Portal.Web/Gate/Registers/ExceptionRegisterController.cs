using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Registers;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Registers;

/// <summary>The internal register of exceptions, line by line, for the authority and its co-operative; the finance chief's monthly list (care-sector §2.4).</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/exceptions/internal")]
public sealed class ExceptionRegisterController(PortalDb db, TimeProvider clock) : PageController
{
    private const int Most = 5000;

    [HttpGet]
    public async Task<IActionResult> Show(DateOnly? from, DateOnly? to, CancellationToken cancel) => View(await Read(from, to, PageOf.Size * 4, cancel));

    [HttpGet("csv")]
    public async Task<IActionResult> Download(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        ExceptionRegisterPage page = await Read(from, to, Most, cancel);
        return Csv.File(
            $"exceptions-{page.From:yyyy-MM-dd}-{page.To:yyyy-MM-dd}.csv",
            ["recorded", "authority", "kind", "row", "child", "home", "price", "unit", "allowedPrice", "reason", "enteredAfterwards", "decision"],
            page.Rows.Select(r => new object?[] { r.Decision.RecordedAt, r.Authority, GovWords.Of(r.Kind), r.Decision.TableRow, r.Decision.ChildReference, r.Decision.HomeUrn, r.Decision.Price, r.Decision.Unit, r.Decision.AllowedPrice, r.Reason, r.Decision.DecidedOffline is not null, r.Decision.Id.Value }));
    }

    private async Task<ExceptionRegisterPage> Read(DateOnly? from, DateOnly? to, int most, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        DateOnly last = to ?? LondonTime.DateOf(clock.GetUtcNow());
        DateOnly first = from ?? last.AddMonths(-1);
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(Actor);
        var rows = await (from decision in db.ExceptionsIn(first, last)
                          join authority in db.Organisations on decision.Authority equals authority.Id
                          where authorities.Contains(decision.Authority)
                          orderby decision.RecordedAt descending
                          select new { Decision = decision, authority.Name }).Take(most).ToListAsync(cancel);
        return new ExceptionRegisterPage(first, last, [.. rows.Select(r => new ExceptionLine(r.Decision, r.Name, ExceptionRegister.KindOf(r.Decision.TableRow, r.Decision.Overridden)!.Value))]);
    }
}

/// <summary>The exceptions of some days.</summary>
public sealed record ExceptionRegisterPage(DateOnly First, DateOnly Last, IReadOnlyList<ExceptionLine> Rows)
{
    public DateOnly? From => First;

    public DateOnly? To => Last;
}

/// <summary>One exception.</summary>
public sealed record ExceptionLine(GateDecision Decision, string Authority, ExceptionKind Kind)
{
    /// <summary>The officer's words: the exception's reason, the legal ground or the declaration.</summary>
    public string Reason { get; } = Decision.Asserted is { } asked ? asked.ExceptionReason ?? asked.LegalGround ?? asked.Declaration ?? "" : "";
}
