using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A line of gate decisions: its owner, the approvals it still needs, and when its duties fall due.</summary>
internal static class GateClock
{
    private static readonly TimeOnly EndOfWork = new(17, 0);

    public static async Task<OrganisationId> Authority(StepContext step) => (await Latest(step)).Authority;

    /// <summary>A placement by its home and price: messages go out by e-mail, so they never name the child.</summary>
    public static async Task<string> Called(StepContext step)
    {
        GateDecision latest = await Latest(step);
        string? home = await step.Db.ProviderHomes.Where(h => h.Urn == latest.HomeUrn).Select(h => h.Name).SingleOrDefaultAsync(step.Cancellation);
        return $"{home ?? latest.HomeUrn ?? "a home that is not listed"}, {latest.Price} a {latest.Unit}, asked by {latest.RequesterName}";
    }

    /// <summary>One branch for each approval that is still missing: <c>gateLine/…/approval/Director-Price</c>.</summary>
    public static async Task<IReadOnlyList<string>> ApprovalsNeeded(StepContext step)
    {
        GateDecision latest = await Latest(step);
        return latest.Outcome is Outcome.Pending or Outcome.AllowWithApproval
            ? [.. latest.Answer.RequiredApprovals.Where(a => !a.Given).Select(a => $"{step.Subject}/approval/{a.Role}-{a.Purpose}").Distinct()]
            : [];
    }

    /// <summary>The end of the next working day after the line began.</summary>
    public static async Task<DateTimeOffset?> ApproveBy(StepContext step) =>
        LondonTime.At(UkWorkingDays.Held.After(LondonTime.DateOf((await Latest(step)).RecordedAt), 1), EndOfWork);

    public static Due DueOf(Duty duty) => step => Duties(step, duty).Select(d => d.DueBy).FirstOrDefaultAsync(step.Cancellation);

    public static Applies Owes(Duty duty) => step => Duties(step, duty).AnyAsync(step.Cancellation);

    private static IQueryable<FollowUpDuty> Duties(StepContext step, Duty duty)
    {
        GateDecisionId line = Line(step);
        return step.Db.FollowUpDuties.AsNoTracking().Where(d => d.Line == line && d.What == duty);
    }

    private static Task<GateDecision> Latest(StepContext step)
    {
        GateDecisionId line = Line(step);
        return step.Db.GateDecisions.AsNoTracking().Where(d => d.Line == line).OrderByDescending(d => d.Number).FirstAsync(step.Cancellation);
    }

    private static GateDecisionId Line(StepContext step) => GateDecisionId.From(Guid.Parse(step.Subject.Split('/')[1]));
}
