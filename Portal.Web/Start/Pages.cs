using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Portal.Web.Furniture;

namespace Portal.Web.Start;

/// <summary>MVC for pages: views beside their controllers, antiforgery on every POST of a page, refusals as pages, plain-English binding messages.</summary>
public static class Pages
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddControllersWithViews(options =>
        {
            options.Conventions.Add(new PagesCarryAntiforgery());
            options.Filters.Add<PageRefusals>();
            options.ModelBinderProviders.Insert(0, new PortalBinders());
            Messages(options.ModelBindingMessageProvider);
        });
        PageControllers.KeepOutOfApis(services);
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Furniture/{0}.cshtml");
            options.ViewLocationExpanders.Add(new RoomViewLocations());
        });
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "__RequestVerificationToken";
            options.Cookie.Name = "portal-antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddScoped<Menu>();
        services.AddSingleton<Doors>();
        services.AddSingleton<PrintedCheckpoint>();
        services.AddScoped<Organisations.AwaitingVerification>();
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        Policies.Add(services);
    }

    private static void Messages(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => "Enter a value");
        messages.SetMissingBindRequiredValueAccessor(name => $"Enter {GovWords.Sentence(name)}");
        messages.SetValueMustBeANumberAccessor(name => $"{GovWords.Title(name)} must be a number");
        messages.SetValueIsInvalidAccessor(_ => "Enter a valid value");
        messages.SetAttemptedValueIsInvalidAccessor((_, name) => $"{GovWords.Title(name)} is not in the right form");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Enter a valid value");
    }

    /// <summary>API controllers carry tokens, not cookies; every other controller checks the antiforgery token on unsafe methods, but for the one that shows the page of a form without a token.</summary>
    private sealed class PagesCarryAntiforgery : IControllerModelConvention
    {
        public void Apply(ControllerModel controller)
        {
            if (!controller.Attributes.Any(a => a is ApiControllerAttribute or IgnoreAntiforgeryTokenAttribute))
            {
                controller.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            }
        }
    }
}
