using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Bids.Api;

/// <summary>One published tender with what each lot asks for.</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/tenders/{tender}")]
public sealed class ReadTenderController(PortalDb db) : PortalApi
{
    /// <summary>The tender.</summary>
    public sealed record TenderAnswer(string Ref, string Title, string Status, DateTimeOffset? ClosesAt, DateTimeOffset? QuestionsCloseAt, DateTimeOffset? OpensAt, IReadOnlyList<LotAnswer> Lots);

    /// <summary>What a bid for the lot gives.</summary>
    public sealed record LotAnswer(
        string Lot,
        string Title,
        IReadOnlyList<QuestionAnswer> Questions,
        IReadOnlyList<PriceLineAnswer> PriceLines,
        IReadOnlyList<DocumentAnswer> Documents,
        IReadOnlyList<DeclarationAnswer> Declarations,
        bool PerHome);

    /// <summary>A question.</summary>
    public sealed record QuestionAnswer(string Id, string Text, QuestionKind Kind, bool Required, int? MaxWords, IReadOnlyList<string> Options);

    /// <summary>A price.</summary>
    public sealed record PriceLineAnswer(string Id, string Title, string Unit, bool Required, Money? Ceiling);

    /// <summary>A piece of evidence.</summary>
    public sealed record DocumentAnswer(string Id, string Title, bool Required, long MaxBytes, IReadOnlyList<string> Types);

    /// <summary>A declaration.</summary>
    public sealed record DeclarationAnswer(string Id, string Text, bool Required);

    [HttpGet]
    public async Task<TenderAnswer> Read(string tender, CancellationToken cancel)
    {
        Tender found = await db.LoadPublishedTender(tender, cancel);
        return new TenderAnswer(
            found.Ref,
            found.Title,
            Words.Of(found.Stage),
            found.ClosesAt,
            found.QuestionsCloseAt,
            found.OpensAt,
            [.. found.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(Lot)]);
    }

    private static LotAnswer Lot(Lot lot) => new(
        lot.Number,
        lot.Title,
        [.. lot.Questions.Select(q => new QuestionAnswer(q.Code, q.Text, q.Kind, q.Required, q.MaxWords, q.Options))],
        [.. lot.PriceLines.Select(p => new PriceLineAnswer(p.Code, p.Title, p.Unit, p.Required, p.Ceiling))],
        [.. lot.RequiredDocuments.Select(d => new DocumentAnswer(d.Code, d.Title, d.Required, d.MaxBytes, d.Types))],
        [.. lot.Declarations.Select(d => new DeclarationAnswer(d.Code, d.Text, d.Required))],
        lot.PerHome);
}
