namespace Portal.Domain.Organisations.Evidence;

/// <summary>Looks through a file's bytes for malware as they stream past.</summary>
public interface IVirusScan
{
    Task<ScanState> Scan(Stream content, CancellationToken ct);
}
