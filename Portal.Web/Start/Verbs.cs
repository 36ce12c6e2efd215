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
    public static IVerb? Find(IServiceProvider services, string word) =>
        word.StartsWith('-') ? null : services.CreateScope().ServiceProvider.GetServices<IVerb>().FirstOrDefault(v => v.Name == word);
}
