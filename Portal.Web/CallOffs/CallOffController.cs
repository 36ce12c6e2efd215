using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Fees;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.CallOffs;

/// <summary>One call-off and its individual placement agreement, as a page and as a PDF.</summary>
[Authorize(Policies.SignedIn)]
[Route("/call-offs/{callOffRef}")]
public sealed class CallOffController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string callOffRef, CancellationToken cancel) => View(await Read(callOffRef, cancel));

    [HttpGet("agreement")]
    public async Task<IActionResult> ReadAgreement(string callOffRef, CancellationToken cancel) => View("Agreement", await Read(callOffRef, cancel));

    [HttpGet("agreement.pdf")]
    public async Task<IActionResult> Pdf(string callOffRef, CancellationToken cancel) =>
        new PdfResult("/CallOffs/Agreement.cshtml", await Read(callOffRef, cancel), $"placement-agreement-{callOffRef}.pdf");

    private async Task<CallOffPage> Read(string callOffRef, CancellationToken cancel)
    {
        CallOff callOff = await db.ReadCallOff(Actor, callOffRef, cancel);
        OrganisationId[] parties = [callOff.Authority, callOff.Provider];
        Dictionary<OrganisationId, Organisation> organisations = await db.Organisations.AsNoTracking().Where(o => parties.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleAsync(h => h.Urn == callOff.HomeUrn, cancel);
        GateDecision decision = await db.GateDecisions.AsNoTracking().SingleAsync(d => d.Id == callOff.GateDecision, cancel);
        return new CallOffPage(callOff, organisations[callOff.Authority], organisations[callOff.Provider], home, decision, Actor.Organisation == callOff.Authority)
        {
            Terms = await db.AgreedTermsOf(callOff, cancel),
            Counted = await db.FrameworkCommitments.AsNoTracking().SingleOrDefaultAsync(c => c.CallOffRef == callOff.Ref, cancel),
        };
    }
}

/// <summary>The call-off with its parties, home and decision.</summary>
public sealed record CallOffPage(CallOff CallOff, Organisation Authority, Organisation Provider, ProviderHome Home, GateDecision Decision, bool OfAuthority)
{
    /// <summary>Notice, absence and retainer of the home's schedule when the place was called off; null off framework.</summary>
    public PriceTerms? Terms { get; init; }

    /// <summary>What it counts for against its framework's value; null off framework.</summary>
    public FrameworkCommitment? Counted { get; init; }

    /// <summary>The fee for one day, where the fee is weekly: a seventh, charged from the day of arrival, not the day of leaving (care-sector §1.3).</summary>
    public Money? Daily => CallOff.Unit == "week" ? new Money(Math.Round(CallOff.Price.Amount / 7m, 2, MidpointRounding.AwayFromZero)) : null;
}
