namespace Portal.Web.Start;

/// <summary>A folder that the portal's own user alone may enter: the data, the letters, the keys.</summary>
public static class OwnerOnlyFolder
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder, or closes it to others where it was there before. On Windows the parent's permissions hold.</summary>
    public static void Make(string path)
    {
        Directory.CreateDirectory(path);
        SetMode(path, OwnerReadsAndWrites | UnixFileMode.UserExecute);
    }

    /// <summary>Closes a file to everybody else.</summary>
    public static void Close(string file)
    {
        if (File.Exists(file))
        {
            SetMode(file, OwnerReadsAndWrites);
        }
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == mode)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            // A mounted volume may refuse; then its own owner and mode hold.
        }
    }
}
