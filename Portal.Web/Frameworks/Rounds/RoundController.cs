using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Rounds;

/// <summary>One round: its window and stage, and what becomes of each provider on each lot.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/{frameworkRef}/rounds/{number:int}")]
public sealed class RoundController(PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, int number, CancellationToken cancel) => Page(frameworkRef, number, new RoundMemberForm(), cancel);

    [HttpPost("members")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Settle([FromServices] SettleRoundMember settle, string frameworkRef, int number, RoundMemberForm form, CancellationToken cancel) => Try(
        act: () => settle.Execute(Actor, frameworkRef, number, form.ToEntry(), cancel),
        then: () => Back(frameworkRef, number, "The member’s standing is recorded."),
        again: () => Page(frameworkRef, number, form, cancel));

    [HttpPost("stage")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Move([FromServices] MoveRound move, string frameworkRef, int number, MoveRoundForm change, CancellationToken cancel) => Try(
        act: () => move.Execute(Actor, frameworkRef, number, change.To!.Value, change.Reason, cancel),
        then: () => Back(frameworkRef, number, "The round has moved on."),
        again: () => Page(frameworkRef, number, new RoundMemberForm(), cancel));

    private RedirectResult Back(string frameworkRef, int number, string told)
    {
        Tell(told);
        return Redirect($"{FrameworkLinks.Of(frameworkRef)}/rounds/{number}");
    }

    private async Task<IActionResult> Page(string frameworkRef, int number, RoundMemberForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        FrameworkRound round = await db.LoadRound(frameworkRef, number, cancel);
        bool manages = (Actor.Organisation == framework.Lead || Actor.Organisation == framework.Cooperative) && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        bool provider = await db.Organisations.AnyAsync(o => o.Id == Actor.Organisation && (o.Kind == OrganisationKind.Provider || o.Kind == OrganisationKind.OwnProvider), cancel);
        List<Admission> admissions = await db.Admissions.AsNoTracking().Where(a => a.Framework == framework.Id && (!provider || a.Provider == Actor.Organisation)).ToListAsync(cancel);
        OrganisationId[] ids = [.. admissions.Select(a => a.Provider).Concat(round.Members.Select(m => m.Provider)).Distinct()];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return View("Round", new RoundPage(framework, round, RoundPage.Lines(round, admissions, names), manages, form));
    }
}

/// <summary>The round as its page shows it; a provider sees its own lines only.</summary>
public sealed record RoundPage(Framework Framework, FrameworkRound Round, IReadOnlyList<RoundLine> Members, bool Manages, RoundMemberForm Form)
{
    public bool MaySettle => Manages && Round.Stage is RoundStage.Open or RoundStage.Closed;

    public MoveRoundForm Change { get; } = new();

    /// <summary>The verbs that the round's stage leaves open, with what a button says.</summary>
    public IReadOnlyList<(RoundStage To, string Label)> Next => (Manages, Round.Stage) switch
    {
        (true, RoundStage.Announced) => [(RoundStage.Open, "Open the round")],
        (true, RoundStage.Open) => [(RoundStage.Closed, "Close the round")],
        (true, RoundStage.Closed) => [(RoundStage.Completed, "Complete the round")],
        _ => [],
    };

    public static IReadOnlyList<RoundLine> Lines(FrameworkRound round, IReadOnlyList<Admission> admissions, Dictionary<OrganisationId, string> names) =>
    [
        .. admissions
            .Select(a => new { a.LotNumber, a.Provider, a.Status, Member = round.Members.FirstOrDefault(m => m.LotNumber == a.LotNumber && m.Provider == a.Provider) })
            .Where(a => a.Member is not null || a.Status != AdmissionStatus.Left)
            .Select(a => new RoundLine(a.LotNumber, a.Provider, names.GetValueOrDefault(a.Provider, ""), a.Member))
            .OrderBy(l => l.Lot, StringComparer.Ordinal).ThenBy(l => l.Name, StringComparer.Ordinal),
    ];
}

/// <summary>One provider on one lot in the round.</summary>
public sealed record RoundLine(string Lot, OrganisationId Provider, string Name, RoundMember? Member);

/// <summary>What becomes of a member.</summary>
public sealed record RoundMemberForm
{
    [Required(ErrorMessage = "Choose the member")]
    public string? Member { get; init; }

    [Required(ErrorMessage = "Say what becomes of it")]
    public RoundStanding? Standing { get; init; }

    [Required(ErrorMessage = "Say why, or what changed"), StringLength(2000)]
    public string? Words { get; init; }

    public RoundEntry ToEntry() => Member!.Split('|') is [var lot, var id] && Guid.TryParse(id, out Guid provider)
        ? new RoundEntry(lot, OrganisationId.From(provider), Standing!.Value, Words!)
        : throw new RuleBroken("MEMBER", "Choose the member from the list.", field: "Member");
}

/// <summary>The round's next stage.</summary>
public sealed record MoveRoundForm
{
    [Required(ErrorMessage = "Choose the next stage")]
    public RoundStage? To { get; init; }

    [StringLength(2000)]
    public string? Reason { get; init; }
}
