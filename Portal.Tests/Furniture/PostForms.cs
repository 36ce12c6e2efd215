using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Tests.Furniture;

/// <summary>Posts forms as a browser does: fetches the page, takes its antiforgery token, sends the fields.</summary>
public static partial class PostForms
{
    /// <summary>GETs <paramref name="url"/> for the token and POSTs the fields there.</summary>
    public static Task<HttpResponseMessage> PostForm(this HttpClient client, string url, params (string Name, string Value)[] fields) => client.PostForm(url, url, fields);

    /// <summary>GETs <paramref name="page"/> for the token and POSTs the fields to <paramref name="url"/>.</summary>
    public static async Task<HttpResponseMessage> PostForm(this HttpClient client, string page, string url, (string Name, string Value)[] fields)
    {
        string token = await client.Token(page);
        using FormUrlEncodedContent content = new([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(url, UriKind.Relative), content);
    }

    /// <summary>The antiforgery token of a page; any page of a signed-in person has one (its sign-out form).</summary>
    public static async Task<string> Token(this HttpClient client, string page)
    {
        string html = await client.Page(page);
        Match token = TokenField().Match(html);
        Assert.True(token.Success, $"{page} has no form with an antiforgery token.");
        return WebUtility.HtmlDecode(token.Groups[1].Value);
    }

    /// <summary>The page's HTML; fails the test unless it answers 200.</summary>
    public static async Task<string> Page(this HttpClient client, string url)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(url, UriKind.Relative));
        string html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {url} answered {(int)answer.StatusCode}: {Words(html)}");
        return html;
    }

    /// <summary>What a person reads on the page: tags taken out, entities decoded, white space folded.</summary>
    public static string Words(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
