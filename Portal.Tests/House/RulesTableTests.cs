using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Portal.Tests.House;

/// <summary>
/// docs/rules.md lists every rule of the rules file with the tests that prove it, or with the reason why the portal does not enforce it.
/// A test proves a rule when it bears <see cref="RuleAttribute"/>, asserts the rule's id, or is named for it in rules.csv, which people review.
/// A test that only asserts the code of a refusal is weaker evidence and stands in a column of its own, and only where the domain uses that code for this rule alone:
/// a code that several rules share, or that some place uses without citing the rule, says nothing of any of them; nor does a literal outside an assertion.
/// To renew the table: <c>PORTAL_WRITE_TABLES=1</c> and this class.
/// </summary>
public sealed partial class RulesTableTests
{
    private const int Shown = 4;
    private static readonly string Table = Path.Combine(SourceTree.Root, "docs", "rules.md");
    private static readonly IReadOnlyList<ReviewedRule> Reviewed = [.. ReviewedRule.Read(Path.Combine(SourceTree.Root, "Portal.Tests", "House", "rules.csv"))];
    private static readonly Lazy<IReadOnlyList<FoundTest>> AllTests = new(() => [.. Tests()]);
    private static readonly Lazy<ILookup<string, string>> Proofs = new(FindProofs);
    private static readonly Lazy<ILookup<string, string>> Refusals = new(FindRefusals);

    [Fact]
    public void The_table_of_rules_names_every_rule_and_only_tests_that_there_are()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE_TABLES") == "1")
        {
            File.WriteAllText(Table, Written());
        }

        Dictionary<string, Match> listed = File.ReadLines(Table).Select(line => Row().Match(line)).Where(m => m.Success).ToDictionary(m => m.Groups[1].Value);

