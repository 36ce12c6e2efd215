using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>The whole portal on a real port and a folder that outlives it, as a process that can be killed.</summary>
internal static class BidServer
{
    public const string Word = "bid-server";

    /// <summary>The positive control: nothing waits for the disk.</summary>
    public const string WithoutWait = "without-wait";

    public static async Task<int> Run(string folder, string[] how)
    {
        await using PortalApp app = how.Contains(WithoutWait) ? PortalApp.On(folder, new NeverWaits()) : PortalApp.On(folder);
        app.UseKestrel(int.Parse(how[0], CultureInfo.InvariantCulture));
        app.StartServer();
        KillableServer.SayReady();
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private sealed class NeverWaits : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=NORMAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
