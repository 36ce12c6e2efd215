using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Api;

namespace Portal.Web.Gate;

/// <summary>Writes the gate's answers in the contract's words: every key always present.</summary>
public sealed class GateAnswers(PortalDb db, LogSequencer sequencer)
{
    public static ContentResult Of(GateAnswer answer) => Json(JsonSerializer.Serialize(answer, GateJson.Options), StatusCodes.Status200OK);

    /// <summary>A recorded decision: the answer with its id, predecessor, time, place in the log and last day of an emergency's authority.</summary>
    public async Task<ContentResult> Of(GateDecision decision, int status, CancellationToken cancel)
    {
        JsonObject answer = JsonNode.Parse(decision.AnswerJson)!.AsObject();
        answer["id"] = decision.Id.Value.ToString();
        answer["previous"] = decision.Previous?.Value.ToString();
        answer["recordedAt"] = GateJson.Write(decision.RecordedAt);
        answer["logIndex"] = await LogIndex(decision.Id, cancel);
        answer["authorityLapses"] = decision.AuthorityLapses is { } day ? GateJson.Write(day) : null;
        return Json(answer.ToJsonString(GateJson.Options), status);
    }

    /// <summary>The same of a decision recorded a moment ago, whose entry nobody can have numbered yet.</summary>
    public async Task<ContentResult> OfNew(GateDecision decision, CancellationToken cancel)
    {
        await sequencer.NumberPending(cancel);
        return await Of(decision, StatusCodes.Status201Created, cancel);
    }

    /// <summary>The entry's number; given at once when the sequencer has not come by yet.</summary>
    public async Task<long?> LogIndex(GateDecisionId id, CancellationToken cancel)
    {
        string subject = $"gate/{id.Value}";
        if (await db.LogIndexOf(subject, "gate.decided", cancel) is { } known)
        {
            return known;
        }

        await sequencer.NumberPending(cancel);
        return await db.LogIndexOf(subject, "gate.decided", cancel);
    }

    /// <summary>Runs a reader of the gate; what it refuses is a mistake of the fields it names (422).</summary>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FactsRefused refused)
        {
            throw new InputRefused(refused.Errors);
        }
    }

    /// <summary>Runs an act of the gate; what it refuses as unreadable is a mistake of the fields it names (422).</summary>
    public static async Task<T> Act<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (FactsRefused refused)
        {
            throw new InputRefused(refused.Errors);
        }
        catch (RuleBroken refused) when (refused.Reasons is [{ Code: SearchSoFar.OtherReferral } reason])
        {
            throw new InputRefused(new Dictionary<string, string[]> { ["referral"] = [reason.Text] });
        }
    }

    private static ContentResult Json(string json, int status) => new() { Content = json, ContentType = "application/json", StatusCode = status };
}
