using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Start;

/// <summary>Turns a refusal that no form caught into a page: 409 with the reasons, 404, or 403. API controllers answer for themselves.</summary>
public sealed class PageRefusals : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (IsApi(context) || RefusalPage.For(context.Exception) is not { } page)
        {
            return;
        }

        context.Result = page.AsResult(context.HttpContext);
        context.ExceptionHandled = true;
    }

    private static bool IsApi(ExceptionContext context) => Api.ApiErrors.Covers(context.HttpContext) ||
        context.ActionDescriptor is ControllerActionDescriptor action && action.ControllerTypeInfo.IsDefined(typeof(ApiControllerAttribute), inherit: true);
}
