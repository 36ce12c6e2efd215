using Portal.Db.Scenes.Playing;
using Portal.Domain.Bids.Sealing;

namespace Portal.Db.Scenes.Buying;

/// <summary>The openers and legal set up their opening keys before the first tender is published.</summary>
internal static class OpenerScript
{
    private static readonly string[] Holders = ["opener.one", "opener.two", "legal"];

    public static void Write(Play play)
    {
        foreach (string holder in Holders)
        {
            play.At(play.DaysAgo(395), async () => await play.Do(async (MakeOpenerKey use) => await use.Execute(await play.Who(holder), DemoOpeners.Passphrase, CancellationToken.None)));
        }
    }
}
