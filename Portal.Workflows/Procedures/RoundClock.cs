using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A re-opening round's moments and owner; its subject is <c>framework/WM-2026/round/1</c>.</summary>
internal static class RoundClock
{
    private static readonly TimeSpan ToSettle = TimeSpan.FromDays(28);

    public static async Task<OrganisationId> Lead(StepContext step)
    {
        string reference = Framework(step);
        return await step.Db.Frameworks.Where(f => f.Ref == reference).Select(f => f.Lead).SingleOrDefaultAsync(step.Cancellation);
    }

    public static async Task<DateTimeOffset?> Opens(StepContext step) => await Of(step).Select(r => (DateTimeOffset?)r.OpensAt).SingleAsync(step.Cancellation);

    public static async Task<DateTimeOffset?> Closes(StepContext step) => await Of(step).Select(r => (DateTimeOffset?)r.ClosesAt).SingleAsync(step.Cancellation);

    public static async Task<DateTimeOffset?> SettleBy(StepContext step) => await Closes(step) + ToSettle;

    public static Task<bool> AnybodyJoined(StepContext step) => Of(step).AnyAsync(r => r.Members.Any(m => m.Standing == RoundStanding.New), step.Cancellation);

    public static Task Move(StepContext step, RoundStage to) => step.Use<MoveRound>().Execute(Actor.Portal, Framework(step), Number(step), to, null, step.Cancellation);

    private static IQueryable<FrameworkRound> Of(StepContext step)
    {
        (string reference, int number) = (Framework(step), Number(step));
        return step.Db.FrameworkRounds.AsNoTracking().Where(r => r.FrameworkRef == reference && r.Number == number);
    }

    private static string Framework(StepContext step) => step.Subject.Split('/')[1];

    private static int Number(StepContext step) => int.Parse(step.Reference, CultureInfo.InvariantCulture);
}
