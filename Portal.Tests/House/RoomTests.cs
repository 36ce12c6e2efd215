using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Portal.Tests.House;

/// <summary>Rooms look one way only, and the three projects too.</summary>
public sealed class RoomTests
{
    private static readonly string[] Order =
    [
        "Kernel", "Audit", "Law", "Organisations", "Frameworks", "Tenders", "Clarifications", "Bids", "Qualification", "Evaluation", "Awards",
        "Referrals", "Gate", "CallOffs", "Notices", "Fees", "Insight",
    ];

    [Fact]
    public void A_room_names_only_rooms_above_it()
    {
        string[] wrong =
        [
            .. from file in SourceTree.Code
               where file.Room is not null
               from named in file.Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(u => u.Name?.ToString() ?? "")
               where named.StartsWith("Portal.Domain.", StringComparison.Ordinal)
               let room = named.Split('.')[2]
               where Array.IndexOf(Order, room) > Array.IndexOf(Order, file.Room)
               select $"{file.Path} names {room}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_domain_is_a_room()
    {
        string[] folders = [.. SourceTree.Code.Select(f => f.Room).OfType<string>().Distinct().Except(Order)];

        Assert.Empty(folders);
    }

    [Fact]
    public void Every_room_of_the_house_exists()
    {
        string[] missing = [.. Order.Except(SourceTree.Code.Select(f => f.Room).OfType<string>())];

        Assert.Empty(missing);
    }

    [Fact]
    public void The_domain_names_neither_the_workflows_nor_the_web()
    {
        string[] wrong =
        [
            .. SourceTree.Code
                .Where(f => f.Path.StartsWith("Portal.Domain/", StringComparison.Ordinal))
                .Where(f => f.Text.Contains("using Portal.Web", StringComparison.Ordinal) || f.Text.Contains("using Portal.Workflows", StringComparison.Ordinal) || f.Text.Contains("using Microsoft.AspNetCore.Mvc", StringComparison.Ordinal))
                .Select(f => f.Path),
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_kernel_stays_small()
    {
        int files = SourceTree.Code.Count(f => f.Room == "Kernel");

        Assert.InRange(files, 1, 10);
    }
}
