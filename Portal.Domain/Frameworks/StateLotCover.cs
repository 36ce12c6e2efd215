using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Whom a lot is for: ages, needs, area, and the judgement at which a home joins without a condition.</summary>
public sealed record LotCover(int? AgeFrom, int? AgeTo, IReadOnlyCollection<string> Needs, string? Geography, Judgement MinimumJudgement);

/// <summary>The framework's lead records what its notice said of whom a lot is for; referrals and the gate go by the ages.</summary>
public sealed class StateLotCover(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, LotCover cover, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        framework.StateCover(lotNumber, cover);
        await db.Save(actor, stop);
    }
}
