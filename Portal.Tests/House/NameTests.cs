using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Portal.Tests.House;

/// <summary>Names of the trade, and a sentence on every public type of the domain.</summary>
public sealed class NameTests
{
    private static readonly string[] Unwanted = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Model", "Dto", "Impl", "Repository"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
               where Unwanted.Any(u => type.Identifier.Text.EndsWith(u, StringComparison.Ordinal))
               select $"{file.Path} {type.Identifier.Text}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_public_type_of_the_domain_says_what_it_is()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               where file.Room is not null
               from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
               where type.Modifiers.Any(m => m.ValueText == "public") && type.Parent is BaseNamespaceDeclarationSyntax && !type.Modifiers.Any(m => m.ValueText == "partial")
               where !type.HasStructuredTrivia || !type.GetLeadingTrivia().ToFullString().Contains("<summary>", StringComparison.Ordinal)
               select $"{file.Path} {type.Identifier.Text}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_clock_is_asked_never_the_machine()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               from access in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
               where access.ToString() is "DateTime.Now" or "DateTime.UtcNow" or "DateTime.Today" or "DateTimeOffset.Now" or "DateTimeOffset.UtcNow"
               select $"{file.Path} {access}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "NotImplemented" + "Exception"];
        string[] wrong = [.. from file in SourceTree.Code from mark in marks where file.Text.Contains(mark, StringComparison.Ordinal) select $"{file.Path} {mark}"];

        Assert.Empty(wrong);
    }
}
