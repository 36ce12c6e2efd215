namespace Portal.Domain.Audit.Signing;

/// <summary>Writes a secret to a file which only the portal's user may read (mode 0600), whole or not at all.</summary>
public static class OwnerOnlyFile
{
    public static void Write(string path, ReadOnlySpan<byte> secret)
    {
        string unfinished = path + "." + Guid.NewGuid().ToString("N");
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(unfinished, options))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }
}
