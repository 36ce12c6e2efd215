using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>The gate's words as people read them on pages.</summary>
public static class GateWords
{
    private static readonly Dictionary<Duty, string> Duties = new()
    {
        [Duty.RccReview] = "The co-operative’s duty commissioner reviews the emergency",
        [Duty.HostNotified] = "Notify the authority where the home stands",
        [Duty.Ratified] = "Ratify, convert to a call-off, or plan a move",
        [Duty.LegalGround] = "File the legal ground",
        [Duty.QualityReview] = "Look at the home’s quality",
        [Duty.OnboardHome] = "The provider onboards the home",
        [Duty.Review28] = "Review the placement at 28 days",
        [Duty.Retest12Weeks] = "Test the placement against the frameworks again",
        [Duty.DailyReview] = "Look at the child’s safety every day",
        [Duty.RegulatorTold] = "Tell the regulator",
        [Duty.MovePlan] = "Make a plan to register the home or move the child",
    };

    public static string Status(Outcome outcome) => outcome switch
    {
        Outcome.Allow => "Allowed",
        Outcome.AllowWithApproval => "Awaiting approval",
        Outcome.Pending => "Pending",
        Outcome.Block => "Blocked",
        Outcome.AllowEmergency => "Emergency",
        Outcome.NecessityRecord => "Necessity recorded",
        _ => "Out of scope",
    };

    public static string Title(Outcome outcome) => outcome switch
    {
        Outcome.Allow => "This placement is allowed",
        Outcome.AllowWithApproval => "This placement needs approval",
        Outcome.Pending => "This placement has to wait for one more step",
        Outcome.Block => "This option is stopped",
        Outcome.AllowEmergency => "Place the child: allowed as an emergency",
        Outcome.NecessityRecord => "Recorded as necessity, not allowed",
        _ => "The gate does not apply; recorded",
    };

    public static string Of(Duty duty) => Duties[duty];

    public static string Of(ApproverRole office) => office switch
    {
        ApproverRole.DirectorOfChildrensServices => "Director of children’s services",
        ApproverRole.RccCommissioner => "Co-operative’s commissioner",
        ApproverRole.QaLead => "Quality lead",
        _ => GovWords.Of(office),
    };

    public static string Of(FollowUp duty) => duty switch
    {
        { DueAt: { } at } => Domain.Law.LondonTime.ForPeople(at),
        { DueOn: { } on, ByWorkingDay: { } day } => $"{Domain.Law.LondonTime.Day(on)} (working day {day})",
        { DueOn: { } on } => Domain.Law.LondonTime.Day(on),
        _ => "before the start",
    };

    public static IReadOnlyList<Choice> ServiceTypes { get; } = [.. Domain.Frameworks.ServiceTypes.Words.Select(w => new Choice(w.Key, w.Value))];
}
