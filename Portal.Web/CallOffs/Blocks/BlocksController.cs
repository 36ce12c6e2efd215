using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs.Blocks;

/// <summary>Guaranteed places of the region, how many stand empty and what that costs; and the form that agrees more.</summary>
[Authorize(Policies.SignedIn)]
[Route("/call-offs/blocks")]
public sealed class BlocksController(AgreeBlock agree, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(bool ended, CancellationToken cancel) => Page(ended, new AgreeBlockForm(), cancel);

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Post(AgreeBlockForm form, CancellationToken cancel) => Try(
        act: () => agree.Execute(Actor, form.Request(), cancel),
        then: () =>
        {
            Tell("The block is agreed. Authorities of the region can take its places now.");
            return Redirect("/call-offs/blocks");
        },
        again: () => Page(false, form, cancel));

    private async Task<IActionResult> Page(bool ended, AgreeBlockForm form, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        List<BlockContract> blocks = await db.BlocksSeenBy(Actor).AsNoTracking().Where(b => ended ? b.To < today : b.To >= today).OrderBy(b => b.To).Take(PageOf.Size).ToListAsync(cancel);
        string[] urns = [.. blocks.Select(b => b.HomeUrn)];
        Dictionary<string, string> names = await db.ProviderHomes.Where(h => urns.Contains(h.Urn)).ToDictionaryAsync(h => h.Urn, h => h.Name, cancel);
        bool mayAgree = Actor.Is(Role.Commissioner, Role.RccCommissioner);
        List<Framework> run = mayAgree ? await db.Frameworks.AsNoTracking().Where(f => f.Stage == FrameworkStage.Live && (f.Lead == Actor.Organisation || f.Cooperative == Actor.Organisation)).OrderBy(f => f.Ref).ToListAsync(cancel) : [];
        Choice[] lots = [.. run.SelectMany(f => f.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice($"{f.Ref}/{l.Number}", $"{f.Ref}, lot {l.Number}: {l.Title}")))];
        return View("Blocks", new BlocksPage(ended, today, await db.WithUse(blocks, today, cancel), names, lots, form));
    }
}

/// <summary>Blocks with their use; the lots on which the reader may agree more.</summary>
public sealed record BlocksPage(bool Ended, DateOnly Today, IReadOnlyList<BlockUse> Blocks, IReadOnlyDictionary<string, string> Names, IReadOnlyList<Choice> Lots, AgreeBlockForm Form)
{
    private IEnumerable<BlockUse> Running => Blocks.Where(b => b.Block.InForceOn(Today));

    public int Places => Running.Sum(b => b.Block.Places);

    public int Taken => Running.Sum(b => b.Taken);

    public int Voids => Running.Sum(b => b.Voids);

    public int InNotice => Running.Sum(b => b.InNotice);

    /// <summary>What empty guaranteed places cost a week, where the blocks are priced by the week.</summary>
    public Money VoidCost => Running.Where(b => b.Block.Unit == "week").Aggregate(Money.Zero, (sum, b) => sum + b.VoidCost);
}

/// <summary>A block to agree.</summary>
public sealed record AgreeBlockForm
{
    [Required(ErrorMessage = "Choose the lot")]
    public string? Lot { get; init; }

    [Required(ErrorMessage = "Enter the home’s URN"), RegularExpression(@"^\s*(SC\d{6}|\d{7})\s*$", ErrorMessage = "A URN is SC and six figures, or seven figures")]
    public string? Urn { get; init; }

    [Required(ErrorMessage = "Enter how many places"), Range(1, 200, ErrorMessage = "Enter from 1 to 200 places")]
    public int? Places { get; init; }

    [Range(0, 100, ErrorMessage = "Enter a percentage from 0 to 100")]
    public decimal GuaranteePercent { get; init; } = 100m;

    [Range(0, 100, ErrorMessage = "Enter a percentage from 0 to 100")]
    public decimal? VoidRate { get; init; }

    [Required(ErrorMessage = "Enter the first day")]
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "Enter the last day")]
    public DateOnly? To { get; init; }

    public BlockRequest Request()
    {
        string[] lot = Lot!.Split('/', 2);
        return new BlockRequest(lot[0], lot.Length > 1 ? lot[1] : "", Urn!.Trim(), Places!.Value, GuaranteePercent, VoidRate, From!.Value, To!.Value);
    }
}
