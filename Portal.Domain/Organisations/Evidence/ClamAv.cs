using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>ClamAV's daemon over TCP (command INSTREAM). When it cannot be reached or refuses, the file is unscannable, never clean.</summary>
public sealed class ClamAv(string host, int port) : IVirusScan
{
    private const int Chunk = 64 * 1024;

    public async Task<ScanState> Scan(Stream content, CancellationToken ct)
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(host, port, ct);
            await using NetworkStream wire = client.GetStream();
            await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
            await Send(content, wire, ct);
            using StreamReader answer = new(wire, Encoding.ASCII);
            return Judge(await answer.ReadToEndAsync(ct));
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return ScanState.Unscannable;
        }
    }

    private static async Task Send(Stream content, Stream wire, CancellationToken ct)
    {
        byte[] frame = new byte[4 + Chunk];
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(frame.AsMemory(4), Chunk, throwOnEndOfStream: false, ct);
            BinaryPrimitives.WriteInt32BigEndian(frame, read);
            await wire.WriteAsync(frame.AsMemory(0, 4 + read), ct);
        }
        while (read > 0);
    }

    private static ScanState Judge(string answer) => answer switch
    {
        _ when answer.Contains(" FOUND", StringComparison.Ordinal) => ScanState.Infected,
        _ when answer.Contains(": OK", StringComparison.Ordinal) => ScanState.Clean,
        _ => ScanState.Unscannable,
    };
}
