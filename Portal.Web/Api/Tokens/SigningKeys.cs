using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Web.Api.Tokens;

/// <summary>One ES256 key: its name, when it was made and the key itself.</summary>
public sealed record SigningKey(string Kid, DateTimeOffset MadeAt, ECDsaSecurityKey Key);

/// <summary>
/// The keys that sign access tokens, in files of the data folder, each encrypted by Data Protection. A new key is made before the old one's
/// ninety days are over, is published for a day before it signs, and stays published for two days after its successor took over.
/// </summary>
public sealed class SigningKeys(string folder, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    private readonly IDataProtector protector = protection.CreateProtector("Portal.AccessTokenKeys.v1");
    private readonly Lock turn = new();
    private List<SigningKey> held = [];

    /// <summary>The key that signs now: the newest one published long enough, else the oldest.</summary>
    public SigningKey Current()
    {
        lock (turn)
        {
            Refresh();
            return Signing(clock.GetUtcNow());
        }
    }

    /// <summary>Every key whose tokens may still be about, newest first: the published set.</summary>
    public IReadOnlyList<SigningKey> Published()
    {
        lock (turn)
        {
            Refresh();
            return [.. held];
        }
    }

    /// <summary>The key a token names, also one that another node has just made.</summary>
    public SecurityKey? Find(string? kid) => Published().FirstOrDefault(key => key.Kid == kid)?.Key;

    public void Dispose()
    {
        foreach (SigningKey key in held)
        {
            key.Key.ECDsa.Dispose();
        }
    }

    private SigningKey Signing(DateTimeOffset now) => held.Find(key => key.MadeAt <= now - Notice) ?? held[^1];

    private void Refresh()
    {
        DateTimeOffset now = clock.GetUtcNow();
        Directory.CreateDirectory(folder);
        string[] files = Directory.GetFiles(folder, "*.es256");
        if (files.Length != held.Count)
        {
            held = [.. files.Select(Load).OrderByDescending(key => key.MadeAt).ThenBy(key => key.Kid, StringComparer.Ordinal)];
        }

        if (held.Count == 0 || held[0].MadeAt <= now - Life + Notice)
        {
            held.Insert(0, Make(now));
        }

        SigningKey signing = Signing(now);
        foreach (SigningKey old in held.Where(key => key.MadeAt < signing.MadeAt && signing.MadeAt + Notice + Overlap <= now).ToArray())
        {
            File.Delete(PathOf(old.Kid));
            held.Remove(old);
        }
    }

    private SigningKey Make(DateTimeOffset now)
    {
        using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string kid = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        string draft = PathOf(kid) + ".part";
        File.WriteAllBytes(draft, protector.Protect(made.ExportPkcs8PrivateKey()));
        File.Move(draft, PathOf(kid));
        return Load(PathOf(kid));
    }

    private SigningKey Load(string path)
    {
        string kid = Path.GetFileNameWithoutExtension(path);
        ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protector.Unprotect(File.ReadAllBytes(path)), out _);
        DateTimeOffset madeAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(kid.Split('-')[0], CultureInfo.InvariantCulture));
        return new SigningKey(kid, madeAt, new ECDsaSecurityKey(key) { KeyId = kid });
    }

    private string PathOf(string kid) => Path.Combine(folder, kid + ".es256");
}
