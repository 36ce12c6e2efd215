using System.Runtime.CompilerServices;

namespace Portal.Tests.Furniture;

/// <summary>Hosts in tests do not watch their settings files: a machine allows one user 128 watchers, and hundreds of hosts start here, some as processes of their own.</summary>
static class NoWatchedFiles
{
    [ModuleInitializer]
    internal static void Ask() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
