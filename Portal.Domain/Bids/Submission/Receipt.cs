using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Signing;

namespace Portal.Domain.Bids.Submission;

/// <summary>What a bidder is given for a bid: who, what, when, the manifest's hash, its place in the log, signed by the portal (D1-07).</summary>
public sealed record Receipt(
    string Tender,
    string Lot,
    string Bidder,
    string Submission,
    string ReceivedAt,
    string LondonTime,
    IReadOnlyList<ReceiptFile> Files,
    string ManifestSha256,
    long LogIndex,
    string Signature)
{
    /// <summary>What is signed: the receipt as RFC 8785 JSON without its signature.</summary>
    public static byte[] SignedBytes(JsonObject receipt)
    {
        JsonObject unsigned = (JsonObject)receipt.DeepClone();
        unsigned.Remove("signature");
        return CanonicalJson.Bytes((JsonNode)unsigned);
    }

    public Receipt SignedBy(LogSigner signer) =>
        this with { Signature = Convert.ToBase64String(signer.Sign(SignedBytes((JsonObject)JsonSerializer.SerializeToNode(this, JsonSerializerOptions.Web)!))) };
}
