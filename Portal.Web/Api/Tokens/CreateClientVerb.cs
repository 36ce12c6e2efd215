using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Start;

namespace Portal.Web.Api.Tokens;

/// <summary><c>create-client &lt;name&gt; --organisation &lt;code&gt; --scope &lt;scope&gt;</c>: prints the new client's secret, once.</summary>
public sealed class CreateClientVerb(CreateClient create) : IVerb
{
    public string Name => "create-client";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        string[] scopes = [.. Values(args, "--scope").SelectMany(given => given.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))];
        if (args is not [var name, ..] || name.StartsWith('-') || Values(args, "--organisation") is not [var organisation] || scopes.Length == 0)
        {
            await Console.Error.WriteLineAsync("Usage: create-client <name> --organisation <code> --scope <scope> [--scope <scope>]");
            return 1;
        }

        try
        {
            Console.WriteLine(await create.Execute(Actor.Portal, name, organisation, scopes, cancel));
            return 0;
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static string[] Values(string[] args, string option) =>
        [.. args.Index().Where(arg => arg.Item == option && arg.Index + 1 < args.Length).Select(arg => args[arg.Index + 1])];
}
