namespace Portal.Web.Evaluation.Calculators;

/// <summary>What is wrong with a request, field by field, in the order found. Stops counting at a hundred: nobody reads more.</summary>
internal sealed class FieldErrors
{
    private const int Most = 100;

    private readonly Dictionary<string, List<string>> byField = [];
    private int count;

    public bool Any => count > 0;

    public void Add(string field, string message)
    {
        if (count >= Most)
        {
            return;
        }

        if (!byField.TryGetValue(field, out List<string>? messages))
        {
            byField[field] = messages = [];
        }

        if (!messages.Contains(message))
        {
            messages.Add(message);
            count++;
        }
    }

    public Dictionary<string, string[]> ToProblem() => byField.ToDictionary(f => f.Key, f => f.Value.ToArray());
}
