using Portal.Domain.Kernel;
using Portal.Web.Start;

namespace Portal.Web.Audit;

/// <summary><c>export-audit &lt;tender&gt; &lt;file&gt;</c>: writes the tender's log entries, their payloads and proofs, and the whole tree of hashes into one zip that <c>verify-log</c> checks.</summary>
public sealed class ExportAuditVerb(IServiceProvider services, AuditPack pack) : IVerb
{
    public string Name => "export-audit";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        if (args is not [var tender, var file])
        {
            await Console.Error.WriteLineAsync("Usage: export-audit <tender> <file>");
            return 1;
        }

        try
        {
            await Preparation.Migrate(services, cancel);
            await using FileStream target = new(file, FileMode.Create, FileAccess.ReadWrite);
            int entries = await pack.Write(tender, target, cancel);
            Console.WriteLine($"{entries} entries of tender {tender} written to {file}.");
            return 0;
        }
        catch (Exception refused) when (refused is NotFound or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
