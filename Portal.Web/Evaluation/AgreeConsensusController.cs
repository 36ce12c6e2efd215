using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>The moderator records the agreed score and reason for one bid under one criterion.</summary>
[Authorize(Policies.Moderators)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/moderation/{alias}/{criterion}")]
public sealed class AgreeConsensusController(PortalDb db, AgreeConsensus agree) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, string alias, string criterion, CancellationToken cancel) =>
        View(await Read(new ScoreAddress(tenderRef, lot, alias, criterion), null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, string alias, string criterion, AgreeConsensusForm form, CancellationToken cancel) => Try(
        act: () => form.Score is { } score
            ? agree.Execute(Actor, tenderRef, lot, alias, criterion, new AgreedScore(score, form.Reason ?? "", form.WhyChanged, form.WhyOutside) { Seen = form.Seen }, cancel)
            : throw new RuleBroken("SCORE_MISSING", "Choose the agreed score.", "C2-05", "Score"),
        then: () =>
        {
            Tell("The agreed score is kept.");
            return Redirect(EvaluationLinks.Moderation(tenderRef, lot));
        },
        again: async () => View(await Read(new ScoreAddress(tenderRef, lot, alias, criterion), form, cancel)));

    private async Task<AgreeConsensusPage> Read(ScoreAddress at, AgreeConsensusForm? form, CancellationToken cancel)
    {
        ModerationPage lot = await ModerationPage.Read(db, Actor, at.TenderRef, at.Lot, null, cancel);
        ModerationRow row = lot.Rows.FirstOrDefault(r => r.AliasInAddress == at.Alias && r.Criterion.Code == at.Criterion) ?? throw new NotFound("That score");
        return new AgreeConsensusPage(lot, row, form ?? new AgreeConsensusForm { Score = row.Agreed?.Score, Reason = row.Agreed?.Reason, WhyOutside = row.Agreed?.WhyOutside });
    }
}

/// <summary>The page: the evaluators' scores and reasons beside the form.</summary>
public sealed record AgreeConsensusPage(ModerationPage Lot, ModerationRow Row, AgreeConsensusForm Form)
{
    public IEnumerable<Choice> Scale => Enumerable.Range(0, Row.Criterion.Scale + 1).Select(score => new Choice(
        score.ToString(CultureInfo.InvariantCulture),
        score < Row.Criterion.Descriptors.Count ? $"{score}: {Row.Criterion.Descriptors[score]}" : score.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>The agreed score. A decimal, so that an average that is posted is refused in words.</summary>
public sealed record AgreeConsensusForm
{
    public decimal? Score { get; init; }

    public string? Reason { get; init; }

    public string? WhyChanged { get; init; }

    /// <summary>How often the score had been agreed when the page was shown.</summary>
    public int? Seen { get; init; }

    /// <summary>Needed where the agreed score lies outside what the evaluators gave.</summary>
    public string? WhyOutside { get; init; }
}
