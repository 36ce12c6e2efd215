using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.Web.Api;

/// <summary>What a call takes that its method does not show: the body's media type with an example, the headers, and the status of success.</summary>
public sealed record OpenApiCall(string? Media = null, string? Example = null, int Success = StatusCodes.Status200OK, params string[] Headers);

/// <summary>Bodies are read by hand, to say of every field what is wrong with it; so the document is told here what they are.</summary>
public sealed partial class OpenApiCalls : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    private const string Draft = """{"answers":{"Q1":"…"},"prices":{"core":"6100.00"},"files":{"insurance":["<upload id>"]},"declarations":{"D1":true},"homes":[{"urn":"SC900001","prices":{"core":"6100.00"},"files":{}}]}""";

    private const string Lots = """{"lots":[{"lot":"1","criteria":[{"id":"Q1","weight":"60","scale":5,"minimum":3},{"id":"P","weight":"40","price":{"method":"lowestPrice"}}],"bids":[{"bid":"A","scores":{"Q1":4},"price":"5200"}],"rounding":{"decimals":2,"tiesOn":"exact"},"tieLadder":["higherQualityTotal","refer"]}]}""";

    private const string Facts = """{"at":"2026-11-23T10:00:00Z","authority":{"code":"E10000031","rcc":"west-midlands"},"child":{"age":14},"need":{"serviceType":"residential","urgency":"planned"},"option":{"kind":"provider","homeUrn":"SC900001","registration":"active","price":"6100.00"},"requester":"u-9"}""";

    private static readonly Dictionary<string, OpenApiCall> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["POST connect/token"] = new("application/x-www-form-urlencoded", "grant_type=client_credentials&client_id=…&client_secret=…&scope=bids"),
        ["POST api/v1/evaluation/price-preview"] = new(Json, """{"method":"lowestPrice","weight":"40","prices":[{"bid":"A","price":"100"},{"bid":"B","price":"105"}],"decimals":4}"""),
        ["POST api/v1/evaluation/simulations"] = new(Json, Lots),
        ["POST api/v1/gate/simulations"] = new(Json, Facts),
        ["POST api/v1/gate/decisions"] = new(Json, """{"childReference":"W-1042","childAge":14,"serviceType":"residential","urgency":"planned","homeUrn":"SC900001","price":"6100.00","weeks":52,"distance":"own"}""", StatusCodes.Status201Created, "Idempotency-Key"),
        ["POST api/v1/gate/decisions/{}/telephone-approvals"] = new(Json, """{"role":"headOfService","person":"…","at":"2026-11-23T23:10:00Z","words":"Yes, go ahead."}""", StatusCodes.Status201Created),
        ["POST api/v1/gate/decisions/{}/withdrawal"] = new(Json, """{"reason":"The child stays with an aunt.","childIsSafe":true}""", StatusCodes.Status201Created),
        ["POST api/v1/referrals/{}/withdrawal"] = new(Json, """{"reason":"No place is needed any more."}"""),
        ["POST api/v1/call-offs/{}/end"] = new(Json, """{"on":"2027-03-27","reason":"Moved home.","noticeGivenOn":"2027-03-10"}"""),
        ["POST api/v1/referrals"] = new(Json, """{"childReference":"W-1042","childAge":14,"serviceTypes":["residential"],"needs":["N1"],"urgency":"planned","neededBy":"2026-12-20T09:00:00Z","windowClosesAt":"2026-12-01T12:00:00Z"}""", StatusCodes.Status201Created),
        ["POST api/v1/call-offs"] = new(Json, """{"decision":"…","from":"2026-12-20","price":"6100.00","weeks":52}""", StatusCodes.Status201Created, "Idempotency-Key?"),
        ["PUT api/v1/homes/{}/occupancy"] = new(Json, """{"occupied":3}"""),
        ["PUT api/v1/tenders/{}/bids/{}"] = new(Json, Draft, StatusCodes.Status200OK, "If-Match", "If-None-Match"),
        ["POST api/v1/tenders/{}/bids/{}/submission"] = new(null, null, StatusCodes.Status201Created, "Idempotency-Key"),
        ["POST api/v1/receipts/verify"] = new(Json, """{"receipt":{"tender":"…","lot":"1","bidder":"…","submission":"…","receivedAt":"…","londonTime":"…","files":[],"manifestSha256":"…","logIndex":1,"signature":"…"}}"""),
        ["POST api/v1/uploads"] = new(null, null, StatusCodes.Status201Created, "Tus-Resumable", "Upload-Length", "Upload-Metadata"),
        ["HEAD api/v1/uploads/{}"] = new(null, null, StatusCodes.Status200OK, "Tus-Resumable"),
        ["PATCH api/v1/uploads/{}"] = new("application/offset+octet-stream", null, StatusCodes.Status204NoContent, "Tus-Resumable", "Upload-Offset", "Upload-Checksum"),
        ["GET api/v1/uploads/{}"] = new(),
        ["DELETE api/v1/uploads/{}"] = new(null, null, StatusCodes.Status204NoContent, "Tus-Resumable"),
        ["OPTIONS api/v1/uploads"] = new(null, null, StatusCodes.Status204NoContent),
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        string place = $"{context.Description.HttpMethod} {Parameter().Replace(context.Description.RelativePath ?? "", "{}")}";
        if (Known.TryGetValue(place, out OpenApiCall? call))
        {
            operation.RequestBody = Body(call);
            SayStatus(operation, call.Success);
            operation.Parameters = [.. operation.Parameters ?? [], .. call.Headers.Select(Header)];
        }

        return Task.CompletedTask;
    }

    private static OpenApiRequestBody? Body(OpenApiCall call) => call.Media is null ? null : new OpenApiRequestBody
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [call.Media] = new()
            {
                Schema = new OpenApiSchema { Type = call.Media == "application/offset+octet-stream" ? JsonSchemaType.String : JsonSchemaType.Object },
                Example = call.Example is null ? null : call.Media == Json ? JsonNode.Parse(call.Example) : JsonValue.Create(call.Example),
            },
        },
    };

    private static void SayStatus(OpenApiOperation operation, int success)
    {
        string said = StatusCodes.Status200OK.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string wanted = success.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (operation.Responses is { } responses && wanted != said && responses.Remove(said, out IOpenApiResponse? answer))
        {
            responses.TryAdd(wanted, answer);
        }
    }

    // A name with a question mark is a header that may be left out.
    private static OpenApiParameter Header(string name) => new()
    {
        Name = name.TrimEnd('?'),
        In = ParameterLocation.Header,
        Required = name is "Idempotency-Key" or "Tus-Resumable" or "Upload-Length" or "Upload-Offset",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
