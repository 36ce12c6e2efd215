using Portal.Domain.Notices;

namespace Portal.Web.Notices.Delivering;

/// <summary>The publisher of a portal without a connection: each release becomes a file that an eSender can take from the folder.</summary>
public sealed class FolderNoticePublisher(string folder) : INoticePublisher
{
    public async Task<NoticeReceipt> Publish(Notice notice, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, notice.ReleaseId + ".json");
        await File.WriteAllTextAsync(file + ".part", notice.ReleaseJson, cancellation);
        File.Move(file + ".part", file, overwrite: true);
        return new NoticeReceipt(Connected: false, null, null);
    }
}
