using System.Diagnostics;
using System.Globalization;

namespace Portal.Tests.Durability;

/// <summary>A disk of its own: an ext4 file system in a file, mounted through a loop device. Pulling its plug copies what the device has been given at that moment; what the operating system still kept in memory is gone, as at a power cut.</summary>
internal sealed class LoopDisk : IDisposable
{
    private const int Megabytes = 192;

    private readonly string image;

    private LoopDisk(string image, string folder) => (this.image, Folder) = (image, folder);

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Why this machine cannot do it; null when it can.</summary>
    public static string? WhyNot => !OperatingSystem.IsLinux() ? "A power cut is tried on Linux only." : Environment.UserName != "root" || !File.Exists("/dev/loop-control") ? "A power cut needs root and loop devices." : null;

    public static LoopDisk New()
    {
        string image = Path.Combine(Path.GetTempPath(), $"portal-disk-{Guid.NewGuid():N}.img");
        using (FileStream made = new(image, FileMode.CreateNew))
        {
            made.SetLength(Megabytes * 1024L * 1024L);
        }

        Run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", image);
        return Mount(image);
    }

    /// <summary>The plug is pulled: what a new machine finds on the disk.</summary>
    public LoopDisk PullThePlug()
    {
        string copy = Path.Combine(Path.GetTempPath(), $"portal-disk-{Guid.NewGuid():N}.img");
        string before;
        do
        {
            before = Writes();
            Run("cp", "--sparse=always", image, copy);
        }
        while (before != Writes()); // a write of the kernel's own in the middle would tear the copy

        return Mount(copy);
    }

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
        File.Delete(image);
    }

    // commit=300: the journal is not written out by the clock in the middle of a round.
    private static LoopDisk Mount(string image)
    {
        string folder = Directory.CreateTempSubdirectory("portal-disk-").FullName;
        Run("mount", "-o", "loop,commit=300", image, folder);
        return new LoopDisk(image, folder);
    }

    // Field 5 of the device's statistics: writes completed.
    private string Writes()
    {
        string device = Run("findmnt", "-n", "-o", "SOURCE", Folder).Trim();
        string[] numbers = File.ReadAllText($"/sys/block/{Path.GetFileName(device)}/stat").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Create(CultureInfo.InvariantCulture, $"{numbers[4]} written, {numbers[8].Trim()} on the way");
    }

    private static string Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string said = process.StandardOutput.ReadToEnd();
        string complained = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: {complained}");
    }
}
