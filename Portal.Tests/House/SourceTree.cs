using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Portal.Tests.House;

/// <summary>The repository's own source, read once for the house's tests.</summary>
internal static class SourceTree
{
    private static readonly string[] Production = ["Portal.Domain", "Portal.Workflows", "Portal.Web", "db"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Code { get; } =
    [
        .. Production.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !IsMade(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    public static IEnumerable<string> Views() =>
        Directory.EnumerateFiles(Path.Combine(Root, "Portal.Web"), "*.cshtml", SearchOption.AllDirectories).Where(path => !IsMade(path));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsMade(string path) =>
        path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains("node_modules", StringComparison.Ordinal)
        || path.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains($"{Path.DirectorySeparatorChar}CompiledModel{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

/// <summary>One C# file: where it is, its text, its syntax.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private CompilationUnitSyntax? root;

    public CompilationUnitSyntax Syntax => root ??= CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();

    public int Lines => Text.AsSpan().Count('\n');

    public string? Room => Path.Split('/') is ["Portal.Domain", var room, _, ..] ? room : null;
}
