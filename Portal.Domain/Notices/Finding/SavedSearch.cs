using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Finding;

/// <summary>A saved search's id.</summary>
public readonly record struct SavedSearchId(Guid Value) : ITypedId<SavedSearchId>
{
    public static SavedSearchId From(Guid value) => new(value);
}

/// <summary>A search that a person keeps: every new notice that fits it is told to them, in the portal and by e-mail.</summary>
public sealed class SavedSearch : Aggregate
{
    /// <summary>As many as one person may keep.</summary>
    public const int Most = 25;

    private SavedSearch()
    {
    }

    public SavedSearchId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string Name { get; private set; } = "";

    public NoticeSearch Search { get; private set; } = new();

    public DateTimeOffset SavedAt { get; private set; }

    public static SavedSearch Keep(string name, NoticeSearch search, Actor by, DateTimeOffset now)
    {
        if (search.IsEmpty)
        {
            throw new RuleBroken("EMPTY_SEARCH", "Search for something first: an alert for every notice would tell you nothing.", field: "Name");
        }

        SavedSearch saved = new() { Id = Kernel.Id.New<SavedSearchId>(), Person = by.Person, Name = Tenders.Tender.Wanted(name, 100, "Name", "a name for the search"), Search = search, SavedAt = now };
        saved.Happened("search.saved", $"person/{by.Person.Value}", new { search = saved.Id });
        return saved;
    }

    public void Forget() => Happened("search.forgotten", $"person/{Person.Value}", new { search = Id });
}
