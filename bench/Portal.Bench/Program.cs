namespace Portal.Bench;

/// <summary><c>dotnet run -c Release --project bench/Portal.Bench -- &lt;id&gt; [small]</c>: runs one benchmark and the limit it is compared with, by turns, and prints both.</summary>
internal static class Program
{
    private static readonly Dictionary<string, (string What, Func<Scale, Task> Run)> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["engine"] = ("resume of a workflow step against a bare one-row commit", EngineBench.Run),
        ["b1"] = ("storm of submissions against a bare endpoint that seals and commits", StormBench.Run),
        ["b1b"] = ("burst in the last second against the same", StormBench.Burst),
        ["b2"] = ("upload against a loop that hashes, encrypts and waits for the disk", UploadBench.Run),
        ["stream"] = ("10 GiB sent to the portal by tus, and 10 GiB sent where 10 bytes were announced", StreamBench.Run),
        ["b3"] = ("evaluation of 20 lots against a loop over arrays of doubles, and against a spreadsheet", EvaluationBench.Run),
        ["b3page"] = ("evaluator's page with 200 bids against the same page with four", EvaluatorPageBench.Run),
        ["b4"] = ("gate decision with many purchases against prepared statements", GateBench.Run),
        ["b5"] = ("log: append against the same rows, verify against a hash loop", LogBench.Run),
        ["b8"] = ("export of releases against a JSON writer from memory", ExportBench.Run),
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var id, .. var rest] || !All.TryGetValue(id, out (string What, Func<Scale, Task> Run) bench))
        {
            Console.WriteLine("Which one?");
            foreach ((string name, (string what, _)) in All)
            {
                Console.WriteLine($"  {name,-8}{what}");
            }

            return 1;
        }

        Console.WriteLine($"{id}: {bench.What}");
        await bench.Run(rest.Contains("small") ? Scale.Small : Scale.Whole);
        Console.WriteLine($"  the machine's load meanwhile: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown")}, {Environment.ProcessorCount} cores");
        return 0;
    }
}

/// <summary>A small run shows that it works; a whole one gives the figures.</summary>
internal enum Scale
{
    Small,
    Whole,
}
