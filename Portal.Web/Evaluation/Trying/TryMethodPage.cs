using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Evaluation.Trying;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Evaluation.Trying;

/// <summary>The page: what the method leaves undefined, the bids tried and, where it can be run, the trial.</summary>
public sealed record TryMethodPage(string Ref, string Title, Lot Lot, TryMethodForm Form)
{
    private const int Rows = 5;

    /// <summary>What must be settled before this method may be published, with the rule.</summary>
    public IReadOnlyList<Reason> Undefined { get; init; } = [];

    /// <summary>Why these bids cannot be put through the method.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    public MethodTrial? Trial { get; init; }

    public bool IsPublished { get; init; }

    public string Here => EvaluationLinks.Try(Ref, Lot.Number);

    public static TryMethodPage Of(Tender tender, Lot lot, TryMethodForm form, bool readable)
    {
        TryMethodPage page = new(tender.Ref, tender.Title, lot, form) { Undefined = [.. MethodReadiness.WhatIsUndefined(lot)], IsPublished = tender.IsPublished };
        if (!readable)
        {
            return page with { Form = form.Padded(Rows, lot.QualityCriteria.Count()) };
        }

        try
        {
            LotMethodology methodology = PublishedMethod.Of(lot);
            RuleBroken.If(methodology.Faults());
            TryMethodForm tried = form.HasBids ? form : TryMethodForm.Of(WorkedExample.ExampleBids(methodology));
            page = page with { Form = tried.Padded(Rows, methodology.Quality.Count) };
            return page with { Trial = MethodTrial.Of(methodology, tried.ToBids(methodology)) };
        }
        catch (RuleBroken refused)
        {
            return page with { Refused = refused.Reasons, Form = page.Form.Padded(Rows, lot.QualityCriteria.Count()) };
        }
    }
}

/// <summary>The invented bids as typed; an empty row is no bid.</summary>
public sealed record TryMethodForm
{
    private const int MostBids = 50;

    public List<TriedBid> Bids { get; init; } = [];

    public bool HasBids => Bids.Any(b => !b.IsEmpty);

    public static TryMethodForm Of(IReadOnlyList<LotBid> bids) => new() { Bids = [.. bids.Select(b => new TriedBid { Name = b.Bid, Price = b.Price, Scores = [.. b.Scores.Cast<decimal?>()] })] };

    /// <summary>With empty rows to fill and a place for each criterion's score.</summary>
    public TryMethodForm Padded(int rows, int criteria)
    {
        IEnumerable<TriedBid> filled = Bids.Where(b => !b.IsEmpty).Select(b => b.Padded(criteria));
        return new TryMethodForm { Bids = [.. filled.Concat(Enumerable.Range(0, Math.Max(1, rows - Bids.Count(b => !b.IsEmpty))).Select(_ => new TriedBid().Padded(criteria)))] };
    }

    /// <summary>The bids as the method takes them. Raises <see cref="RuleBroken"/> for a missing score, a missing name or a name twice.</summary>
    public IReadOnlyList<LotBid> ToBids(LotMethodology methodology)
    {
        TriedBid[] given = [.. Bids.Where(b => !b.IsEmpty)];
        List<Reason> faults = [.. given.SelectMany((b, i) => b.Faults(methodology, i))];
        faults.AddRange(given.GroupBy(b => b.Name?.Trim()).Where(g => g.Key is { Length: > 0 } && g.Count() > 1).Select(g => new Reason("BID_TWICE", $"Two bids are called {g.Key}. Give each its own name.")));
        if (given.Length > MostBids)
        {
            faults.Add(new Reason("TOO_MANY_BIDS", $"Try at most {MostBids} bids on this page. The simulations interface takes more."));
        }

        RuleBroken.If(faults);
        return [.. given.Select(b => new LotBid(b.Name!.Trim(), [.. b.Scores.Take(methodology.Quality.Count).Select(s => s!.Value)], b.Price))];
    }
}

/// <summary>One invented bid as typed.</summary>
public sealed record TriedBid
{
    public string? Name { get; init; }

    public Money? Price { get; init; }

    public List<decimal?> Scores { get; init; } = [];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Price is null && Scores.All(s => s is null);

    public TriedBid Padded(int criteria) => this with { Scores = [.. Scores.Take(criteria), .. Enumerable.Repeat<decimal?>(null, Math.Max(0, criteria - Scores.Count))] };

    public IEnumerable<Reason> Faults(LotMethodology methodology, int row)
    {
        string name = string.IsNullOrWhiteSpace(Name) ? $"Bid {row + 1}" : Name.Trim();
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > 60)
        {
            yield return new Reason("NAME", $"{name}: give it a name of at most 60 characters.");
        }

        if (Price < Money.Zero)
        {
            yield return new Reason("PRICE_NEGATIVE", $"{name}: a price is not below zero.");
        }

        foreach (QualityCriterion criterion in methodology.Quality.Where((_, place) => Scores.ElementAtOrDefault(place) is null))
        {
            yield return new Reason("SCORE_MISSING", $"{name}: give a score for {criterion.Id}.");
        }
    }
}
