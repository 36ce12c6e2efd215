using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Web.Api.Tokens;

/// <summary>Checks the signature of a token once and remembers its hash while it lives. Asked anew each time: whether its hour is over and its key still published; and, after this, whether its client may still come.</summary>
public sealed class JudgedTokens(AccessTokens tokens) : JsonWebTokenHandler
{
    /// <summary>More are not remembered: all are forgotten then, and judged once more.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<string, TokenValidationResult> judged = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        ArgumentNullException.ThrowIfNull(token);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (judged.TryGetValue(hash, out TokenValidationResult? known) && known.SecurityToken is JsonWebToken valid && tokens.MayStillBeUsed(valid))
        {
            return known;
        }

        TokenValidationResult result = await base.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            Remember(hash, result);
        }
        else
        {
            judged.TryRemove(hash, out _);
        }

        return result;
    }

    private void Remember(string hash, TokenValidationResult result)
    {
        if (judged.Count >= Most)
        {
            judged.Clear();
        }

        _ = result.ClaimsIdentity; // read out before others share it
        judged[hash] = result;
    }
}
