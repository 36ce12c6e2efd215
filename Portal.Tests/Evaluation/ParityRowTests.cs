using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Kernel;
using Portal.Tests.House;

namespace Portal.Tests.Evaluation;

/// <summary>When the parity matrix may say "alike".</summary>
public sealed class ParityRowTests
{
    private static readonly DateTimeOffset Then = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Rule("D2-07")]
    public void One_bidder_told_and_three_not_is_not_alike()
    {
        ParityRow row = Row(Then, null, null, null);
        Assert.False(row.IsEqual);
        Assert.True(row.IsPublicOnly);
        Assert.True(Row(Then, Then).IsEqual);
        Assert.True(Row(null, null).IsEqual);
        Assert.False(Row(Then, Then.AddMinutes(1)).IsEqual);
        Assert.False(Row(Then, Then.AddMinutes(1)).IsPublicOnly);
    }

    private static ParityRow Row(params DateTimeOffset?[] told) => new("Answer 1", Then, [.. told.Select(t => new ParityCell(Id.New<OrganisationId>(), t, null))]);
}
