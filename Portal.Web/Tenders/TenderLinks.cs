using Portal.Domain.Tenders;

namespace Portal.Web.Tenders;

/// <summary>Addresses of the tenders room, written once.</summary>
public static class TenderLinks
{
    public static string Page(string tenderRef) => $"/tenders/{tenderRef}";

    public static string Draft(string tenderRef) => $"/tenders/{tenderRef}/draft";

    public static string Section(string tenderRef, string section) => $"/tenders/{tenderRef}/draft/{section}";

    public static string Lot(string tenderRef, string lot, string part) => $"/tenders/{tenderRef}/draft/lots/{lot}/{part}";

    public static string Publish(string tenderRef) => $"/tenders/{tenderRef}/publish";

    public static string Questions(string tenderRef) => $"/tenders/{tenderRef}/questions";

    /// <summary>Where a section is filled in; those of a lot lead to the list of lots.</summary>
    public static string Of(string tenderRef, TenderSection section) => Section(tenderRef, section switch
    {
        TenderSection.Criteria or TenderSection.Questions or TenderSection.Prices or TenderSection.Evidence => "lots",
        TenderSection.LotLimit => "lot-limit",
        _ => section.ToString().ToLowerInvariant(),
    });

    /// <summary>The breadcrumb inside a draft.</summary>
    public static (string Text, string Href)[] Trail(string tenderRef, string title) => [("Tenders", "/tenders"), (title, Draft(tenderRef))];
}
