using System.Diagnostics;
using System.Globalization;
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
    // Nothing is bound: what ended here may be a form that cannot be read, and binding would try it again.
    public async Task<IActionResult> Show()
    {
        int told = StorageTrouble.StatusOf(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error) ?? Asked();
        StorageTrouble.SayWhenToRetry(Response, told);
        if (told == StatusCodes.Status403Forbidden && await awaiting.Reason(current.Known, HttpContext.RequestAborted) is { } reason)
        {
            return new RefusalPage(told, $"{current.Known!.OrganisationName} awaits verification", reason, []).AsResult(HttpContext);
        }

        return RefusalPage.For(told, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier).AsResult(HttpContext);
    }

    private int Asked() => int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out int status) && status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
}
