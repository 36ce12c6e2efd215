using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Domain.Notices;

namespace Portal.Web.Notices;

/// <summary>The publisher of a portal with an eSender's connection (B2-04, B2-05): posts the release and reads the number and the ocid that the platform gave it. Anything but success is tried again by the outbox.</summary>
public sealed class HttpNoticePublisher(HttpClient http) : INoticePublisher
{
    public async Task<NoticeReceipt> Publish(Notice notice, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("Idempotency-Key", notice.ReleaseId);
        request.Content = new StringContent(notice.ReleaseJson, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        JsonObject? answer = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
        return new NoticeReceipt(Connected: true, Text(answer, "id"), Text(answer, "ocid"));
    }

    private static string? Text(JsonObject? answer, string name) => answer?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
