using Portal.Domain.Kernel;

namespace Portal.Domain.Notices;

/// <summary>Who publishes and where: the portal's public address, its own ocid prefix and its name as a publisher of open data.</summary>
public sealed record NoticeSettings
{
    /// <summary>Find a Tender and Contracts Finder: ocids under these are theirs to mint (B1-03).</summary>
    private static readonly string[] PrefixesOfOthers = ["ocds-h6vhtk", "ocds-b5fd17"];

    public NoticeSettings(Uri address, string ocidPrefix, string publisher)
    {
        if (PrefixesOfOthers.Any(other => ocidPrefix.StartsWith(other, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RuleBroken("OCID_PREFIX", $"The ocid prefix “{ocidPrefix}” belongs to another publisher. Configure the prefix registered for this portal (Notices__OcidPrefix).", "B1-03");
        }

        Address = address.ToString().TrimEnd('/');
        OcidPrefix = ocidPrefix.TrimEnd('-');
        Publisher = publisher;
    }

    /// <summary>The public address without a slash at its end.</summary>
    public string Address { get; }

    public string OcidPrefix { get; }

    public string Publisher { get; }

    /// <summary>The portal's own ocid of a tender (B1-03: never under another publisher's prefix).</summary>
    public string OcidOf(string tenderRef) => $"{OcidPrefix}-{tenderRef.ToLowerInvariant()}";

    public string TenderAddress(string tenderRef) => $"{Address}/tenders/{Uri.EscapeDataString(tenderRef)}";

    public string NoticeAddress(string tenderRef, string releaseId) => $"{TenderAddress(tenderRef)}/notices/{Uri.EscapeDataString(releaseId)}";
}
