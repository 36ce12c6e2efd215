using System.Runtime.CompilerServices;

namespace Portal.Tests.Furniture;

/// <summary>Hosts in tests do not watch files: a machine allows one user 128 inotify instances, hundreds of hosts start here, and a host keeps its watchers until the collector finds them.</summary>
static class NoWatchedFiles
{
    [ModuleInitializer]
    internal static void Ask()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