        Assert.Equal(Reviewed.Select(rule => rule.Id), listed.Keys);
        Assert.Empty(listed.SelectMany(row => Gone(row.Key, row.Value.Groups[2].Value, Proofs.Value)));
        Assert.Empty(listed.SelectMany(row => Gone(row.Key, row.Value.Groups[3].Value, Refusals.Value)));
    }

    [Fact]
    public void A_rule_without_a_test_has_a_reason_and_one_with_a_test_is_not_called_unenforced()
    {
        string[] wrong = [.. Reviewed.Where(rule => !Proofs.Value[rule.Id].Any() && !Refusals.Value[rule.Id].Any() && rule.WhyNot.Length == 0).Select(rule => $"{rule.Id}: neither test nor reason")];
        string[] stale = [.. Reviewed.Where(rule => rule.Tests.Count > 0 && rule.WhyNot.Length > 0).Select(rule => $"{rule.Id}: both tests and a reason why not")];

        Assert.Empty(wrong);
        Assert.Empty(stale);
    }

    [Fact]
    public void Every_test_that_the_reviewed_list_names_exists()
    {
        HashSet<string> there = [.. AllTests.Value.Select(test => test.Name)];

        Assert.Empty(Reviewed.SelectMany(rule => rule.Tests.Where(test => !there.Contains(test)).Select(test => $"{rule.Id}: {test}")));
    }

    private static IEnumerable<string> Gone(string rule, string cell, ILookup<string, string> there) =>
        TestName().Matches(cell).Select(test => test.Groups[1].Value).Where(test => !there[rule].Contains(test)).Select(test => $"{rule} {test}");

    private static string Written()
    {
        StringBuilder text = new();
        int proved = Reviewed.Count(rule => Proofs.Value[rule.Id].Any());
        int met = Reviewed.Count(rule => !Proofs.Value[rule.Id].Any() && Refusals.Value[rule.Id].Any());
        text.Append("# Rules and the tests that prove them\n\n");
        text.Append("Made by `RulesTableTests` from the tests; do not edit. The ids are those of the portal’s rules file; `Portal.Tests/House/rules.csv` holds the reviewed names and reasons.\n\n");
        text.Append("A test *names* a rule when it bears the rule’s id, asserts it, or is named for it in the reviewed list. A test that only *meets its refusal* asserts the code with which the portal refuses what this rule alone forbids: weaker evidence, for the test may be about something else.\n\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{proved} of {Reviewed.Count} rules are proved by a test that names them; of {met} more a test only meets the refusal.\n\n| rule | what it says | tests that name it, or why it is not enforced | other tests that only meet its refusal |\n|---|---|---|---|\n");
        foreach (ReviewedRule rule in Reviewed)
        {
            string[] tests = Sorted(Proofs.Value[rule.Id]);
            string[] refusals = Sorted(Refusals.Value[rule.Id]);
            string proof = tests.Length > 0 ? Listed(tests) : rule.WhyNot.Length > 0 ? $"Not enforced: {rule.WhyNot}." : "No test names it.";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {rule.Id} | {rule.What.Replace("|", "/", StringComparison.Ordinal)} | {proof} | {Listed(refusals)} |\n");
        }

        return text.ToString();
    }

    private static string[] Sorted(IEnumerable<string> tests) => [.. tests.Distinct().Order(StringComparer.Ordinal)];

    private static string Listed(string[] tests) => string.Join("<br>", tests.Take(Shown).Select(test => $"`{test}`")) + (tests.Length > Shown ? $" and {tests.Length - Shown} more" : "");

    private static ILookup<string, string> FindProofs()
    {
        IEnumerable<(string Rule, string Test)> found = AllTests.Value.SelectMany(test => test.Rules.Select(rule => (rule, test.Name)));
        IEnumerable<(string Rule, string Test)> named = Reviewed.SelectMany(rule => rule.Tests.Select(test => (rule.Id, test)));
        return found.Concat(named).Distinct().ToLookup(proof => proof.Rule, proof => proof.Test);
    }

    // What is credited by name already is not credited again.
    private static ILookup<string, string> FindRefusals()
    {
        ILookup<string, string> cited = CodesOfReasons();
        return (
            from test in AllTests.Value
            from rule in test.Codes.SelectMany(code => cited[code]).Distinct()
            where !Proofs.Value[rule].Contains(test.Name)
            select (Rule: rule, Test: test.Name)).ToLookup(met => met.Rule, met => met.Test);
    }

    // new Reason("STANDSTILL", "…", "A10-07") and new RuleBroken(…) alike: the code leads to the rule it cites, if it is the only one.
    private static ILookup<string, string> CodesOfReasons() => (
        from made in Reasons()
        group made by made.Code into same
        where same.All(made => made.Rules.Count == 1) && same.SelectMany(made => made.Rules).Distinct().Count() == 1
        select (Code: same.Key, Rule: same.First().Rules[0])).ToLookup(pair => pair.Code, pair => pair.Rule);

    private static IEnumerable<(string Code, IReadOnlyList<string> Rules)> Reasons() =>
        from file in SourceTree.Code
        from made in file.Syntax.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where made.Type.ToString() is "Reason" or "RuleBroken" && made.ArgumentList is not null
        let words = made.ArgumentList!.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(l => l.IsKind(SyntaxKind.StringLiteralExpression)).Select(l => l.Token.ValueText).ToArray()
        where words.Length > 0
        select (words[0], (IReadOnlyList<string>)[.. words.Skip(1).Where(word => WholeRuleId().IsMatch(word)).Distinct()]);

    private static IEnumerable<FoundTest> Tests() =>
        from path in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "Portal.Tests"), "*.cs", SearchOption.AllDirectories)
        let file = SourceTree.Relative(path)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.StartsWith("Portal.Tests/House/", StringComparison.Ordinal)
        from method in CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory")
        let literals = method.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(l => l.IsKind(SyntaxKind.StringLiteralExpression) && IsAsserted(l)).Select(l => l.Token.ValueText).ToArray()
        select new FoundTest(
            $"{((TypeDeclarationSyntax)method.Parent!).Identifier.Text}.{method.Identifier.Text}",
            [.. literals.SelectMany(text => RuleId().Matches(text).Select(m => m.Value)).Distinct()],
            [.. literals.Where(text => ReasonCode().IsMatch(text)).Distinct()]);

    // Compared in an assertion, given to a theory that asserts it, or the rule's own attribute.
    private static bool IsAsserted(LiteralExpressionSyntax literal) => literal.Ancestors().Any(node =>
        node is AttributeSyntax { Name: var name } ? name.ToString() is "InlineData" or "Rule"
        : node is InvocationExpressionSyntax call && (call.Expression.ToString().StartsWith("Assert.", StringComparison.Ordinal) || call.Expression.ToString().Split('.')[^1] is "Refused" or "Refusal" or "Refuse" or "Blocked"));

    [GeneratedRegex(@"^[A-D][0-9]{1,2}-[0-9]{2}\z")]
    private static partial Regex WholeRuleId();

    [GeneratedRegex(@"\b[A-D][0-9]{1,2}-[0-9]{2}\b")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\z")]
    private static partial Regex ReasonCode();

    [GeneratedRegex(@"^\| ([A-D][0-9]{1,2}-[0-9]{2}) \| [^|]* \| ([^|]*) \| ([^|]*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z0-9]+\\.[A-Za-z0-9_]+)`")]
    private static partial Regex TestName();

    private sealed record FoundTest(string Name, IReadOnlyList<string> Rules, IReadOnlyList<string> Codes);
}

/// <summary>A rule as people reviewed it: what it says in short, the tests named for it, or why the portal does not enforce it.</summary>
internal sealed record ReviewedRule(string Id, string What, IReadOnlyList<string> Tests, string WhyNot)
{
    public static IEnumerable<ReviewedRule> Read(string path) => File.ReadLines(path).Skip(1).Select(Cells).Select(c => new ReviewedRule(c[0], c[1], c[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), c[3]));

    private static string[] Cells(string line)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
