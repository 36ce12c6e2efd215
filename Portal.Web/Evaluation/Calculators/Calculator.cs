using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Kernel;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A public calculator: reads a JSON body, answers, and says field by field what is wrong with it. Nothing is stored.</summary>
[EnableRateLimiting(RateLimits.Public)]
public abstract class Calculator : PortalApi
{
    /// <summary>In bytes: a thousand bids on sixty criteria fit several times over.</summary>
    protected const int LargestBody = 16 * 1024 * 1024;

    /// <summary>What the portal's own arithmetic says; null when the shape has faults.</summary>
    internal async Task<IActionResult> Answer(Func<JsonShape, object?> calculate, CancellationToken cancellation)
    {
        if (Request.ContentType is not null && !Request.HasJsonContentType())
        {
            return Problem(ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType));
        }

        FieldErrors errors = new();
        try
        {
            using JsonDocument document = await JsonBody.Read(Request.Body, cancellation);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add("body", "Send a JSON object");
            }

            object? answer = errors.Any ? null : calculate(new JsonShape(document.RootElement, "", errors));
            return errors.Any || answer is null ? Unprocessable(errors, "Some fields need correcting.") : Ok(answer);
        }
        catch (JsonException malformed)
        {
            return Problem(malformed.Message, statusCode: StatusCodes.Status400BadRequest, title: "The body is not JSON");
        }
        catch (BadHttpRequestException refused)
        {
            return Problem(refused.Message, statusCode: refused.StatusCode, title: "The body could not be read");
        }
        catch (RuleBroken undefined)
        {
            foreach (Reason reason in undefined.Reasons)
            {
                errors.Add(reason.Field ?? "prices", reason.Text);
            }

            return Unprocessable(errors, undefined.Message);
        }
    }

    private ObjectResult Unprocessable(FieldErrors errors, string detail)
    {
        ValidationProblemDetails problem = new(errors.ToProblem())
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "This cannot be calculated",
            Detail = detail,
            Type = "https://tools.ietf.org/html/rfc9110#section-15.5.21",
        };
        return new ObjectResult(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };
    }
}
