using System.Text;
using Portal.Db.Scenes.Playing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Library;

namespace Portal.Db.Scenes.Buying;

/// <summary>What the scenes' buyer keeps to use again; the texts are invented and short.</summary>
internal static class DemoLibrary
{
    private static readonly (LibraryKind Kind, string Title, string File, string Text)[] Items =
    [
        (LibraryKind.SelectionQuestionnaire, "Standard selection questionnaire", "Selection questionnaire.txt", "Who you are, connected persons, exclusion grounds, financial standing, insurance, registration with the regulator."),
        (LibraryKind.ContractTerms, "Framework terms", "Framework terms.txt", "Term, call-off, price schedule and index rule, quality visits, data protection, ending the agreement."),
        (LibraryKind.PlacementAgreement, "Individual placement agreement", "Individual placement agreement.txt", "The home, the plan, the weekly fee, notice on either side. The child is named in the council's own records only."),
        (LibraryKind.Letter, "Letter: request for clarification of a bid", "Letter, clarification of a bid.txt", "Explain, do not improve: nothing in your answer may change price or substance."),
        (LibraryKind.Specification, "Specification, residential homes", "Specification, residential homes.txt", "Care, education, health, contact with family and community, staffing, outcomes and how they are measured."),
    ];

    public static void Write(Play play)
    {
        play.At(play.DaysAgo(394), async () =>
        {
            Actor by = await play.Who("commissioner");
            foreach ((LibraryKind kind, string title, string file, string text) in Items)
            {
                await Add(play, by, null, new LibraryDocument(kind, title, file, "First edition"), text);
            }
        });
        play.At(play.DaysAgo(120), async () =>
        {
            Actor by = await play.Who("commissioner");
            LibraryItemId terms = await Of(play, by, "Framework terms");
            await Add(play, by, terms, new LibraryDocument(LibraryKind.ContractTerms, "", "Framework terms 2.txt", "Index rule made clearer"), $"{Items[1].Text} The index is that of April.");
        });
    }

    /// <summary>The item's id by its title.</summary>
    public static Task<LibraryItemId> Of(Play play, Actor by, string title) => play.Ask((Portal.Domain.PortalDb db) =>
        Task.FromResult(db.LibraryItems.Where(i => i.Organisation == by.Organisation && i.Title == title).Select(i => i.Id).Single()));

    private static async Task Add(Play play, Actor by, LibraryItemId? item, LibraryDocument document, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{text}\n\nThis document belongs to an invented library.\n"));
        await play.Do((AddLibraryDocument use) => use.Execute(by, item, document, content, CancellationToken.None));
    }
}
