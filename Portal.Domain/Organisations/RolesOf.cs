using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Which roles can be held in which kind of organisation: buyers do not bid, providers do not evaluate.</summary>
public static class RolesOf
{
    private static readonly Role[] Buying =
        [Role.Commissioner, Role.Evaluator, Role.Moderator, Role.Opener, Role.Legal, Role.Finance, Role.QaLead, Role.Administrator];

    public static IReadOnlyList<Role> Kind(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Provider or OrganisationKind.OwnProvider => [Role.ProviderBidder, Role.Administrator],
        OrganisationKind.Authority => [.. Buying, Role.PlacementOfficer, Role.Director, Role.HeadOfService, Role.NominatedOfficer],
        OrganisationKind.RegionalCooperative => [.. Buying, Role.RccCommissioner, Role.PlacementOfficer, Role.HeadOfService, Role.Director, Role.NominatedOfficer],
        OrganisationKind.NationalCooperative => [.. Buying, Role.NccAnalyst, Role.Director],
        _ => [Role.Evaluator, Role.Legal, Role.Finance, Role.QaLead, Role.Administrator],
    };

    /// <summary>Why these roles cannot be given there; empty when they can.</summary>
    public static IReadOnlyList<Reason> WhatBlocks(OrganisationKind kind, IReadOnlyCollection<Role> roles) =>
    [
        .. roles.Distinct().Except(Kind(kind)).Select(role => new Reason("ROLE_NOT_HERE", $"The role {role} cannot be held in an organisation of this kind. Choose one of the list.", Field: "Roles")),
    ];
}
