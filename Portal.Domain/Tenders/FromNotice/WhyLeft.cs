namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Why a part of a notice has no place in a draft, by where it stands.</summary>
internal static class WhyLeft
{
    public const string Envelope = "Describes the published file, not the procurement.";
    private const string Result = "A result of the earlier procurement; a draft starts without bidders, awards and contracts.";
    private const string Own = "The portal sets this itself for the new tender.";
    private const string Lots = "Bids, numbers and values in the draft are kept per lot; enter it there if it still holds.";

    // The first entry that the path's shape contains as whole steps.
    private static readonly (string Step, string Why)[] Reasons =
    [
        ("parties.contactPoint", "Personal contact details are not taken from notices; the tender shows the portal's own contact."),
        ("parties", "Only the buyer's name and identifier are taken from the parties."),
        ("buyer", "Only the buyer's name and identifier are taken."),
        ("awards", Result),
        ("contracts", Result),
        ("bids", Result),
        ("tender.tenderers", Result),
        ("tender.numberOfTenderers", Result),
        ("planning.budget", "Budget lines are not part of a tender draft."),
        ("planning", "Planning details are not part of a tender draft; put what still matters into the description."),
        ("relatedProcesses", "Links to other procurements are not kept in a draft."),
        ("links", Envelope),
        ("minValue", "The portal keeps the estimated value, the most that may be paid (A1-08), and no least value."),
        ("status", Own),
        ("statusDetails", Own),
        ("datePublished", Own),
        ("dateModified", Own),
        ("submissionMethod", "Bids to the new tender are made in this portal."),
        ("submissionMethodDetails", "Bids to the new tender are made in this portal."),
        ("submissionTerms", "Bids to the new tender are made in this portal."),
        ("communication", "The portal sends its own messages and notices."),
        ("documents", "Only documents with a web link are carried: their link, title, kind and format."),
        ("deliveryAddresses", "Of places of delivery only the region is carried."),
        ("deliveryAddress", "Of places of delivery only the region is carried."),
        ("deliveryLocations", "Of places of delivery only the region is carried."),
        ("quantity", "Quantities belong to the price lines; enter them there."),
        ("unit", "Units belong to the price lines; enter them there."),
        ("lotGroups", "Groups of lots are not supported; each lot is awarded on its own."),
        ("lotDetails", Lots),
        ("amendments", "Changes to the earlier notice do not apply to a new tender."),
        ("amendment", "Changes to the earlier notice do not apply to a new tender."),
        ("dynamicPurchasingSystem", "The portal does not run dynamic markets."),
        ("hasDynamicPurchasingSystem", "The portal does not run dynamic markets."),
        ("electronicAuction", "The portal does not run auctions."),
        ("hasElectronicAuction", "The portal does not run auctions."),
        ("secondStage", "The portal runs one stage of tenders; describe further stages in the documents."),
        ("contractTerms", "Contract terms belong in the contract document; add it under Documents."),
        ("otherRequirements", "Put it into the conditions of participation if it still holds."),
        ("legalBasis", "The law's name is carried; its address is known to the portal."),
        ("uri", Envelope),
        ("version", Envelope),
        ("extensions", Envelope),
        ("publisher", Envelope),
        ("license", Envelope),
        ("publicationPolicy", Envelope),
        ("publishedDate", Envelope),
        ("tender", "The draft has no field for this."),
    ];

    public static string At(string path)
    {
        string[] steps = NoticePath.Shape(path).Split('.');
        foreach ((string step, string why) in Reasons)
        {
            if (Contains(steps, step.Split('.')))
            {
                return why;
            }
        }

        return steps is ["releases"] or ["records", ..] or [""] ? "Another release in the same file; only one becomes a draft." : "Not a field of the standard that the portal knows.";
    }

    private static bool Contains(string[] path, string[] wanted)
    {
        for (int start = 0; start + wanted.Length <= path.Length; start++)
        {
            if (path.AsSpan(start, wanted.Length).SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }
}
