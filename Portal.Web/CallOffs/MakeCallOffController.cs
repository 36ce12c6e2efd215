using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs;

/// <summary>Calls a place off on a gate decision that allows it.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/call-offs/new")]
public sealed class MakeCallOffController(MakeCallOff make, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(GateDecisionId decision, CancellationToken cancel) =>
        Page(decision, new MakeCallOffForm { From = LondonTime.DateOf(clock.GetUtcNow()) }, cancel);

    [HttpPost]
    public async Task<IActionResult> Post(GateDecisionId decision, MakeCallOffForm form, CancellationToken cancel)
    {
        CallOff? made = null;
        return await Try(
            act: async () => made = await make.Execute(Actor, form.Request(decision), cancel),
            then: () =>
            {
                Tell("The place is called off. The placement agreement is ready.");
                return Redirect($"/call-offs/{made!.Ref}");
            },
            again: () => Page(decision, form, cancel));
    }

    private async Task<IActionResult> Page(GateDecisionId id, MakeCallOffForm form, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(Actor, id, cancel);
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == decision.HomeUrn, cancel);
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        List<BlockContract> blocks = await db.BlocksSeenBy(Actor).AsNoTracking().Where(b => b.HomeUrn == decision.HomeUrn && b.To >= today).ToListAsync(cancel);
        return View("MakeCallOff", new MakeCallOffPage(decision, home, form)
        {
            Blocks = [.. (await db.WithUse(blocks, today, cancel)).Where(b => b.Free > 0)],
            Running = await db.RunningOnReferralOf(decision, cancel),
            Scrutiny = await db.Scrutinies.AsNoTracking().SingleOrDefaultAsync(s => s.Line == decision.Line && s.View != null, cancel),
        });
    }
}

/// <summary>The decision and what is still asked.</summary>
public sealed record MakeCallOffPage(GateDecision Decision, ProviderHome? Home, MakeCallOffForm Form)
{
    /// <summary>Blocks of the region in this home that have a place free.</summary>
    public IReadOnlyList<BlockUse> Blocks { get; init; } = [];

    /// <summary>The price is for an hour or a session, so their number is asked for.</summary>
    public bool AsksUnits => PlacementValue.UnitsPerWeek(Decision.Unit) is null;

    /// <summary>Placements of the same referral that run.</summary>
    public IReadOnlyList<CallOff> Running { get; init; } = [];

    public IEnumerable<Choice> Replacing =>
    [
        .. Running.Select(c => new Choice(c.Ref, $"Yes, the child moves from home {c.HomeUrn}", $"{c.Ref}, from {LondonTime.Day(c.From)}. Record its end once the child has left")),
        new("none", "No, it is for a brother or sister", "Send a referral of their own; nothing is called off on this one"),
    ];

    /// <summary>The independent view on the placement, when one was given.</summary>
    public Scrutiny? Scrutiny { get; init; }

    public bool OnFramework => Decision.TableRow is "C1" or "C2" or "C4";

    public IEnumerable<Choice> Ways =>
    [
        new("DirectAward", "Directly, by the framework’s mechanism", "Of the offers that fit, the lowest schedule price"),
        new("FurtherCompetition", "By further competition", "Of the offers that fit, the lowest price offered; the window has closed"),
        .. Blocks.Select(b => new Choice($"BlockPlace {b.Block.Id.Value}", $"A block place of {b.Block.Ref}", $"{b.Free} of {b.Block.Places} free, {b.Block.PlacePrice} a {b.Block.Unit}")),
    ];
}

/// <summary>First day, expected length, how the place was chosen, and who else of the family lives there.</summary>
public sealed record MakeCallOffForm
{
    [Required(ErrorMessage = "Enter the first day")]
    public DateOnly? From { get; init; }

    [Range(0, 5200, ErrorMessage = "Enter a number of weeks")]
    public decimal? Weeks { get; init; }

    /// <summary>A route, for a block with its id; empty: as the offers show.</summary>
    [StringLength(60)]
    public string? Way { get; init; }

    [StringLength(2000)]
    public string? ChosenBecause { get; init; }

    [StringLength(60)]
    public string? SiblingReference { get; init; }

    /// <summary>Hours or sessions a week, where the price is for one.</summary>
    [Range(0.01, 168, ErrorMessage = "Enter how many a week, from 0.01 to 168")]
    public decimal? UnitsPerWeek { get; init; }

    /// <summary>The running call-off whose place this one takes.</summary>
    [StringLength(60)]
    public string? Replaces { get; init; }

    public CallOffRequest Request(GateDecisionId decision)
    {
        string[] way = Way?.Split(' ') ?? [];
        return new CallOffRequest(decision, From!.Value, null, Weeks)
        {
            Route = way.Length > 0 && Enum.TryParse(way[0], out CallOffRoute route) ? route : null,
            Block = way.Length > 1 && Guid.TryParse(way[1], out Guid block) ? BlockContractId.From(block) : null,
            ChosenBecause = ChosenBecause,
            Replaces = Replaces,
            UnitsPerWeek = UnitsPerWeek,
            SiblingReference = string.IsNullOrWhiteSpace(SiblingReference) ? null : SiblingReference.Trim(),
        };
    }
}
