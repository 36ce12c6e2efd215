using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.Submission;

/// <summary>Remembers which submission an Idempotency-Key of a client led to, so that a repeated call gets the same answer and never a second bid.</summary>
public sealed class SubmissionKey
{
    private SubmissionKey()
    {
    }

    internal SubmissionKey(string client, string place, string key, string bodySha256, SubmissionId submission)
    {
        Client = client;
        Place = place;
        Key = key;
        BodySha256 = bodySha256;
        Submission = submission;
    }

    /// <summary>The API client, or the person on the pages.</summary>
    public string Client { get; private set; } = "";

    /// <summary>Method and path.</summary>
    public string Place { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string BodySha256 { get; private set; } = "";

    public SubmissionId Submission { get; private set; }
}

/// <summary>What a caller says so that a repetition is known as one: who, where, the key, and the hash of what was sent.</summary>
public sealed record Repetition(string Client, string Place, string Key, string BodySha256)
{
    /// <summary>A home with a fault is left out and named in the answer, so that it sinks no other home; a page asks its reader before.</summary>
    public bool LeavesOutFaultyHomes { get; init; }
}

/// <summary>An Idempotency-Key came again with another body (422).</summary>
public sealed class KeyUsedOtherwise() : Exception("This Idempotency-Key was used with another body. Use a new key for a new request.");

/// <summary>The draft cannot be submitted yet: what is missing (422).</summary>
public sealed class BidIncomplete(IReadOnlyList<Drafts.MissingPart> missing) : Exception("The bid is not complete.")
{
    public IReadOnlyList<Drafts.MissingPart> Missing { get; } = missing;
}
