using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>What the cookie carries: the person and the organisation acted for, never a role.</summary>
public sealed class PortalPrincipals(UserManager<Account> accounts, IOptions<IdentityOptions> options, PortalDb db, IHttpContextAccessor http)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        ClaimsIdentity identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PortalClaims.Person, user.Person.Value.ToString()));
        if (await OrganisationFor(user.Person) is { } organisation)
        {
            identity.AddClaim(new Claim(PortalClaims.Organisation, organisation.Value.ToString()));
        }

        identity.AddClaim(new Claim(PortalClaims.Session, SessionOf(user).ToString()));
        if (!user.TwoFactorEnabled)
        {
            identity.AddClaim(new Claim(PortalClaims.MustEnrol, "true"));
        }

        return identity;
    }

    /// <summary>Chooses, for the sign-in that follows in this request, which of the person's organisations to act for.</summary>
    public static void ActFor(HttpContext context, OrganisationId organisation)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[PortalClaims.Organisation] = organisation.Value.ToString();
    }

    /// <summary>Whether a second factor must be set up first: not for who comes through an organisation's own sign-in, which asks for one itself.</summary>
    public static bool MustEnrol(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasClaim(PortalClaims.MustEnrol, "true") && !CameThroughOwnSignIn(user);
    }

    /// <summary>Whether an organisation's own provider vouched for the person in this session: only for that organisation, and not for the person's own keys.</summary>
    public static bool CameThroughOwnSignIn(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindFirstValue(ClaimTypes.AuthenticationMethod)?.StartsWith(OwnProvider.SchemePrefix, StringComparison.Ordinal) == true;
    }

    /// <summary>When the cookie is checked against the database each minute: the organisation acted for and the way of signing in stay what they were.</summary>
    public static Task Stay(SecurityStampRefreshingPrincipalContext refresh)
    {
        ArgumentNullException.ThrowIfNull(refresh);
        if (refresh is { CurrentPrincipal: { } before, NewPrincipal.Identity: ClaimsIdentity after })
        {
            foreach (string kept in (string[])[PortalClaims.Organisation, PortalClaims.Session, ClaimTypes.AuthenticationMethod])
            {
                if (before.FindFirst(kept) is { } claim)
                {
                    after.FindAll(kept).ToList().ForEach(after.RemoveClaim);
                    after.AddClaim(claim.Clone());
                }
            }
        }

        return Task.CompletedTask;
    }

    // A cookie that is renewed within a session stays of that session, so that signing out ends them all.
    private Guid SessionOf(Account user)
    {
        ClaimsPrincipal? running = http.HttpContext?.User;
        bool same = running?.FindFirstValue(PortalClaims.Person) == user.Person.Value.ToString();
        return same && Sessions.Of(running) is { } session ? session : Guid.NewGuid();
    }

    // Stays with the organisation of the running session when the cookie is renewed, as long as the person still belongs to it.
    private async Task<OrganisationId?> OrganisationFor(PersonId person)
    {
        List<OrganisationId> theirs = await db.Set<Membership>().AsNoTracking().Where(m => m.Person == person).OrderBy(m => m.Organisation).Select(m => m.Organisation).ToListAsync();
        string? before = http.HttpContext?.Items[PortalClaims.Organisation] as string ?? http.HttpContext?.User.FindFirstValue(PortalClaims.Organisation);
        return theirs.Where(o => o.Value.ToString() == before).Concat(theirs).Select(o => (OrganisationId?)o).FirstOrDefault();
    }
}
