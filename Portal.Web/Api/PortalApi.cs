using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.Kernel;

namespace Portal.Web.Api;

/// <summary>Every controller of the API: attribute routes, JSON only, no cookies and so no antiforgery token, no parameter given twice.</summary>
[ApiController]
[IgnoreAntiforgeryToken]
[SingleQueryValues]
public abstract class PortalApi : ControllerBase
{
    /// <summary>The client that the bearer token stands for, acting for its one organisation.</summary>
    protected Actor Caller => HttpContext.Features.Get<Actor>() ?? throw new NotAllowed("A token is needed for this.");

    /// <summary>The body in the API's conventions: 415, 400 or 422 when it cannot be had.</summary>
    protected Task<T> Body<T>(CancellationToken cancellation)
        where T : class => ApiJson.Read<T>(Request, cancellation);

    /// <summary>A problem with members of its own, such as <c>missing</c>.</summary>
    protected static IActionResult Problem(ApiProblem problem) => new ProblemResult(problem);

    private sealed class ProblemResult(ApiProblem problem) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => problem.Write(context.HttpContext);
    }
}

/// <summary>Refuses (422) a query parameter given more than once: no guess which one was meant.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SingleQueryValuesAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        InputErrors errors = new();
        foreach (string repeated in context.HttpContext.Request.Query.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key))
        {
            errors.Add(repeated, "Give this once.");
        }

        errors.ThrowIfAny();
    }
}
