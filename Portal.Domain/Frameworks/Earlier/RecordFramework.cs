using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>An agreement concluded before the portal, as its notice and contract say.</summary>
public sealed record EarlierFramework
{
    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required FrameworkForm Form { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public DateOnly? MayExtendTo { get; init; }

    public required Money EstimatedValue { get; init; }

    public Money Used { get; init; }

    public bool RegisterClause { get; init; }

    public bool PendingHomesAllowed { get; init; }
}

/// <summary>A region, or the national co-operative, brings in a framework that it runs already; it goes live when its lots are recorded.</summary>
public sealed class RecordFramework(PortalDb db)
{
    public async Task<Framework> Execute(Actor actor, EarlierFramework earlier, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Organisation cooperative = await db.CooperativeOf(actor, stop);
        if (await db.Frameworks.AnyAsync(f => f.Ref == earlier.Ref, stop))
        {
            throw new RuleBroken("REF_TAKEN", $"There is a framework {earlier.Ref} already. Choose another reference.", field: "Ref");
        }

        Framework framework = Framework.Open(
            earlier.Ref,
            earlier.Title,
            cooperative.Kind == OrganisationKind.NationalCooperative ? FrameworkLevel.National : FrameworkLevel.Regional,
            actor.Organisation,
            cooperative.Id,
            earlier.StartsOn,
            earlier.EndsOn,
            earlier.EstimatedValue,
            null,
            earlier.RegisterClause);
        framework.SetTerms(earlier.Form, earlier.MayExtendTo, earlier.PendingHomesAllowed);
        framework.BringForward(earlier.Used);
        db.Add(framework);
        await db.Save(actor, stop);
        return framework;
    }
}
