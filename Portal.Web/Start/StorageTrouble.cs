using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Web.Start;

/// <summary>Tells a database or disk that cannot take anything just now (503), or has no room (507), from a fault of the portal's own; both say when to try again.</summary>
public static class StorageTrouble
{
    private const int Busy = 5; // SQLite's result codes
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Failing = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoSpaceOnLinux = 28; // ENOSPC
    private const int NoSpaceOnWindows = unchecked((int)0x80070070); // ERROR_DISK_FULL
    private const int SecondsToWait = 10;

    /// <summary>Null when it is not the storage.</summary>
    public static int? StatusOf(Exception? problem) => problem switch
    {
        null => null,
        SqliteException { SqliteErrorCode: Full } or IOException { HResult: NoSpaceOnLinux or NoSpaceOnWindows } => StatusCodes.Status507InsufficientStorage,
        SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or Failing or CannotOpen } or DbException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusOf(problem.InnerException),
    };

    /// <summary>Says when to come back, where the trouble is likely to pass.</summary>
    public static void SayWhenToRetry(HttpResponse response, int status)
    {
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage)
        {
            response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);
        }
    }
}
