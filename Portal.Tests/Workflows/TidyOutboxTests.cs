using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Workflows.Procedures;
using Portal.Workflows.Engine;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Workflows;

/// <summary>A message that has left the outbox is not told again when its step is walked anew: its key stays with the message in the inbox.</summary>
public sealed class TidyOutboxTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_posted_again_after_it_was_tidied_away_reaches_nobody_twice()
    {
        OrganisationId buyer = await app.Organisation("Tidy council", OrganisationKind.Authority);
        await Post(buyer);
        Assert.Equal(1, await Told());
        app.Clock.Move(TimeSpan.FromDays(401));
        Assert.True(await app.Do((TidyOutbox tidy) => tidy.Execute(400, Stop)) > 0);
        Assert.False(await app.WithDb(db => db.OutboxMessages.AnyAsync(m => m.Key == "tidy/1", Stop)));

        await Post(buyer);

        Assert.Equal(1, await Told());
        await app.NothingFailed();
    }

    private async Task Post(OrganisationId buyer)
    {
        await app.WithDb(async db =>
        {
            db.Add(new OutboxMessage(InboxAddress.Channel, "tidy/1", InboxAddress.Of(buyer, Role.Legal), new OutboxText("A word", "", "/today"), app.Clock.GetUtcNow()));
            await db.Save(Actor.Portal, Stop);
        });
        await app.Pump();
    }

    private Task<int> Told() => app.WithDb(db => db.Messages.CountAsync(m => m.Key == "tidy/1", Stop));
}
