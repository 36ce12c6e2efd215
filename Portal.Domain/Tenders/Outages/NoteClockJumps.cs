using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Outages;

/// <summary>Writes every jump of the machine's clock, ahead or back, into the log of the portal and into the story of each tender that still awaits a deadline or an opening (D1-08).</summary>
public sealed class NoteClockJumps(PortalDb db, ClockWatch watch, TimeProvider clock)
{
    private static readonly TenderStage[] AtStake = [TenderStage.Requesting, TenderStage.Shortlisting, TenderStage.Open, TenderStage.Closed, TenderStage.Negotiating];

    public async Task Execute(CancellationToken stop = default)
    {
        watch.Look();
        IReadOnlyList<ClockJump> jumps = watch.TakeUnnoted();
        if (jumps.Count == 0)
        {
            return;
        }

        try
        {
            string[] subjects = ["portal/clock", .. await db.Tenders.Where(t => AtStake.Contains(t.Stage)).OrderBy(t => t.Ref).Select(t => "tender/" + t.Ref).ToListAsync(stop)];
            foreach ((ClockJump jump, string subject) in jumps.SelectMany(jump => subjects.Select(subject => (jump, subject))))
            {
                db.Note(Actor.Portal, "clock.jumped", subject, new { where = jump.By > TimeSpan.Zero ? "ahead" : "back", by = InWords(jump.By.Duration()), jump.From, jump.To }, clock.GetUtcNow());
            }

            await db.Save(Actor.Portal, stop);
        }
        catch
        {
            watch.PutBack(jumps);
            throw;
        }
    }

    private static string InWords(TimeSpan by) => string.Join(
        ' ',
        new[] { (Math.Floor(by.TotalDays), "day"), (by.Hours, "hour"), (by.Minutes, "minute"), (by.Seconds, "second") }
            .Where(part => part.Item1 > 0).Select(part => $"{part.Item1:0} {part.Item2}{(part.Item1 == 1 ? "" : "s")}"));
}
