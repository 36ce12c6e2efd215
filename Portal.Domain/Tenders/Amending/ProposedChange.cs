namespace Portal.Domain.Tenders.Amending;

/// <summary>A change of a running tender while it is prepared: nobody outside the buyer sees it before it is published whole.</summary>
public sealed record ProposedChange
{
    public string? Description { get; init; }

    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>New criteria by lot number; a lot that is not named keeps its own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Criterion>> Criteria { get; init; } = new Dictionary<string, IReadOnlyList<Criterion>>();

    /// <summary>Another limit on what one supplier is awarded, or none from now on; null where the limit stays as it is.</summary>
    public ProposedLimit? Limit { get; init; }

    public IReadOnlyList<ProposedDocument> Documents { get; init; } = [];
}

/// <summary>The limit of a proposed change; without one, everybody may be awarded every lot.</summary>
public sealed record ProposedLimit(LotLimit? Limit);

/// <summary>A document of a proposed change: in place of a published one, or in addition.</summary>
public sealed record ProposedDocument(string Name, string Kind, long Bytes, string Sha256, string FileId, Guid By, Guid? Replaces)
{
    public NewDocument Added => new(Name, Kind, Bytes, Sha256, FileId);
}

/// <summary>One line of the comparison of a tender before and after a change.</summary>
/// <param name="Part">Timetable, Terms, Documents, or the criteria of a lot.</param>
/// <param name="DecidesOutcome">Bids sent in before the change may not answer what is now asked, so they must be confirmed or sent anew.</param>
public sealed record Difference(string Part, string What, string Old, string New, bool DecidesOutcome = false);
