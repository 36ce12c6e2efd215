using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Web.Bids;

/// <summary>What the buttons of the bid page do to the draft besides saving it: add or remove a home, attach or remove a file.</summary>
internal static class BidFormActs
{
    private const string FilePrefix = "file:";

    public static async Task<BidContent> Apply(BidContent content, BidForm form, IFormFileCollection files, KeepFile keep, Actor actor, CancellationToken cancel)
    {
        BidContent changed = Named(form.Held.Aggregate(content, Attach), form);
        foreach (IFormFile file in files.Where(f => f.Length > 0 && f.Name.StartsWith(FilePrefix, StringComparison.Ordinal)))
        {
            await using Stream bytes = file.OpenReadStream();
            Upload upload = await keep.Execute(actor, file.FileName, file.Length, bytes, cancel);
            changed = FileSlot.Parse(file.Name[FilePrefix.Length..]).Attach(changed, upload.Id);
        }

        return changed;
    }

    /// <summary>The files of one version that another lacks, as slot|upload.</summary>
    public static IReadOnlyList<string> Missing(Lot lot, BidContent from, BidContent content) =>
    [
        .. from.Homes.Select(string? (h) => h.Urn).Append(null).SelectMany(urn => lot.RequiredDocuments.Select(d => new FileSlot(d.Code, urn)))
            .SelectMany(slot => slot.In(from).Except(slot.In(content)).Select(file => $"{slot}|{file.Value}")),
    ];

    private static BidContent Named(BidContent content, BidForm form) => form.Act.Split(':', 2) switch
    {
        ["addHome"] when !string.IsNullOrWhiteSpace(form.AddHome) && content.Homes.All(h => h.Urn != form.AddHome) =>
            content with { Homes = [.. content.Homes, new HomeBid { Urn = form.AddHome.Trim() }] },
        ["removeHome", var urn] => content with { Homes = [.. content.Homes.Where(h => h.Urn != urn)] },
        ["removeFile", var place] when place.Split('|') is [var slot, var id] && Guid.TryParse(id, out Guid upload) => FileSlot.Parse(slot).Detach(content, new UploadId(upload)),
        ["moveFile", var move] when move.Split('|') is [var from, var id, var to] && Guid.TryParse(id, out Guid upload) =>
            FileSlot.Parse(to).Attach(FileSlot.Parse(from).Detach(content, new UploadId(upload)), new UploadId(upload)),
        ["pick", var place] when Guid.TryParse(form.Pick.GetValueOrDefault(place), out Guid chosen) => FileSlot.Parse(place).Attach(content, new UploadId(chosen)),
        ["attach", var place] => Attach(content, place),
        _ => content,
    };

    private static BidContent Attach(BidContent content, string place) =>
        place.Split('|') is [var slot, var id] && Guid.TryParse(id, out Guid upload) ? FileSlot.Parse(slot).Attach(content, new UploadId(upload)) : content;
}
