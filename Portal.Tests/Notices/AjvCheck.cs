using System.Diagnostics;
using System.Text.Json;
using Portal.Tests.House;

namespace Portal.Tests.Notices;

/// <summary>Runs the real ajv over OCDS packages. Its packages are pinned by a lock file and installed once, from the package feed, into the machine's temporary folder.</summary>
internal static class AjvCheck
{
    private static readonly string Source = Path.Combine(SourceTree.Root, "Portal.Tests", "Notices", "Ajv");
    private static readonly string Schemas = Path.Combine(SourceTree.Root, "Portal.Tests", "Notices", "Schema");
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>The faults of each package, in its order.</summary>
    public static async Task<IReadOnlyList<string[]>> Faults(IReadOnlyList<byte[]> packages, CancellationToken cancellation)
    {
        string tool = await Installed(cancellation);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ocds-");
        try
        {
            List<string> files = [];
            for (int at = 0; at < packages.Count; at++)
            {
                files.Add(Path.Combine(folder.FullName, $"{at}.json"));
                await File.WriteAllBytesAsync(files[at], packages[at], cancellation);
            }

            string said = await Run("node", [Path.Combine(tool, "check.mjs"), Schemas, .. files], tool, cancellation);
            return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Installed(CancellationToken cancellation)
    {
        string lockFile = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"), cancellation);
        string version = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lockFile)))[..12];
        string tool = Path.Combine(Path.GetTempPath(), $"portal-ocds-ajv-{Environment.UserName}-{version}");
        await Installing.WaitAsync(cancellation);
        try
        {
            Directory.CreateDirectory(tool);
            foreach (string file in Directory.EnumerateFiles(Source))
            {
                File.Copy(file, Path.Combine(tool, Path.GetFileName(file)), overwrite: true);
            }

            string done = Path.Combine(tool, "installed");
            if (!File.Exists(done))
            {
                await Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], tool, cancellation);
                await File.WriteAllTextAsync(done, version, cancellation);
            }

            return tool;
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<string> Run(string program, string[] arguments, string folder, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        string said = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return said;
    }
}
