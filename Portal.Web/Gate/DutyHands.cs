using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;

namespace Portal.Web.Gate;

/// <summary>Who acts on each follow-up duty, so that nobody's list is full of what others do.</summary>
public static class DutyHands
{
    /// <summary>The duties on which these roles act.</summary>
    public static Duty[] Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. Enum.GetValues<Duty>().Where(duty => actor.Is([.. For(duty)]))];
    }

    /// <summary>The roles that act on a duty.</summary>
    public static IReadOnlyList<Role> For(Duty duty) => duty switch
    {
        Duty.RccReview => [Role.RccCommissioner],
        Duty.Ratified => [Role.Director, Role.HeadOfService],
        Duty.LegalGround => [Role.Legal],
        Duty.QualityReview => [Role.QaLead],
        _ => [Role.PlacementOfficer],
    };
}
