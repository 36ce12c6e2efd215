using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Accounts;

/// <summary>A passkey made of software: it signs WebAuthn challenges as a device would (ES256), and makes the same 32 bytes each time for openings.</summary>
internal sealed class SoftPasskey : IDisposable
{
    private const byte PresentAndVerified = 0x05;

    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] credential = RandomNumberGenerator.GetBytes(16);
    private string user = "";
    private uint count;

    /// <summary>What it makes for openings, as the page's script sends it.</summary>
    public string Secret { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A new passkey on this person's account.</summary>
    public static async Task<SoftPasskey> Of(PortalApp app, Actor person, string name)
    {
        SoftPasskey made = new();
        await app.With(async services =>
        {
            UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
            Account account = await accounts.Users.SingleAsync(a => a.Person == person.Person);
            made.user = account.Id.ToString();
            UserPasskeyInfo passkey = new(made.credential, made.Cose(), app.Clock.GetUtcNow(), 0, [], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [5], [6]) { Name = name };
            Assert.True((await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);
        });
        return made;
    }

    /// <summary>Asks the portal for a challenge in this browser and signs it.</summary>
    public async Task<string> Sign(HttpClient browser)
    {
        browser.DefaultRequestHeaders.Remove("Origin");
        browser.DefaultRequestHeaders.Add("Origin", "http://localhost"); // as browsers do; the portal holds the signed origin against it
        using HttpResponseMessage answer = await browser.PostForm("/accounts", "/accounts/passkeys/confirmation", []);
        JsonNode options = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        byte[] client = Encoding.UTF8.GetBytes($$"""{"type":"webauthn.get","challenge":"{{options["challenge"]!.GetValue<string>()}}","origin":"http://localhost","crossOrigin":false}""");
        byte[] device = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(options["rpId"]?.GetValue<string>() ?? "localhost")).CopyTo(device, 0);
        device[32] = PresentAndVerified;
        BinaryPrimitives.WriteUInt32BigEndian(device.AsSpan(33), ++count);
        byte[] signature = pair.SignData([.. device, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        string id = Base64Url.EncodeToString(credential);
        return JsonSerializer.Serialize(new
        {
            id,
            rawId = id,
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(client),
                authenticatorData = Base64Url.EncodeToString(device),
                signature = Base64Url.EncodeToString(signature),
                userHandle = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(user)),
            },
        });
    }

    public void Dispose() => pair.Dispose();

    // EC2, ES256, P-256 (RFC 9053), in CBOR.
    private byte[] Cose()
    {
        ECParameters key = pair.ExportParameters(false);
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.Q.X!, 0x22, 0x58, 0x20, .. key.Q.Y!];
    }
}
