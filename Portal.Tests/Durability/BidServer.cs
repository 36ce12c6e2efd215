using System.Globalization;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>The whole portal on a real port and a folder that outlives it, as a process that can be killed.</summary>
internal static class BidServer
{
    public const string Word = "bid-server";

    public static async Task<int> Run(string folder, string[] how)
    {
        await using PortalApp app = PortalApp.On(folder);
        app.UseKestrel(int.Parse(how[0], CultureInfo.InvariantCulture));
        app.StartServer();
        KillableServer.SayReady();
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
