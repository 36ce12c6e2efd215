using Microsoft.AspNetCore.Authorization;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Who may: one named policy per role or group of roles. Ownership of a particular thing is checked by the use case that loads it.</summary>
public static class Policies
{
    /// <summary>Anybody with an account, whatever the role.</summary>
    public const string SignedIn = nameof(SignedIn);
    public const string Commissioners = nameof(Commissioners);
    public const string Evaluators = nameof(Evaluators);
    public const string Moderators = nameof(Moderators);
    public const string Openers = nameof(Openers);

    /// <summary>Openers, and legal officers who hold a recovery share.</summary>
    public const string KeyHolders = nameof(KeyHolders);
    public const string Legal = nameof(Legal);
    public const string Finance = nameof(Finance);
    public const string Providers = nameof(Providers);
    public const string PlacementOfficers = nameof(PlacementOfficers);
    public const string GateApprovers = nameof(GateApprovers);
    public const string QaLeads = nameof(QaLeads);
    public const string Analysts = nameof(Analysts);

    /// <summary>Administrators of any organisation, a provider's too: over their own people and connected systems only.</summary>
    public const string Administrators = nameof(Administrators);

    /// <summary>Administrators of the co-operative that runs the portal: procedures, failures and the portal's own state.</summary>
    public const string PortalOperators = nameof(PortalOperators);

    /// <summary>Whoever may be the second person to confirm a colleague’s roles.</summary>
    public const string SecondPeople = nameof(SecondPeople);

    /// <summary>Everybody who works on a tender on the buying side.</summary>
    public const string TenderTeam = nameof(TenderTeam);

    /// <summary>Everybody at an authority, co-operative or partner: anybody but a provider.</summary>
    public const string Buyers = nameof(Buyers);

    /// <summary>Buyers who may verify a provider.</summary>
    public const string Verifiers = nameof(Verifiers);

    /// <summary>Everybody concerned with fees and prices paid.</summary>
    public const string FeeReaders = nameof(FeeReaders);

    // Whoever bids is on none of the buying side's pages, whatever the role held there.
    private static readonly HashSet<string> EitherSide = [Providers, Administrators];

    private static readonly Dictionary<string, Role[]> Groups = new()
    {
        [Commissioners] = [Role.Commissioner, Role.RccCommissioner],
        [Evaluators] = [Role.Evaluator, Role.Moderator],
        [Moderators] = [Role.Moderator],
        [Openers] = [Role.Opener],
        [KeyHolders] = [Role.Opener, Role.Legal],
        [Legal] = [Role.Legal],
        [Finance] = [Role.Finance],
        [Providers] = [Role.ProviderBidder],
        [PlacementOfficers] = [Role.PlacementOfficer],
        [GateApprovers] = [Role.Director, Role.HeadOfService, Role.RccCommissioner, Role.NominatedOfficer],
        [QaLeads] = [Role.QaLead],
        [Analysts] = [Role.NccAnalyst],
        [Administrators] = [Role.Administrator],
        [SecondPeople] = [Role.Administrator, Role.Director],
        [PortalOperators] = [Role.Administrator],
        [Verifiers] = [Role.Administrator, Role.Commissioner, Role.RccCommissioner],
        [TenderTeam] = [Role.Commissioner, Role.RccCommissioner, Role.Evaluator, Role.Moderator, Role.Opener, Role.Legal, Role.Finance],
        [Buyers] = [.. Enum.GetValues<Role>().Where(r => r != Role.ProviderBidder)],
        [FeeReaders] = [Role.Finance, Role.Commissioner, Role.RccCommissioner, Role.HeadOfService, Role.Director],
    };

    /// <summary>The policies that ask for a role.</summary>
    public static IEnumerable<string> OfRoles => Groups.Keys;

    /// <summary>Whether a policy lets this actor in, by role and by the side that the organisation stands on; null for a policy that asks something else.</summary>
    public static bool? LetsIn(string policy, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Groups.TryGetValue(policy, out Role[]? roles) ? actor.Is(roles) && StandsRight(policy, actor) : null;
    }

    public static void Add(IServiceCollection services)
    {
        AuthorizationBuilder authorization = services.AddAuthorizationBuilder();
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        authorization.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (string name in Groups.Keys)
        {
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => Holds(asked, name)));
        }
    }

    private static async Task<bool> Holds(AuthorizationHandlerContext asked, string policy) =>
        asked.Resource is HttpContext context
        && await context.RequestServices.GetRequiredService<CurrentActor>().Load(asked.User) is { } actor
        && LetsIn(policy, actor) == true;

    private static bool StandsRight(string policy, Actor actor) =>
        policy == PortalOperators ? actor.IsOperator : EitherSide.Contains(policy) || actor.IsOnBuyingSide;
}
