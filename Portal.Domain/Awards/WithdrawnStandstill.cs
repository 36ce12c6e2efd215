using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>Finds the standstills that were public and no longer run: a calendar that took them has to take them back, which leaving them out does not do (RFC 5545).</summary>
public static class WithdrawnStandstill
{
    private static readonly string[] Beginnings = ["tender.standstillBegan", "award.standstillBegan"];

    extension(PortalDb db)
    {
        /// <summary>One of every award whose newest standstill was withdrawn, by itself or with its lots or the whole procurement.</summary>
        public async Task<IReadOnlyList<AwardStandstill>> WithdrawnStandstills(Tender tender, IReadOnlyList<Award> awards, CancellationToken stop)
        {
            HashSet<int> running = [.. AwardStandstill.Of(tender, awards).Select(s => s.Part)];
            List<AwardStandstill> withdrawn = [];
            foreach (Award award in awards.Where(a => !running.Contains(a.Part)))
            {
                DateTimeOffset? stated = award.IsAnnounced ? award.Announced!.At : award.NoticePublishedAt;
                if (award.StandstillEnd(tender) is { } last && stated is { } since)
                {
                    withdrawn.Add(Of(tender, award, (StandstillPeriod.Beginning(since).FirstDay, last), award.Round));
                }
                else if (award.Fallen.Count > 0 && await db.BeganAt(award, stop) is { } began)
                {
                    StandstillPeriod period = StandstillPeriod.Beginning(began);
                    withdrawn.Add(Of(tender, award, (period.FirstDay, period.LastDay), award.Round - 1));
                }
            }

            return withdrawn;
        }

        // A re-opened award forgets its notice; when its last standstill began the log still knows.
        private async Task<DateTimeOffset?> BeganAt(Award award, CancellationToken stop) => await db.LogEntries.AsNoTracking()
            .Where(e => e.Subject == award.Subject && Beginnings.Contains(e.Action)).OrderByDescending(e => e.Row).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop);
    }

    private static AwardStandstill Of(Tender tender, Award award, (DateOnly First, DateOnly Last) days, int round) => new(
        award.Part,
        tender.HasLotsApart ? tender.PartInWords(award.Part) : null,
        days.First,
        days.Last,
        new[] { tender.Cancelled?.At, tender.LotsEnded.Max(l => l.Ended?.At), award.Fallen.Max(f => (DateTimeOffset?)f.At) }.Max() ?? award.NoticePublishedAt ?? tender.DraftedAt,
        (AwardStandstill.RevisionsOfRound * round) - 1)
    {
        Withdrawn = true,
    };
}
