using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Furniture;

/// <summary>Where bare status codes and failures end: a page in plain words.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("/error/{status:int}")]
public sealed class ErrorController : Controller
{
    public IActionResult Show(int status) => RefusalPage.For(status is >= 400 and < 600 ? status : 404, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier).AsResult(HttpContext);
}
