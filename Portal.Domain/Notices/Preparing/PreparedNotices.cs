using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>Finds the notices that people prepare.</summary>
public static class PreparedNotices
{
    extension(IQueryable<PreparedNotice> prepared)
    {
        /// <summary>The one that is being prepared, if any.</summary>
        public IQueryable<PreparedNotice> OpenOf(TenderId tender, NoticeKind kind) => prepared.Where(n => n.Tender == tender && n.Kind == kind && n.ReleaseId == null);
    }
}
