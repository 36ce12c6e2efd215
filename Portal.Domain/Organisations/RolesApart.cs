using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Which roles are in different hands unless two people agree: who asks, who approves, who checks the money, who judges and who holds the keys (care-sector §5).</summary>
public static class RolesApart
{
    private static readonly Role[] Asking = [Role.Commissioner, Role.RccCommissioner, Role.PlacementOfficer];
    private static readonly Role[] Approving = [Role.Director, Role.HeadOfService, Role.NominatedOfficer];

    private static readonly HashSet<(Role, Role)> Pairs =
    [
        .. Asking.SelectMany(asks => Approving.Select(approves => (asks, approves))),
        .. Asking.Concat(Approving).Select(r => (r, Role.Finance)),
        .. Asking.Concat([Role.Evaluator, Role.Moderator]).Select(r => (r, Role.Opener)),
        .. Asking.Select(r => (r, Role.Legal)),
        (Role.Evaluator, Role.Moderator),
        (Role.Administrator, Role.Opener),
        (Role.Administrator, Role.Legal),
        (Role.Administrator, Role.Finance),
    ];

    /// <summary>The pairs among these roles that should be apart.</summary>
    public static IReadOnlyList<(Role One, Role Other)> In(IReadOnlyCollection<Role> roles) => [.. Pairs.Where(p => roles.Contains(p.Item1) && roles.Contains(p.Item2)).Select(p => (p.Item1, p.Item2))];
}
