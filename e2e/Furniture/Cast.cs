using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Workflows.Engine;

namespace Portal.E2E.Furniture;

/// <summary>The people of a journey, each at a window of their own, and the portal they use.</summary>
public sealed class Cast(Chrome chrome, PortalApp portal, int width) : IAsyncDisposable
{
    private readonly Dictionary<string, (Actor Actor, Visitor Visitor)> people = [];
    private readonly List<Visitor> passers = [];
    private readonly Sights sights = new();

    public PortalApp Portal { get; } = portal;

    public OrganisationId Cooperative { get; private set; }

    public OrganisationId Authority { get; private set; }

    /// <summary>What each opener wrote down.</summary>
    public Dictionary<string, string> Passphrases { get; } = [];

    /// <summary>The journey's tender, once drafted.</summary>
    public string Ref { get; set; } = "";

    public async Task Gather()
    {
        Cooperative = await Portal.Organisation();
        Authority = await Portal.Organisation("E10000031", OrganisationKind.Authority, Cooperative);
    }

    /// <summary>The window of the named person, who joins with this role when first called; one who never runs scripts shows that the way through works without.</summary>
    public async Task<Visitor> Enter(string name, Role role, OrganisationId at, bool scripts = true)
    {
        if (!people.TryGetValue(name, out (Actor Actor, Visitor Visitor) known))
        {
            Actor actor = await Portal.Someone(at, role);
            known = (actor, await Visitor.At(chrome, Portal, width, actor, scripts, sights));
            people[name] = known;
        }

        return known.Visitor;
    }

    public Task<Visitor> Enter(string name, Role role) => Enter(name, role, Cooperative);

    /// <summary>Takes in, under this name, a person who has registered through the pages.</summary>
    public async Task<Visitor> TakeIn(string name, string email)
    {
        Actor actor = await Portal.WithDb(async db =>
        {
            Person person = await db.People.SingleAsync(p => p.Email == email);
            Membership place = person.Memberships.Single();
            Organisation organisation = await db.Organisations.SingleAsync(o => o.Id == place.Organisation);
            return new Actor(person.Id, person.Name, organisation.Id, organisation.Name, place.Roles.ToHashSet()) { Side = organisation.Side };
        });
        people[name] = (actor, await Visitor.At(chrome, Portal, width, actor, sights: sights));
        return people[name].Visitor;
    }

    public Actor ActorOf(string name) => people[name].Actor;

    public Visitor WindowOf(string name) => people[name].Visitor;

    /// <summary>A window of somebody who has not signed in.</summary>
    public async Task<Visitor> Public()
    {
        passers.Add(await Visitor.At(chrome, Portal, width, sights: sights));
        return passers[^1];
    }

    /// <summary>Lets procedures and post catch up with what has happened, as the portal does by itself within the minute.</summary>
    public Task CatchUp() => Portal.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(CancellationToken.None);

    /// <summary>What axe, the ruler and the links of every page that anybody passed gave cause to mend.</summary>
    public async Task<IReadOnlyList<string>> Faults()
    {
        Visitor[] all = [.. people.Values.Select(p => p.Visitor), .. passers];
        foreach (Visitor visitor in all)
        {
            await visitor.TryLinks();
        }

        return [.. all.SelectMany(v => v.Faults).Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Visitor visitor in people.Values.Select(p => p.Visitor).Concat(passers))
        {
            await visitor.DisposeAsync();
        }

        await Portal.DisposeAsync();
    }
}
