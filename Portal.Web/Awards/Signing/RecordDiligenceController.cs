using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Outcomes;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Signing;

/// <summary>The look at a winner before signature: insurance, registration, exclusion.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/diligence/{party}")]
public sealed class RecordDiligenceController(PortalDb db, RecordDiligence record) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, OrganisationId party, CancellationToken cancel) => View(await Read(new AwardRef(tenderRef, part), party, new DiligenceForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, OrganisationId party, DiligenceForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, new AwardRef(tenderRef, part), new DueDiligence(party, form.Insured, form.Registered, form.NotExcluded, form.Evidence ?? "", "", default), cancel),
        then: () =>
        {
            Tell("What you found is kept.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(await Read(new AwardRef(tenderRef, part), party, form, cancel)));

    private async Task<DiligencePage> Read(AwardRef which, OrganisationId party, DiligenceForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, which.Tender, cancel);
        Award award = await db.LoadAward(tender.Id, which.Part, cancel);
        string name = award.Winners.FirstOrDefault(w => w.Bidder == party)?.BidderName ?? throw new NotFound("That winner");
        return new DiligencePage(which, tender.Title, name, [.. award.Diligence.Where(d => d.Bidder == party)], form)
        {
            Homes = await db.OnRegister(party, cancel),
        };
    }
}

/// <summary>The page: earlier looks and the form.</summary>
public sealed record DiligencePage(AwardRef Ref, string Title, string Supplier, IReadOnlyList<DueDiligence> Earlier, DiligenceForm Form)
{
    /// <summary>What the regulator's register says of the supplier's homes.</summary>
    public IReadOnlyList<HomeOnRegister> Homes { get; init; } = [];
}

/// <summary>What was found.</summary>
public sealed record DiligenceForm
{
    public bool Insured { get; init; }

    public bool Registered { get; init; }

    public bool NotExcluded { get; init; }

    public string? Evidence { get; init; }
}
