using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>Which of the portal's roles holds which approving office of the gate.</summary>
public static class Offices
{
    public static Role RoleFor(ApproverRole office) => office switch
    {
        ApproverRole.NominatedOfficer => Role.NominatedOfficer,
        ApproverRole.HeadOfService => Role.HeadOfService,
        ApproverRole.DirectorOfChildrensServices => Role.Director,
        ApproverRole.RccCommissioner => Role.RccCommissioner,
        ApproverRole.Finance => Role.Finance,
        ApproverRole.Legal => Role.Legal,
        _ => Role.QaLead,
    };

    public static bool Holds(Actor actor, ApproverRole office) => actor.Is(RoleFor(office));
}
