namespace Portal.Web.Start;

/// <summary>A maintenance verb: <c>dotnet run --project Portal.Web -- &lt;name&gt; …</c>. Any class of this shape is found by itself.</summary>
public interface IVerb
{
    string Name { get; }

    /// <summary>Returns the exit code: 0 done, 1 refused or failed with a message on standard error.</summary>
    Task<int> Run(string[] args, CancellationToken cancel);
}

/// <summary>Finds the verb that the command line names.</summary>
public static class Verbs
{
    /// <summary>Null for a switch, which is not a verb. Raises <see cref="StartRefused"/> for a word that is none.</summary>
    public static IVerb? Find(IServiceProvider services, string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word is ['-' or '/', ..] || word.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        // The scope lives as long as the verb, which is as long as the program.
        IVerb[] verbs = [.. services.CreateScope().ServiceProvider.GetServices<IVerb>()];
        return Array.Find(verbs, v => v.Name == word)
            ?? throw new StartRefused($"“{word}” is not one of its verbs. They are {string.Join(", ", verbs.Select(v => v.Name).Order(StringComparer.Ordinal))}; without a verb it serves.");
    }
}
