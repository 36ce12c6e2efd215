using Portal.Tests.Durability;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Portal.Tests.Furniture;

/// <summary>Runs the tests; or, when told so, is one of the servers that the durability tests start and kill.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        [EngineServer.Word, var folder, var origin] => EngineServer.Run(folder, origin),
        [BidServer.Word, var folder, .. var how] => BidServer.Run(folder, how),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
