using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Portal.Tests.House;

/// <summary>The house's sizes: where growth stops.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_production_file_passes_300_lines() =>
        Assert.Empty(SourceTree.Code.Where(f => f.Lines > 300).Select(f => $"{f.Path}: {f.Lines}"));

    [Fact]
    public void No_method_passes_45_lines()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               from method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
               let lines = LinesOf(method)
               where lines > 45
               select $"{file.Path}:{method.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {lines} lines",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_controller_passes_150_lines() =>
        Assert.Empty(SourceTree.Code.Where(f => f.Path.EndsWith("Controller.cs", StringComparison.Ordinal) && f.Lines > 150).Select(f => $"{f.Path}: {f.Lines}"));

    [Fact]
    public void No_use_case_passes_80_lines()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               where file.Room is not null
               from type in file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
               where type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text == "Execute" && m.Modifiers.Any(x => x.ValueText == "public"))
               let lines = LinesOf(type)
               where lines > 80
               select $"{file.Path} {type.Identifier.Text}: {lines}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_view_passes_150_lines() =>
        Assert.Empty(SourceTree.Views().Select(path => (Path: SourceTree.Relative(path), Lines: File.ReadLines(path).Count())).Where(v => v.Lines > 150).Select(v => $"{v.Path}: {v.Lines}"));

    [Fact]
    public void No_constructor_takes_more_than_six_things()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               from type in file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
               let most = type.Members.OfType<ConstructorDeclarationSyntax>().Where(IsOpen).Select(c => c.ParameterList.Parameters.Count).Append(type.ParameterList?.Parameters.Count ?? 0).Max()
               where most > 6
               select $"{file.Path} {type.Identifier.Text}: {most}",
        ];

        Assert.Empty(wrong);
    }

    private static bool IsOpen(ConstructorDeclarationSyntax constructor) => constructor.Modifiers.Any(m => m.ValueText == "public");

    private static int LinesOf(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
