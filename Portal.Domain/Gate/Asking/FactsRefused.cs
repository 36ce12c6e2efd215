namespace Portal.Domain.Gate.Asking;

/// <summary>The facts cannot be read as the gate's vocabulary: which field is wrong and how (HTTP 422).</summary>
public sealed class FactsRefused(IReadOnlyDictionary<string, string[]> errors) : Exception("Some facts cannot be read.")
{
    public FactsRefused(string field, string message)
        : this(new Dictionary<string, string[]> { [field] = [message] })
    {
    }

    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
