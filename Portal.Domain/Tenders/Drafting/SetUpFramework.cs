using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Says what framework the tender sets up, or that it sets up none.</summary>
public sealed class SetUpFramework(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, FrameworkTerms? terms, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        if (terms is not null && await db.Frameworks.AnyAsync(f => f.Ref == terms.Ref && f.Form == FrameworkForm.Closed && f.TenderRef != tenderRef, stop))
        {
            throw new RuleBroken("CLOSED_FORM", $"Framework {terms.Ref} is closed: its notice promised that nobody joins it. Choose another reference.", "A8-07", "FrameworkRef");
        }

        tender.SetUpFramework(terms);
        await db.Save(actor, stop);
    }
}
