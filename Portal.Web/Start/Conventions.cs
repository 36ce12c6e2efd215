using System.Reflection;
using Portal.Db.Scenes;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Start;

/// <summary>Registers by shape, so that a new use case, verb, navigation entry or task needs no central list.</summary>
public static class Conventions
{
    private static readonly Type[] Contributions = [typeof(INavigation), typeof(ITodayTask), typeof(IVerb), typeof(IReadiness), typeof(IActorSource), typeof(IScene), typeof(ISearchSource)];

    /// <summary>Use cases (sealed, public <c>Execute</c>, constructor taking services) become scoped; contributions are registered under their interface.</summary>
    public static void AddByConvention(this IServiceCollection services)
    {
        foreach (Type type in ConcreteTypes())
        {
            if (IsUseCase(type))
            {
                services.AddScoped(type);
            }

            foreach (Type contribution in Contributions.Where(c => c.IsAssignableFrom(type)))
            {
                services.AddScoped(contribution, type);
            }
        }
    }

    public static bool IsUseCase(Type type) =>
        type is { IsSealed: true, IsClass: true, IsAbstract: false, IsGenericType: false, IsPublic: true }
        && type.Namespace is { } room && (room.StartsWith("Portal.Domain", StringComparison.Ordinal) || room.StartsWith("Portal.Workflows", StringComparison.Ordinal))
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(m => m.Name == "Execute")
        && type.GetConstructors() is [var only] && only.GetParameters() is { Length: > 0 } needs && needs.All(n => IsServiceType(n.ParameterType));

    private static bool IsServiceType(Type type) => !type.IsValueType && type != typeof(string);

    private static IEnumerable<Type> ConcreteTypes() =>
        new[] { typeof(Money).Assembly, Portal.Workflows.WorkflowsAssembly.Assembly, typeof(Conventions).Assembly, typeof(IScene).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false });
}
