using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Notices;

namespace Portal.Web.Notices.Delivering;

/// <summary>The publisher of a portal with an eSender's connection (B2-04, B2-05): posts the release and reads the number and the ocid that the platform gave it. A refusal is told to people; anything else but success is tried again by the outbox.</summary>
public sealed class HttpNoticePublisher(HttpClient http) : INoticePublisher
{
    private const int LongestReason = 500;

    public async Task<NoticeReceipt> Publish(Notice notice, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("Idempotency-Key", notice.ReleaseId);
        request.Content = new StringContent(notice.ReleaseJson, Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            string text = await response.Content.ReadAsStringAsync(cancellation);
            if (IsRefusal(response.StatusCode))
            {
                throw new NoticeRejected(Reason(response.StatusCode, text));
            }

            response.EnsureSuccessStatusCode();
            JsonObject? answer = Parsed(text) ?? throw new HttpRequestException("The national platform took the notice but its answer could not be read.");
            return new NoticeReceipt(Connected: true, Text(answer, "id"), Text(answer, "ocid"));
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("The national platform did not answer in time.", late);
        }
    }

    // 408 and 429 ask to come again; 401 and 403 are faults of the connection that an operator mends, not of the notice.
    private static bool IsRefusal(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound);

    private static string Reason(HttpStatusCode status, string text)
    {
        string said = Text(Parsed(text), "detail") ?? Text(Parsed(text), "message") ?? text.Trim();
        return $"{(int)status}: {(said.Length <= LongestReason ? said : said[..LongestReason])}";
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject? answer, string name) => answer?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
