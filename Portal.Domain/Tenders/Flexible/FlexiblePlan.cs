using System.Text.Json.Serialization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Flexible;

/// <summary>One published criterion by which the number of suppliers is reduced (A4-07).</summary>
/// <param name="Weight">Of 100 over all criteria.</param>
/// <param name="MostPoints">The best score; scores are whole points from 0.</param>
public sealed record ShortlistCriterion(string Code, string Title, string Question, decimal Weight, int MostPoints);

/// <summary>The stages of a competitive flexible procedure as its notice describes them: requests, shortlist, initial tenders, negotiation, final tenders (A4-01, A4-07).</summary>
public sealed record FlexiblePlan
{
    /// <summary>The process in words, as published.</summary>
    public string Description { get; init; } = "";

    /// <summary>So many are invited to tender; who is level with the last of them is invited too.</summary>
    public int MostInvited { get; init; } = 5;

    public IReadOnlyList<ShortlistCriterion> Shortlist { get; init; } = [];

    /// <summary>At most so many rounds of negotiation.</summary>
    public int MostRounds { get; init; } = 1;

    /// <summary>Every supplier is given the same time in every round (s.12).</summary>
    public int MinutesEach { get; init; } = 60;

    /// <summary>The notice says that award criteria may be refined before final tenders are invited (s.24, A4-15). Left out of the frozen text where it does not say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayRefine { get; init; }

    /// <summary>What may be negotiated; criteria and minimum requirements never are.</summary>
    public string Negotiable { get; init; } = "";

    /// <summary>Suppliers open their costs with the tender, so each lot asks for the cost sheet.</summary>
    public bool OpenBook { get; init; } = true;
}

/// <summary>A supplier on the shortlist, until it leaves.</summary>
public sealed record Invitation(OrganisationId Supplier, DateTimeOffset At)
{
    public DateTimeOffset? LeftAt { get; init; }

    public string LeftBecause { get; init; } = "";
}
