using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Tests.Furniture;
using Portal.Web.Start;

namespace Portal.Tests.House;

/// <summary>Everything that is registered by its shape can really be made.</summary>
public sealed class CompositionTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly Type[] UseCases =
        [.. new[] { typeof(PortalDb).Assembly, Portal.Workflows.WorkflowsAssembly.Assembly }.SelectMany(a => a.GetTypes()).Where(Conventions.IsUseCase)];

    private static readonly Type[] Controllers =
        [.. typeof(Program).Assembly.GetTypes().Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract)];

    [Fact]
    public async Task Every_use_case_can_be_made()
    {
        List<string> wrong = [];
        await app.With(services =>
        {
            wrong.AddRange(UseCases.Where(t => !CanMake(() => services.GetRequiredService(t))).Select(t => t.FullName!));
            return Task.CompletedTask;
        });

        Assert.NotEmpty(UseCases);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_controller_can_be_made()
    {
        List<string> wrong = [];
        await app.With(services =>
        {
            wrong.AddRange(Controllers.Where(t => !CanMake(() => ActivatorUtilities.CreateInstance(services, t))).Select(t => t.FullName!));
            return Task.CompletedTask;
        });

        Assert.NotEmpty(Controllers);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Page_controllers_are_still_kept_out_of_what_mvc_does_for_interfaces()
    {
        using IServiceScope scope = app.Services.CreateScope();
        string[] providers = [.. scope.ServiceProvider.GetServices<IApplicationModelProvider>().Select(p => p.GetType().Name)];

        Assert.Contains("MarkedOnly", providers);
        Assert.DoesNotContain("ApiBehaviorApplicationModelProvider", providers);
    }

    private static bool CanMake(Func<object> make)
    {
        try
        {
            return make() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
