using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders;

/// <summary>GET /api/v1/tenders and /api/v1/tenders/{ref} for bid tools (scope bids).</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/tenders")]
public sealed class TendersApiController(PortalDb db, TimeProvider clock) : PortalApi
{
    private static readonly Dictionary<string, PublicStatus> Statuses = Words.Of<PublicStatus>();

    [HttpGet]
    public async Task<TendersAnswer> List(string? status, string? cursor, CancellationToken cancellation)
    {
        InputErrors input = new();
        PublicStatus? wanted = string.IsNullOrEmpty(status) ? null : input.Word("status", status, Statuses);
        if (!string.IsNullOrEmpty(cursor) && !TenderSearch.IsCursor(cursor))
        {
            input.Add("cursor", "Send the “next” of an earlier answer.");
        }

        input.ThrowIfAny();
        DateTimeOffset now = clock.GetUtcNow();
        List<Tender> rows = await db.PublishedTenders(new TenderQuestion(Status: wanted), cursor, now).Take(PageOf.Size + 1).ToListAsync(cancellation);
        PageOf<Tender> page = PageOf.From(rows, TenderSearch.CursorAfter);
        return new TendersAnswer([.. page.Items.Select(t => new TenderItem(t.Ref, t.Title, t.StatusAt(now), t.ClosesAt, [.. t.Lots.Select(l => l.Number).Order(StringComparer.Ordinal)]))], page.Next);
    }

    [HttpGet("{tenderRef}")]
    public async Task<TenderAnswer> One(string tenderRef, CancellationToken cancellation)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancellation);
        return new TenderAnswer(tender.Ref, tender.Title, tender.StatusAt(clock.GetUtcNow()), tender.ClosesAt, tender.QuestionsCloseAt, tender.OpensAt, [.. tender.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(LotAnswer.Of)]);
    }
}

/// <summary>A page of tenders and where the next begins.</summary>
public sealed record TendersAnswer(IReadOnlyList<TenderItem> Items, string? Next);

/// <summary>A tender in a list.</summary>
public sealed record TenderItem(string Ref, string Title, PublicStatus Status, DateTimeOffset? ClosesAt, IReadOnlyList<string> Lots);

/// <summary>A tender with what its lots ask for.</summary>
public sealed record TenderAnswer(
    string Ref, string Title, PublicStatus Status, DateTimeOffset? ClosesAt, DateTimeOffset? QuestionsCloseAt, DateTimeOffset? OpensAt, IReadOnlyList<LotAnswer> Lots);

/// <summary>What a bid for a lot has to hold.</summary>
public sealed record LotAnswer(
    string Lot, string Title, IReadOnlyList<QuestionAnswer> Questions, IReadOnlyList<PriceLineAnswer> PriceLines, IReadOnlyList<DocumentAnswer> Documents, IReadOnlyList<DeclarationAnswer> Declarations, bool PerHome)
{
    public static LotAnswer Of(Lot lot) => new(
        lot.Number,
        lot.Title,
        [.. lot.Questions.Select(q => new QuestionAnswer(q.Code, q.Kind, q.Text, q.Required, q.MaxWords, q.Options))],
        [.. lot.PriceLines.Select(p => new PriceLineAnswer(p.Code, p.Title, p.Unit, p.Required, p.Ceiling))],
        [.. lot.RequiredDocuments.Select(d => new DocumentAnswer(d.Code, d.Title, d.Required, d.MaxBytes, d.Types))],
        [.. lot.Declarations.Select(d => new DeclarationAnswer(d.Code, d.Text, d.Required))],
        lot.PerHome);
}

/// <summary>A question.</summary>
public sealed record QuestionAnswer(string Id, QuestionKind Kind, string Text, bool Required, int? MaxWords, IReadOnlyList<string> Options);

/// <summary>A price line.</summary>
public sealed record PriceLineAnswer(string Id, string Title, string Unit, bool Required, Money? Ceiling);

/// <summary>A document to upload.</summary>
public sealed record DocumentAnswer(string Id, string Title, bool Required, long MaxBytes, IReadOnlyList<string> Types);

/// <summary>A declaration to make.</summary>
public sealed record DeclarationAnswer(string Id, string Text, bool Required);
