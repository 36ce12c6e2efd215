using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.Kernel;

namespace Portal.Web.Accounts;

/// <summary>Closed to a session that an organisation's own provider vouched for: another organisation, and the keys with which the person signs in everywhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NotThroughOwnSignInAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (PortalPrincipals.CameThroughOwnSignIn(context.HttpContext.User))
        {
            throw new NotAllowed("You came in through your organisation’s own sign-in, which speaks for that organisation alone. To change your passkeys, codes or second factor, or to act for another organisation, sign in with your password.");
        }
    }
}
