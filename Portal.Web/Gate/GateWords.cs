using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>The gate's words as people read them on pages.</summary>
public static class GateWords
{
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

    /// <summary>A recorded decision's status: its outcome, unless the authority no longer asks.</summary>
    public static string Status(GateDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.IsWithdrawn ? "Withdrawn" : Status(decision.Outcome);
    }

    public static string Status(GateAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.IsWithdrawn ? "Withdrawn" : Status(answer.Outcome);
    }

    public static string Title(GateAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.IsWithdrawn ? "This request was withdrawn" : Title(answer.Outcome);
    }

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

    public static string Of(Duty duty) => duty.InWords();

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
