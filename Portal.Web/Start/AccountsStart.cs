using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Web.Accounts;
using Portal.Web.Api;
using Portal.Web.Furniture;
using Portal.Workflows.Outbox;

namespace Portal.Web.Start;

/// <summary>Signing in: ASP.NET Core Identity, its cookie, and who the actor is for this request.</summary>
public static class AccountsStart
{
    /// <summary>The cookie of people who are signed in.</summary>
    internal const string CookieName = "portal";

    // Five from one address are stopped before (PasswordDoor); this stops many addresses together.
    private const int LockedAfter = 50;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(Rules)
            .AddEntityFrameworkStores<PortalDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PortalPrincipals>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(Cookie);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = PortalPrincipals.Stay;
        });
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(72));
        services.AddScoped<CurrentActor>();
        services.AddScoped<AccountLetters>();
        services.AddScoped<AskNewPassword>();
        services.AddScoped<IOutboxChannel, PasswordLetterChannel>();
        services.AddScoped<PasswordAgain>();
        services.AddSingleton<Attempts>();
        services.AddScoped<KnownDevice>();
        services.AddScoped<PasswordDoor>();
    }

    /// <summary>Reads the actor from the database once per request, and keeps a person who must set up a second factor on that page.</summary>
    public static void UseCurrentActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await context.RequestServices.GetRequiredService<CurrentActor>().Load(context.User);
        if (PortalPrincipals.MustEnrol(context.User) && !MayBeforeEnrolment(context.Request.Path))
        {
            context.Response.Redirect("/accounts/second-factor");
            return;
        }

        await next(context);
    });

    private static bool MayBeforeEnrolment(PathString path) =>
        path.StartsWithSegments("/accounts/second-factor") || path.StartsWithSegments("/accounts/sign-out") || path.StartsWithSegments("/error");

    // Length and lock-out instead of composition rules, as the NCSC advises.
    private static void Rules(IdentityOptions options)
    {
        AccountSchema.Choose(options);
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = LockedAfter;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.SignIn.RequireConfirmedEmail = true;
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/accounts/sign-in";
        options.AccessDeniedPath = "/error/403";
        options.ReturnUrlParameter = "back";
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        Func<CookieValidatePrincipalContext, Task> stamp = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            await Sessions.MustRun(context);
            await (context.Principal is null ? Task.CompletedTask : stamp(context));
        };
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, context.RedirectUri);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, null);
    }

    // Machines get the status; people are led to the sign-in page, or told on the spot that they may not.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string? page)
    {
        if (page is null || ApiErrors.Covers(context.HttpContext))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(page);
        }

        return Task.CompletedTask;
    }
}
