using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Offline;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>Whose card it is, and when the next is due.</summary>
internal static class CardClock
{
    private static readonly TimeOnly BeforeWork = new(6, 0);

    public static OrganisationId Id(StepContext step) => OrganisationId.From(Guid.Parse(step.Reference));

    public static Task<OrganisationId> Authority(StepContext step) => Task.FromResult(Id(step));

    public static async Task<string> Called(StepContext step) => $"good until the end of {LondonTime.Day((await Newest(step)).LastDay)}";

    /// <summary>6 in the morning of the first Monday after the card was issued.</summary>
    public static async Task<DateTimeOffset?> NextMonday(StepContext step)
    {
        DateOnly issued = (await Newest(step)).IssuedOn;
        int days = (((int)DayOfWeek.Monday - (int)issued.DayOfWeek + 6) % 7) + 1;
        return LondonTime.At(issued.AddDays(days), BeforeWork);
    }

    private static Task<OfflineCard> Newest(StepContext step) => step.Db.OfflineCardsOf(Id(step)).FirstAsync(step.Cancellation);
}
