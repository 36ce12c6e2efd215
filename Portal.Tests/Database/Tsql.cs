using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Database;

/// <summary>SQL Server's own parser, for the language of SQL Server 2019.</summary>
internal static class Tsql
{
    /// <summary>What the parser has against the text; empty when it is T-SQL.</summary>
    public static IReadOnlyList<string> Errors(string text)
    {
        using var reader = new StringReader(text);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out IList<ParseError> errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
    }
}
