namespace Portal.Web.Start;

/// <summary>A folder that the portal's own user alone may enter: the data, the letters, the keys.</summary>
public static class OwnerOnlyFolder
{
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder, or closes it to others where it was there before. On Windows the parent's permissions hold.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerAll);
        if (File.GetUnixFileMode(path) != OwnerAll)
        {
            Try(() => File.SetUnixFileMode(path, OwnerAll));
        }
    }

    /// <summary>Closes a file to everybody else.</summary>
    public static void Close(string file)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file))
        {
            Try(() => File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    // A mounted volume may refuse; then its own owner and mode hold.
    private static void Try(Action close)
    {
        try
        {
            close();
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
        }
    }
}
