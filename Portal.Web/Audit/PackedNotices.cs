using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Web.Notices;
using Portal.Web.Printing;

namespace Portal.Web.Audit;

/// <summary>The published notices of a tender as an audit pack holds them: each OCDS release byte for byte, the same as people read it, and a list with the numbers that the national platform returned (A14, B1-04).</summary>
public sealed class PackedNotices(PortalDb db, ViewText text, IServiceProvider services)
{
    private const string View = "/Notices/NoticeLetter.cshtml";

    /// <summary>Name and content of every file, in the order of the notices; none where nothing was published.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Content)>> Of(string tender, CancellationToken cancel)
    {
        List<Notice> published = await db.Notices.AsNoTracking().Where(n => n.TenderRef == tender).OrderBy(n => n.Row).ToListAsync(cancel);
        if (published.Count == 0)
        {
            return [];
        }

        List<(string Name, byte[] Content)> files = [("notices/list.csv", Bytes(Listing(published)))];
        foreach (Notice notice in published)
        {
            files.Add(($"notices/{notice.ReleaseId}.json", Bytes(notice.ReleaseJson)));
            files.Add(($"notices/{notice.ReleaseId}.html", Bytes(await Page(notice, cancel))));
        }

        return files;
    }

    private async Task<string> Page(Notice notice, CancellationToken cancel)
    {
        NoticePage page = await NoticePage.Read(db, notice.TenderRef, notice.ReleaseId, cancel);
        DefaultHttpContext context = new() { RequestServices = services };
        return await text.Letter(new ActionContext(context, new RouteData(), new ActionDescriptor()), View, page);
    }

    private static string Listing(List<Notice> published) => string.Concat(published.Select(Line).Prepend("release,notice,title,published,ocid,nationalNumber,nationalOcid,delivery,sha256\n"));

    private static string Line(Notice notice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{notice.ReleaseId},{NoticeWords.Of(notice.Kind).Number},\"{notice.Title.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{notice.PublishedAt.UtcDateTime:O},{notice.Ocid},{notice.NationalNumber},{notice.NationalOcid},{notice.Delivery},{Sha256.Of(notice.ReleaseJson)}\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
