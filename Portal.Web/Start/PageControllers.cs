using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Portal.Web.Start;

/// <summary>
/// Keeps the controllers of pages away from what MVC does for those of an API. For each controller without that mark it reads every attribute of the assembly, one for each view among them:
/// at every start a quarter of a second of work, to learn each time that the assembly as a whole is none.
/// </summary>
public static class PageControllers
{
    private const string ForApis = "ApiBehaviorApplicationModelProvider";

    /// <summary>To be called after MVC's own services; does nothing where MVC no longer has the provider.</summary>
    public static void KeepOutOfApis(IServiceCollection services)
    {
        if (services.FirstOrDefault(s => s.ServiceType == typeof(IApplicationModelProvider) && s.ImplementationType?.Name == ForApis) is { ImplementationType: { } forApis } own)
        {
            services.Remove(own);
            services.AddTransient<IApplicationModelProvider>(s => new MarkedOnly((IApplicationModelProvider)ActivatorUtilities.CreateInstance(s, forApis)));
        }
    }

    private sealed class MarkedOnly(IApplicationModelProvider forApis) : IApplicationModelProvider
    {
        public int Order => forApis.Order;

        public void OnProvidersExecuting(ApplicationModelProviderContext context) => WithoutPages(context, forApis.OnProvidersExecuting);

        public void OnProvidersExecuted(ApplicationModelProviderContext context) => WithoutPages(context, forApis.OnProvidersExecuted);

        private static void WithoutPages(ApplicationModelProviderContext context, Action<ApplicationModelProviderContext> act)
        {
            IList<ControllerModel> controllers = context.Result.Controllers;
            ControllerModel[] all = [.. controllers];
            controllers.Clear();
            foreach (ControllerModel marked in all.Where(c => c.Attributes.OfType<IApiBehaviorMetadata>().Any()))
            {
                controllers.Add(marked);
            }

            act(context);
            controllers.Clear();
            foreach (ControllerModel controller in all)
            {
                controllers.Add(controller);
            }
        }
    }
}
