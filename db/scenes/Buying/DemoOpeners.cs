using Portal.Db.Scenes.Playing;
using Portal.Domain.Bids.Sealing;

namespace Portal.Db.Scenes.Buying;

/// <summary>The opening keys of the demo's openers. Their passphrases are known to everybody, as the demo's passwords are; a real one is made by the portal and shown once.</summary>
public static class DemoOpeners
{
    private static readonly Dictionary<string, string> Passphrases = new()
    {
        ["opener.one"] = "demo-xpen-erxy-key2-3456",
        ["opener.two"] = "demo-secx-ndxy-key2-3456",
        ["legal"] = "demo-recx-very-key2-3456",
    };

    public static string Passphrase(string opener) => Passphrases[opener];

    internal static void Write(Play play)
    {
        foreach ((string opener, string passphrase) in Passphrases)
        {
            play.At(play.DaysAgo(395), async () => await play.Do(async (MakeOpenerKey use) => await use.Execute(await play.Who(opener), passphrase, CancellationToken.None)));
        }
    }
}
