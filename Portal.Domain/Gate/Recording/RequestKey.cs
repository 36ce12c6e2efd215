namespace Portal.Domain.Gate.Recording;

/// <summary>A client's idempotency key and the decision it led to: the same request twice is one decision.</summary>
public sealed class RequestKey
{
    private RequestKey()
    {
    }

    public RequestKey(string client, string key, string bodySha256, GateDecisionId decision)
    {
        (Client, Key, BodySha256, Decision) = (client, key, bodySha256, decision);
    }

    public string Client { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string BodySha256 { get; private set; } = "";

    public GateDecisionId Decision { get; private set; }
}
