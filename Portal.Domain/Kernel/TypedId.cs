namespace Portal.Domain.Kernel;

/// <summary>An id that says what it names, so that a lot's id can never be handed over as a bid's.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Makes new ids: time-ordered (UUID version 7), so that keyset paging follows creation.</summary>
public static class Id
{
    public static TId New<TId>()
        where TId : struct, ITypedId<TId> => TId.From(Guid.CreateVersion7());
}

/// <summary>A person who signs in.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
}

/// <summary>An authority, co-operative, partner or provider.</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);
}
