using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Library;

/// <summary>A library item's id.</summary>
public readonly record struct LibraryItemId(Guid Value) : ITypedId<LibraryItemId>
{
    public static LibraryItemId From(Guid value) => new(value);
}

/// <summary>What an organisation keeps to use again in its tenders.</summary>
public enum LibraryKind
{
    SelectionQuestionnaire,
    ContractTerms,
    PlacementAgreement,
    Letter,
    Specification,

    /// <summary>Questions with their guidance, limits and criteria codes: the question bank.</summary>
    Questions,
}

/// <summary>A version of a library item: a document, or a set of questions. It never changes; a newer one stands beside it.</summary>
public sealed record LibraryVersion(int Number, DateTimeOffset At, string ByName, string Note)
{
    /// <summary>The file of a document; null for questions.</summary>
    public NewDocument? Document { get; init; }

    public IReadOnlyList<LotQuestion> Questions { get; init; } = [];
}

/// <summary>A template, specification or set of questions of one buyer, in versions. Tenders take a copy of one version; a new version changes no tender.</summary>
public sealed class LibraryItem : Aggregate
{
    private LibraryItem()
    {
    }

    public LibraryItemId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public LibraryKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<LibraryVersion> Versions { get; private set; } = [];

    /// <summary>When it was taken out of use; its versions stay readable.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public LibraryVersion Newest => Versions[^1];

    public static LibraryItem Add(OrganisationId organisation, LibraryKind kind, string title, LibraryVersion first)
    {
        var item = new LibraryItem { Id = Kernel.Id.New<LibraryItemId>(), Organisation = organisation, Kind = kind, Title = Tender.Wanted(title, 200, "Title", "a title") };
        item.Add(first);
        return item;
    }

    public void Add(LibraryVersion version)
    {
        if (Kind == LibraryKind.Questions ? version.Questions.Count == 0 : version.Document is null)
        {
            throw new RuleBroken("LIBRARY_EMPTY", Kind == LibraryKind.Questions ? "The lot has no questions to keep." : "Choose a file.", field: "File");
        }

        LibraryVersion numbered = version with { Number = Versions.Count + 1, Note = version.Note.Trim() };
        Versions = [.. Versions, numbered];
        RetiredAt = null;
        Happened("library.versionAdded", $"library/{Id.Value}", new { Id, Kind, Title, numbered.Number, numbered.Note, sha256 = numbered.Document?.Sha256, questions = numbered.Questions.Count });
    }

    /// <summary>Takes it out of use; drafts can no longer pick it.</summary>
    public void Retire(DateTimeOffset now)
    {
        RetiredAt ??= now;
        Happened("library.retired", $"library/{Id.Value}", new { Id, Title });
    }

    public LibraryVersion VersionNumbered(int number) => Versions.FirstOrDefault(v => v.Number == number) ?? throw new NotFound($"Version {number} of “{Title}”");
}
