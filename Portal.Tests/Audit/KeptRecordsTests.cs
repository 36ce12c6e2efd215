using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Notices;
using Portal.Tests.Awards;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Web.Start;
using Portal.Tests.Workflows.Procedures;

namespace Portal.Tests.Audit;

/// <summary>What the log says was sent, published or agreed is compared with the tables of today.</summary>
public sealed class KeptRecordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("D2-11"), Rule("A13-01"), Rule("D2-02")]
    public async Task A_summary_a_notice_or_an_agreed_reason_changed_in_the_database_is_found_and_named()
    {
        await using EvaluationScene scene = await NoticedAward.Make();
        PortalApp app = scene.App;
        await app.Pump();
        Assert.Equal(0, await VerifyLog(app));
        Assert.Empty(await Found(app));

        AssessmentSummary told = await app.WithDb(db => db.AssessmentSummaries.AsNoTracking().OrderBy(s => s.LotNumber).FirstAsync(Token));
        await app.WithDb(db => db.AssessmentSummaries.Where(s => s.Id == told.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SentAt, told.SentAt.AddDays(-3)), Token));
        Assert.Contains("when it was sent", Assert.Single(await Found(app)).Text, StringComparison.Ordinal);
        await app.WithDb(db => db.AssessmentSummaries.Where(s => s.Id == told.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SentAt, told.SentAt).SetProperty(x => x.Content, told.Content with { Decision = "For another reason." }), Token));
        Assert.Contains("its content", Assert.Single(await Found(app)).Text, StringComparison.Ordinal);
        await app.WithDb(db => db.AssessmentSummaries.Where(s => s.Id == told.Id).ExecuteDeleteAsync(Token));
        Assert.Contains("is gone", Assert.Single(await Found(app)).Text, StringComparison.Ordinal);

        string notice = await app.WithDb(db => db.Notices.OrderBy(n => n.Row).Select(n => n.ReleaseId).FirstAsync(Token));
        await app.WithDb(db => db.Notices.Where(n => n.ReleaseId == notice).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReleaseJson, x => x.ReleaseJson + " "), Token));
        await app.WithDb(db => db.Set<ConsensusScore>().OrderBy(c => c.Criterion).Take(1).ExecuteUpdateAsync(c => c.SetProperty(x => x.Reason, "Rewritten afterwards"), Token));
        IReadOnlyList<LogFinding> found = await Found(app);
        Assert.Contains(found, f => f.Code == "NOTICE_EDITED" && f.Text.Contains(notice, StringComparison.Ordinal));
        Assert.Contains(found, f => f.Code == "CONSENSUS_EDITED" && f.FirstEntry is not null);
        Assert.Equal(1, await VerifyLog(app));
    }

    private static Task<IReadOnlyList<LogFinding>> Found(PortalApp app) => app.With(async services => (IReadOnlyList<LogFinding>)
    [
        .. await services.GetRequiredService<CheckSummaries>().Execute(Token),
        .. await services.GetRequiredService<CheckNotices>().Execute(Token),
        .. await services.GetRequiredService<CheckConsensus>().Execute(Token),
    ]);

    private static Task<int> VerifyLog(PortalApp app) => app.With(services => services.GetServices<IVerb>().Single(v => v.Name == "verify-log").Run([], Token));
}
