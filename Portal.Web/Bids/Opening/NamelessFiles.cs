using Portal.Domain.Bids.Opening;

namespace Portal.Web.Bids.Opening;

/// <summary>Names of evidence files that say nothing of the bidder, for those from whom names are hidden: a file's own name often begins with its owner's.</summary>
public static class NamelessFiles
{
    /// <summary>"Document 3f2a90.pdf": stable for the file, from its hash.</summary>
    public static string Of(OpenedFile file) => $"Document {file.Sha256[..Math.Min(6, file.Sha256.Length)]}{Path.GetExtension(file.Name).ToLowerInvariant()}";
}
