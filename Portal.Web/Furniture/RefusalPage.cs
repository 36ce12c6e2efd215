using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>The page that says no: what, why by which rule, and what to do next.</summary>
public sealed record RefusalPage(int Status, string Title, string Text, IReadOnlyList<Reason> Reasons, string? Reference = null)
{
    public static RefusalPage? For(Exception failure) => failure switch
    {
        RuleBroken refused => new RefusalPage(409, "This cannot be done now", "Nothing was changed.", refused.Reasons),
        StaleVersion stale => new RefusalPage(409, "Somebody else changed this", stale.Message, []),
        NotFound missing => new RefusalPage(404, "Page not found", missing.Message, []),
        NotAllowed denied => new RefusalPage(403, "You may not do this", denied.Message, []),
        _ => null,
    };

    public static RefusalPage For(int status, string? reference) => status switch
    {
        404 => new RefusalPage(404, "Page not found", "If you typed the address, check that it is right. If you followed a link, the page may have moved or may belong to another organisation.", []),
        403 => new RefusalPage(403, "You may not see this page", "Your role in the organisation you act for does not allow it. If you act for several organisations, switch at the top of the page; otherwise ask an administrator of your organisation.", []),
        400 => new RefusalPage(400, "The form has expired or was incomplete", "Go back, reload the page and send it again. Nothing was changed.", []),
        429 => new RefusalPage(429, "Too many requests", "Wait a minute and try again.", []),
        503 or 507 => new RefusalPage(status, "The portal cannot save anything just now", "What you sent was not received and nothing was changed; what you saved before is kept. Try again in a few seconds. If a deadline is near, write down the time and the reference below and tell the buyer.", [], reference),
        >= 500 => new RefusalPage(status, "Sorry, there is a problem with the portal", "Nothing that you sent was half saved. Try again in a few minutes. If it goes on, tell your administrator the reference below.", [], reference),
        _ => new RefusalPage(status, "The portal could not answer this", "Go back and try again.", []),
    };

    /// <summary>The page as a result that any filter may return.</summary>
    public ViewResult AsResult(HttpContext context) => new()
    {
        ViewName = "/Furniture/Refusal.cshtml",
        StatusCode = Status,
        ViewData = new ViewDataDictionary<RefusalPage>(context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = this },
    };
}
