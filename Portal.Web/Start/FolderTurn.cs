namespace Portal.Web.Start;

/// <summary>One portal at a time makes a data folder ready: the schema, reference data, the demo. Another one started meanwhile waits for it and says so. The turn ends with the program that has it, however that ends.</summary>
public sealed class FolderTurn : IDisposable
{
    private const string Mark = "being-prepared";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // What the system says when another program holds the file: EWOULDBLOCK on Linux and macOS, a sharing or lock violation on Windows.
    private static readonly int[] HeldByAnother = [11, 35, 32, 33];
    private readonly FileStream held;

    private FolderTurn(FileStream held) => this.held = held;

    /// <summary>Waits for the turn. Raises <see cref="StartRefused"/> where the folder takes no file.</summary>
    public static async Task<FolderTurn> Take(string folder, CancellationToken cancel)
    {
        OwnerOnlyFolder.Make(folder);
        for (bool told = false; ; told = true)
        {
            if (TryTake(folder) is { } turn)
            {
                return turn;
            }

            if (!told)
            {
                await Console.Out.WriteLineAsync($"Another portal is making “{folder}” ready; this one waits for it.");
            }

            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    /// <summary>Lets the next one begin.</summary>
    public void Dispose() => held.Dispose();

    private static FolderTurn? TryTake(string folder)
    {
        try
        {
            return new FolderTurn(new FileStream(Path.Combine(folder, Mark), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException busy) when (HeldByAnother.Contains(busy.HResult & 0xFFFF))
        {
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"PORTAL__DATA is “{folder}”, and no file can be written there. {refused.Message}");
        }
    }
}
