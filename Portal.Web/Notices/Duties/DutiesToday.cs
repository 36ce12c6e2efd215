using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Duties;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Duties;

/// <summary>Notices that fall due in the next two weeks, and those that were missed.</summary>
public sealed class DutiesToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int AtMost = 10;

    public string Heading => "What must be published";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        IReadOnlyList<DutyLine> duties = await db.NoticeDutiesOf(actor.Organisation, clock.GetUtcNow(), cancel);
        return [.. duties.Where(d => d.IsPressing).Take(AtMost).Select(Item)];
    }

    private static TodayItem Item(DutyLine duty) => new(
        $"Publish {duty.Words.Number} {duty.Words.Title.ToLowerInvariant()} of {duty.TenderRef}{(duty.Subject.Length == 0 ? "" : $", {duty.Subject.ToLowerInvariant()}")}",
        $"/tenders/{duty.TenderRef}/notices/preview/{duty.Words.Code}",
        duty.Due is { } last ? LondonTime.StartOfDay(last.AddDays(1)) : null,
        duty.State == DutyState.Overdue ? "Overdue" : "Due soon",
        duty.Why);
}
