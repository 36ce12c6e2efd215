using System.Text.RegularExpressions;

namespace Portal.Tests.House;

/// <summary>A page is found by its controller's name; an action that asks for a view of its own name would be given that page instead.</summary>
public sealed partial class ViewNameTests
{
    [Fact]
    public void No_action_asks_for_a_view_of_its_own_name_beside_its_controllers_page()
    {
        string[] mistaken =
        [
            .. from file in SourceTree.Code
               where file.Path.EndsWith("Controller.cs", StringComparison.Ordinal)
               let page = Path.Combine(SourceTree.Root, file.Path.Replace("Controller.cs", ".cshtml", StringComparison.Ordinal))
               where File.Exists(page)
               from asked in Asked().Matches(file.Text)
               let name = asked.Groups[1].Value
               where name != Path.GetFileNameWithoutExtension(page) && file.Text.Contains($"IActionResult> {name}(", StringComparison.Ordinal)
               select $"{file.Path}: {name}",
        ];

        Assert.Empty(mistaken);
    }

    [GeneratedRegex("View\\(\"([A-Za-z]+)\"")]
    private static partial Regex Asked();
}
