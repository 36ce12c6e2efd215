using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Fees;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Fees;

/// <summary>Fees waiting for a signature, soonest due first.</summary>
[Authorize(Policies.Buyers)]
[Route("/fees")]
public sealed class FeesController(PortalDb db, CatchUpFees catchUp) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, FeeStage? stage, string? after, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        return View(await FeesPage.Read(db, Actor, (q, stage, after), cancel));
    }

    [HttpPost("catch-up")]
    public async Task<IActionResult> CatchUp(CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        int asked = await catchUp.Execute(Actor, cancel);
        Tell(asked == 1 ? "1 fee is asked for." : string.Create(CultureInfo.InvariantCulture, $"{asked} fees are asked for."));
        return Redirect("/fees");
    }
}

/// <summary>The queue of fees.</summary>
public sealed record FeesPage(string? Q, FeeStage? Stage, PageOf<FeeRow> Found, int WithoutFee, bool MayCatchUp)
{
    public static async Task<FeesPage> Read(PortalDb db, Actor actor, (string? Q, FeeStage? Stage, string? After) asked, CancellationToken cancel)
    {
        DbSet<ProviderHome> homes = db.ProviderHomes;
        DbSet<Organisation> organisations = db.Organisations;
        FeeRow[] rows = await Filtered(db, actor, asked).OrderBy(f => f.DueAt).ThenBy(f => f.Asked.CallOffRef).Take(PageOf.Size + 1)
            .Select(f => new FeeRow
            {
                Id = f.Id,
                CallOff = f.Asked.CallOffRef,
                Home = homes.Where(h => h.Urn == f.Asked.HomeUrn).Select(h => h.Name).FirstOrDefault() ?? f.Asked.HomeUrn,
                Provider = organisations.Where(o => o.Id == f.Asked.Provider).Select(o => o.Name).FirstOrDefault() ?? "",
                Fee = f.Asked.Fee,
                Unit = f.Asked.Unit,
                Comparison = f.Comparison,
                Flags = f.Flags,
                Stage = f.Stage,
                DueAt = f.DueAt,
                Signers = f.Signers,
                Signed = f.Signatures.Select(s => s.Role).ToList(),
            })
            .ToArrayAsync(cancel);
        return new FeesPage(
            asked.Q,
            asked.Stage,
            PageOf.From(rows, r => $"{r.DueAt.ToString("O", CultureInfo.InvariantCulture)}|{r.CallOff}"),
            await db.CallOffsWithoutFee(actor).CountAsync(cancel),
            actor.Is(Role.Finance, Role.Commissioner, Role.RccCommissioner, Role.HeadOfService, Role.Director));
    }

    private static IQueryable<FeeApproval> Filtered(PortalDb db, Actor actor, (string? Q, FeeStage? Stage, string? After) asked)
    {
        IQueryable<FeeApproval> fees = db.FeesSeenBy(actor).AsNoTracking();
        fees = asked.Stage is { } stage ? fees.Where(f => f.Stage == stage) : fees.Where(f => f.Stage != FeeStage.Approved);
        if (SearchPattern.Containing(asked.Q) is { } pattern)
        {
            IQueryable<OrganisationId> providers = db.Organisations.Where(o => EF.Functions.Like(o.Name, pattern, SearchPattern.Escape)).Select(o => o.Id);
            fees = fees.Where(f => EF.Functions.Like(f.Asked.CallOffRef, pattern, SearchPattern.Escape) || EF.Functions.Like(f.Asked.HomeUrn, pattern, SearchPattern.Escape) || providers.Contains(f.Asked.Provider));
        }

        return asked.After?.Split('|') is [var due, var callOff] && DateTimeOffset.TryParse(due, CultureInfo.InvariantCulture, out DateTimeOffset at)
            ? fees.Where(f => f.DueAt > at || (f.DueAt == at && f.Asked.CallOffRef.CompareTo(callOff) > 0))
            : fees;
    }
}

/// <summary>One fee in the queue.</summary>
public sealed record FeeRow
{
    public required FeeApprovalId Id { get; init; }

    public required string CallOff { get; init; }

    public required string Home { get; init; }

    public required string Provider { get; init; }

    public required Money Fee { get; init; }

    public required string Unit { get; init; }

    public required FeeComparison Comparison { get; init; }

    public required IReadOnlyList<FeeFlag> Flags { get; init; }

    public required FeeStage Stage { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required IReadOnlyList<Role> Signers { get; init; }

    public required IReadOnlyList<Role> Signed { get; init; }

    /// <summary>Against the schedule, or the register where the home has no schedule price here.</summary>
    public decimal? Difference => (Comparison.Schedule ?? Comparison.Register) is { } held ? Fee.Amount - held.Amount : null;
}
