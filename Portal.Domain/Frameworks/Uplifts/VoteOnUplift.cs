using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>An authority of the framework's board votes, by the name of the person who casts it, or records its conflict of interest.</summary>
public sealed class VoteOnUplift(PortalDb db, TimeProvider clock)
{
    public static IReadOnlyList<Role> Voters { get; } = [Role.Commissioner, Role.HeadOfService, Role.Director];

    public async Task Execute(Actor actor, UpliftId id, BoardVoice voice, string? words, CancellationToken stop = default)
    {
        actor.MustBe([.. Voters]);
        Uplift uplift = await db.LoadUplift(actor, id, stop);
        uplift.Vote(actor, voice, words ?? "", await db.ConflictOf(actor, uplift, stop), clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
