using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;

namespace Portal.Domain.Notices.Duties;

/// <summary>Which of its tender's awards a notice tells of: the log entry from which it was made names it.</summary>
internal static class NoticeParts
{
    extension(PortalDb db)
    {
        /// <summary>By the notice's row; a notice of no award apart is left out.</summary>
        public async Task<Dictionary<long, int>> PartsOf(IReadOnlyList<Notice> notices, CancellationToken cancellation)
        {
            long[] made = [.. notices.Where(n => n.Kind is NoticeKind.ContractAward or NoticeKind.ContractDetails).Select(n => n.MadeFrom).OfType<long>()];
            if (made.Length == 0)
            {
                return [];
            }

            Dictionary<long, string> apart = await db.LogEntries.AsNoTracking().Where(e => made.Contains(e.Row) && e.Subject.Contains("/award/")).ToDictionaryAsync(e => e.Row, e => e.Subject, cancellation);
            return notices.Where(n => n.MadeFrom is { } row && apart.ContainsKey(row)).ToDictionary(n => n.Row, n => AwardRef.OfSubject(apart[n.MadeFrom!.Value]).Part);
        }
    }
}
