using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.E2E.Furniture;

/// <summary>The people of a journey, each at a window of their own, and the portal they use.</summary>
public sealed class Cast(Chrome chrome, PortalApp portal, int width) : IAsyncDisposable
{
    private readonly Dictionary<string, (Actor Actor, Visitor Visitor)> people = [];

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

    /// <summary>The window of the named person, who joins with this role when first called.</summary>
    public async Task<Visitor> Enter(string name, Role role, OrganisationId at)
    {
        if (!people.TryGetValue(name, out (Actor Actor, Visitor Visitor) known))
        {
            Actor actor = await Portal.Someone(at, role);
            known = (actor, await Visitor.At(chrome, Portal, width, actor));
            people[name] = known;
        }

        return known.Visitor;
    }

    public Task<Visitor> Enter(string name, Role role) => Enter(name, role, Cooperative);

    public Actor ActorOf(string name) => people[name].Actor;

    public Task<Visitor> Public() => Visitor.At(chrome, Portal, width);

    public IEnumerable<string> Faults() => people.Values.SelectMany(p => p.Visitor.Faults).Distinct();

    public async ValueTask DisposeAsync()
    {
        foreach ((_, Visitor visitor) in people.Values)
        {
            await visitor.DisposeAsync();
        }

        await Portal.DisposeAsync();
    }
}
