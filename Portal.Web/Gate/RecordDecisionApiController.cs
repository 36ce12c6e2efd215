using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;
using Portal.Web.Evaluation.Calculators;

namespace Portal.Web.Gate;

/// <summary>POST /api/v1/gate/decisions: asks the gate and records its decision; 201 whatever the outcome.</summary>
[Authorize(Policy = ScopePolicy.Gate)]
[Route("api/v1/gate/decisions")]
public sealed class RecordDecisionApiController(RecordDecision record, GateAnswers answers) : PortalApi
{
    private const int MostBytes = 256 * 1024;

    private const int LongestKey = 255;

    [HttpPost]
    [ProducesResponseType<GateAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Record(CancellationToken cancel)
    {
        string key = Key();
        using JsonDocument body = await JsonBody.Read(Request, MostBytes, cancel);
        AskedOption asked = GateAnswers.Read(() => AskedOptionReader.Read(body.RootElement));
        RequestStamp stamp = new(Caller.Organisation.Value + "/" + Caller.Name, key, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body.RootElement))));
        GateDecision decision = await GateAnswers.Act(() => record.Execute(Caller, asked, stamp, cancel));
        Response.Headers.Location = $"/api/v1/gate/decisions/{decision.Id.Value}";
        return await answers.Of(decision, StatusCodes.Status201Created, cancel);
    }

    private string Key()
    {
        StringValues given = Request.Headers["Idempotency-Key"];
        return given is [{ Length: > 0 and <= LongestKey } key]
            ? key
            : throw new UnreadableBody(StatusCodes.Status400BadRequest, "Send one Idempotency-Key of 1 to 255 characters, so that a repeated request is known as one.");
    }
}

/// <summary>GET /api/v1/gate/decisions/{id}: a recorded decision of the client's authority.</summary>
[Authorize(Policy = ScopePolicy.Gate)]
[Route("api/v1/gate/decisions/{id:guid}")]
public sealed class ReadDecisionApiController(Domain.PortalDb db, GateAnswers answers) : PortalApi
{
    [HttpGet]
    [ProducesResponseType<GateAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await answers.Of(await db.LoadDecision(Caller, GateDecisionId.From(id), cancel), StatusCodes.Status200OK, cancel);
}
