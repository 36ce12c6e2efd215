using System.Net.Http.Headers;
using System.Text;

namespace Portal.Web.Api.Tokens;

/// <summary>What a client sends to the token endpoint: a form, with its secret in the form or in HTTP Basic (RFC 6749 §2.3.1), never in both.</summary>
public sealed record TokenRequest(string GrantType, string ClientId, string Secret, string? Scope)
{
    public static async Task<(TokenRequest? Asked, TokenRefusal? Refused)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Refuse("Send application/x-www-form-urlencoded.");
        }

        if (await Form(request, cancellation) is not { } form)
        {
            return Refuse("The form cannot be read: send application/x-www-form-urlencoded with a few short parameters.");
        }

        return form.Any(field => field.Value.Count > 1) ? Refuse("A parameter is given more than once.") : Read(request, form);
    }

    private static (TokenRequest? Asked, TokenRefusal? Refused) Read(HttpRequest request, IFormCollection form)
    {
        (string Id, string Secret)? basic = Basic(request);
        bool inForm = form.ContainsKey("client_secret");
        if (basic is not null && (inForm || (form.TryGetValue("client_id", out var named) && named != basic.Value.Id)))
        {
            return Refuse("Show the secret in one way only.");
        }

        string grant = form["grant_type"].ToString();
        if (grant.Length == 0)
        {
            return Refuse("grant_type is required.");
        }

        (string id, string secret) = basic ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        return (new TokenRequest(grant, id, secret, form.TryGetValue("scope", out var scope) ? scope.ToString() : null), null);
    }

    /// <summary>Null for a form with a NUL, thousands of fields, a field of megabytes, or parts without their boundary.</summary>
    private static async Task<IFormCollection?> Form(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    private static (TokenRequest?, TokenRefusal?) Refuse(string why) => (null, new TokenRefusal("invalid_request", why));

    private static (string Id, string Secret)? Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        byte[] decoded = new byte[header.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", decoded, out int length))
        {
            return ("", "");
        }

        string[] pair = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2);
        return pair.Length == 2 ? (Decode(pair[0]), Decode(pair[1])) : ("", "");
    }

    // RFC 6749 §2.3.1 form-encodes both halves before Basic.
    private static string Decode(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}
