using System.Security.Cryptography;
using System.Text;
using Portal.Db.Scenes.Playing;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;

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

    // A passphrase is stretched for a third of a second each time; the scenes' many openings use a key that costs nothing and is forgotten when the portal stops.
    private static readonly Dictionary<string, PasskeySecret> Keys = Passphrases.Keys.ToDictionary(
        opener => opener,
        opener => new PasskeySecret(Encoding.UTF8.GetBytes($"scenes/{opener}"), "of the demo’s scenes, which nobody has", RandomNumberGenerator.GetBytes(PasskeySecret.Size)));

    public static string Passphrase(string opener) => Passphrases[opener];

    internal static KeyProof Key(string opener) => new("", Keys[opener]);

    internal static void Write(Play play)
    {
        foreach ((string opener, string passphrase) in Passphrases)
        {
            play.At(play.DaysAgo(395), async () =>
            {
                Actor holder = await play.Who(opener);
                await play.Do((MakeOpenerKey use) => use.Execute(holder, passphrase, CancellationToken.None));
                await play.Do((AcceptPasskey use) => use.Execute(holder, passphrase, Keys[opener], CancellationToken.None));
            });
        }
    }
}
