namespace Portal.Domain.Tenders.Library;

/// <summary>The kinds of the library in words; a document picked into a tender carries them.</summary>
public static class LibraryWords
{
    public static string Of(LibraryKind kind) => kind switch
    {
        LibraryKind.SelectionQuestionnaire => "Selection questionnaire",
        LibraryKind.ContractTerms => "Contract terms",
        LibraryKind.PlacementAgreement => "Individual placement agreement",
        LibraryKind.Letter => "Letter",
        LibraryKind.Specification => "Specification",
        _ => "Questions",
    };
}
