using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Organisations;
using Portal.Web.Start;

namespace Portal.Web.Furniture;

/// <summary>Where bare status codes and failures end: a page in plain words.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("/error/{status:int}")]
public sealed class ErrorController(CurrentActor current, AwaitingVerification awaiting) : Controller
{
    public async Task<IActionResult> Show(int status, CancellationToken cancel)
    {
        int told = StorageTrouble.StatusOf(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error) ?? (status is >= 400 and < 600 ? status : 404);
        StorageTrouble.SayWhenToRetry(Response, told);
        if (told == StatusCodes.Status403Forbidden && await awaiting.Reason(current.Known, cancel) is { } reason)
        {
            return new RefusalPage(told, $"{current.Known!.OrganisationName} awaits verification", reason, []).AsResult(HttpContext);
        }

        return RefusalPage.For(told, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier).AsResult(HttpContext);
    }
}
