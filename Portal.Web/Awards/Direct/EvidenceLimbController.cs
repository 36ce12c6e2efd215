using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>One limb of a direct award's ground: the facts that show it, and where their proof is kept.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/direct-awards/{tenderRef}/limbs/{limb}")]
public sealed class EvidenceLimbController(PortalDb db, EvidenceLimb evidence) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string limb, CancellationToken cancel) => View(await Page(tenderRef, limb, null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string limb, EvidenceLimbForm form, CancellationToken cancel) => Try(
        act: () => evidence.Execute(Actor, tenderRef, limb, form.Facts!, form.Source!, cancel),
        then: () =>
        {
            Tell("The evidence is kept.");
            return Redirect(DirectAwardLinks.Page(tenderRef));
        },
        again: async () => View(await Page(tenderRef, limb, form, cancel)));

    private async Task<EvidenceLimbPage> Page(string tenderRef, string code, EvidenceLimbForm? form, CancellationToken cancel)
    {
        if (code == DirectAwardGround.LegalAnswer)
        {
            Actor.MustBe(Role.Legal);
        }

        (Tender tender, DirectAward direct) = code == DirectAwardGround.LegalAnswer
            ? await db.LoadDirectAward(Actor, tenderRef, cancel)
            : await db.LoadDirectAwardToChange(Actor, tenderRef, cancel);
        GroundLimb limb = direct.Ground.Limbs.FirstOrDefault(l => l.Code == code) ?? throw new NotFound("That limb");
        LimbEvidence? last = direct.EvidenceOf(limb);
        return new EvidenceLimbPage(tender.Ref, tender.Title, direct.Ground, limb, [.. direct.Evidence.Where(e => e.Limb == code)], form ?? new EvidenceLimbForm { Facts = last?.Facts, Source = last?.Source });
    }
}

/// <summary>The page: the limb, what was said before, and the form.</summary>
public sealed record EvidenceLimbPage(string Ref, string Title, DirectAwardGround Ground, GroundLimb Limb, IReadOnlyList<LimbEvidence> Earlier, EvidenceLimbForm Form);

/// <summary>What is typed.</summary>
public sealed record EvidenceLimbForm
{
    [Required(ErrorMessage = "Enter the facts that show it"), StringLength(DirectAward.LongestFacts, ErrorMessage = "At most 1,200 characters")]
    public string? Facts { get; init; }

    [Required(ErrorMessage = "Enter where the proof is kept"), StringLength(1000, ErrorMessage = "At most 1,000 characters")]
    public string? Source { get; init; }
}
