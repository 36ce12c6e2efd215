using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>What every page's controller may use: who asks, and the pattern "try; when refused show the same form again with the reasons and what was typed".</summary>
public abstract class PageController : Controller
{
    /// <summary>Who asks; <see cref="NotAllowed"/> when nobody is signed in.</summary>
    protected Actor Actor => KnownActor ?? throw new NotAllowed("Sign in first.");

    /// <summary>Who asks, or null for the public.</summary>
    protected Actor? KnownActor => HttpContext.RequestServices.GetRequiredService<CurrentActor>().Known;

    /// <summary>
    /// Runs a POST. A form with wrong fields is shown again (422). A rule that refuses is shown again with its reasons (409).
    /// Otherwise <paramref name="then"/> answers, as a rule with a redirect.
    /// </summary>
    protected async Task<IActionResult> Try(Func<Task> act, Func<IActionResult> then, Func<Task<IActionResult>> again)
    {
        if (!ModelState.IsValid)
        {
            return await Again(again, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await act();
        }
        catch (RuleBroken refusal)
        {
            AddReasons(refusal);
            return await Again(again, StatusCodes.Status409Conflict);
        }
        catch (StaleVersion stale)
        {
            ModelState.AddModelError("", stale.Message);
            return await Again(again, StatusCodes.Status409Conflict);
        }

        return then();
    }

    /// <summary>Shows a green banner on the next page.</summary>
    protected void Tell(string message) => TempData["Told"] = message;

    protected void AddReasons(RuleBroken refusal)
    {
        foreach (Reason reason in refusal.Reasons)
        {
            ModelState.AddModelError(KeyOf(reason.Field), reason.Rule is null ? reason.Text : $"{reason.Text} (rule {reason.Rule})");
        }
    }

    private async Task<IActionResult> Again(Func<Task<IActionResult>> again, int status)
    {
        Response.StatusCode = status;
        return await again();
    }

    // The domain says "Title"; the form may call it "Form.Title", and a date "Form.From" is posted as "Form.From.Day" and so on.
    private string KeyOf(string? field)
    {
        if (field is null)
        {
            return "";
        }

        string ending = "." + field;
        string? whole = ModelState.Keys.FirstOrDefault(key => key.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        string? part = ModelState.Keys.FirstOrDefault(key => key.Contains(ending + ".", StringComparison.OrdinalIgnoreCase));
        return whole ?? (part is null ? field : part[..(part.IndexOf(ending + ".", StringComparison.OrdinalIgnoreCase) + ending.Length)]);
    }
}
