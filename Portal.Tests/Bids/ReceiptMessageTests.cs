using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Tests.Bids;

/// <summary>Every submission is told to the bidder's people once, by message and mail: received, or late.</summary>
public sealed class ReceiptMessageTests
{
    [Fact]
    public async Task A_submission_is_told_once_and_a_late_one_as_late()
    {
        await using BidScene scene = await BidScene.Make();
        Actor early = await scene.Bidder("P-100");
        Actor late = await scene.Bidder("P-101");
        await scene.Draft(early);
        await scene.Draft(late);
        await scene.Submit(early, "key");
        await scene.Submit(early, "key");
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        await scene.Submit(late, "key");

        Message received = Assert.Single(await To(scene, early));
        Message refused = Assert.Single(await To(scene, late));

        Assert.Equal($"Your bid for lot 2 of tender {BidScene.Ref} is submitted", received.Subject);
        Assert.Equal($"/tenders/{BidScene.Ref}/bids/2/receipt", received.Link);
        Assert.True(received.MailDueAt > received.SentAt);
        Assert.StartsWith("LATE", refused.Subject, StringComparison.Ordinal);
        Assert.Empty(await To(scene, scene.Commissioner));
    }

    private static Task<List<Message>> To(BidScene scene, Actor actor) =>
        scene.App.WithDb(db => db.Messages.Where(m => m.Organisation == actor.Organisation).ToListAsync(BidScene.Token));
}
