namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Keeps the links to documents; nothing is fetched from them.</summary>
internal static class NoticeDocuments
{
    public static IReadOnlyList<NoticeDocument> Of(NoticeNode release) =>
    [
        .. release["tender"]["documents"].Items().SelectMany(One),
        .. release["planning"]["documents"].Items().SelectMany(One),
        .. release["awards"].Items().SelectMany(a => a["documents"].Items().SelectMany(One)),
        .. release["contracts"].Items().SelectMany(c => c["documents"].Items().SelectMany(One)),
    ];

    private static IEnumerable<NoticeDocument> One(NoticeNode document)
    {
        string? url = document["url"].Text(2000);
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? link) || link.Scheme is not ("http" or "https"))
        {
            document["url"].Left<string>("Not a link to a web address.");
            yield break;
        }

        yield return new NoticeDocument(
            document["id"].Text(),
            document["title"].Text() ?? document["description"].Text(),
            document["documentType"].Text() ?? document["noticeType"].Text(),
            link,
            document["format"].Text());
    }
}
