using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Start;

namespace Portal.Web.Furniture;

/// <summary>Where bare status codes and failures end: a page in plain words.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("/error/{status:int}")]
public sealed class ErrorController : Controller
{
    public IActionResult Show(int status)
    {
        int told = StorageTrouble.StatusOf(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error) ?? (status is >= 400 and < 600 ? status : 404);
        StorageTrouble.SayWhenToRetry(Response, told);
        return RefusalPage.For(told, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier).AsResult(HttpContext);
    }
}
