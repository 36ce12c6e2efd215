using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Drafts;

/// <summary>Where in a bid a file is attached: a required document's code, of the provider or of one home.</summary>
public sealed record FileSlot(string Code, string? Urn = null)
{
    /// <summary>Reads <c>insurance</c> or <c>1234567/insurance</c>.</summary>
    public static FileSlot Parse(string text) => text.Split('/') is [var urn, var code] ? new FileSlot(code, urn) : new FileSlot(text);

    public override string ToString() => Urn is null ? Code : $"{Urn}/{Code}";

    public IReadOnlyList<UploadId> In(BidContent content) =>
        (Urn is null ? content.Files : content.Homes.FirstOrDefault(h => h.Urn == Urn)?.Files)?.GetValueOrDefault(Code) ?? [];

    public BidContent Attach(BidContent content, UploadId file) => Change(content, [.. In(content).Append(file).Distinct()]);

    public BidContent Detach(BidContent content, UploadId file) => Change(content, [.. In(content).Where(f => f != file)]);

    private BidContent Change(BidContent content, IReadOnlyList<UploadId> files) => Urn is null
        ? content with { Files = With(content.Files, files) }
        : content with { Homes = [.. content.Homes.Select(h => h.Urn == Urn ? h with { Files = With(h.Files, files) } : h)] };

    private Dictionary<string, IReadOnlyList<UploadId>> With(IReadOnlyDictionary<string, IReadOnlyList<UploadId>> all, IReadOnlyList<UploadId> files)
    {
        Dictionary<string, IReadOnlyList<UploadId>> changed = all.ToDictionary();
        changed[Code] = files;
        return changed;
    }
}
