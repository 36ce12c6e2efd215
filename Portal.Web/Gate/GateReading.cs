using Portal.Domain.Gate.Deciding;

namespace Portal.Web.Gate;

/// <summary>A gate answer in the order in which people read it: what decided, the table's row, then what else is true.</summary>
public static class GateReading
{
    /// <summary>What decided: the table's row, unless a modifier changed the outcome; an allowed placement is allowed by its row, whatever it had to wait for.</summary>
    public static GateReason Deciding(this GateAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Outcome == Outcome.Pending ? Changing(answer) : answer.Reasons[0];
    }

    /// <summary>The next step of what is decisive, also where the words lead with the row; what was asked for and given is asked for no more.</summary>
    public static string NextStep(this GateAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer is { Outcome: Outcome.Allow, RequiredApprovals.Count: > 0 } ? "Every approval is given: call the place off." : Changing(answer).NextStep;
    }

    /// <summary>All reasons, those that decided first.</summary>
    public static IEnumerable<GateReason> ForReading(this GateAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        GateReason[] leading = [.. new[] { answer.Deciding(), answer.Reasons[0] }.Distinct()];
        return [.. leading, .. answer.Reasons.Except(leading)];
    }

    private static GateReason Changing(GateAnswer answer) => answer.Reasons.LastOrDefault(r => r.Rule == answer.Decisive) ?? answer.Reasons[0];
}
