using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Each signing-in is a session with a number of its own; a session that was signed out is over on the server too, at the next click.</summary>
public static class Sessions
{
    /// <summary>The number of the running session; null for the public.</summary>
    public static Guid? Of(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(PortalClaims.Session), out Guid session) ? session : null;

    /// <summary>Refuses a cookie whose session was ended, or that has none.</summary>
    public static async Task MustRun(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PortalDb db = context.HttpContext.RequestServices.GetRequiredService<PortalDb>();
        if (Of(context.Principal) is not { } session || await db.EndedSessions.AnyAsync(s => s.Id == session, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}
