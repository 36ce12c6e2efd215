using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>One lot of a simulation as asked for: its methodology and its bids.</summary>
internal sealed record SimulatedLot(LotMethodology Methodology, IReadOnlyList<LotBid> Bids, string Path);

/// <summary>A whole evaluation as asked for.</summary>
internal static class SimulationForm
{
    private const int MostLots = 50;
    private const int MostBids = 2_000;

    /// <summary>The lots; faults are noted on the shape.</summary>
    public static IReadOnlyList<SimulatedLot> Read(JsonShape shape)
    {
        HashSet<string> seen = [];
        List<SimulatedLot> lots = [];
        foreach (JsonShape lot in shape.Objects("lots", MostLots))
        {
            if (ReadLot(lot, seen) is { } read)
            {
                lots.Add(read);
            }
        }

        return lots;
    }

    private static SimulatedLot? ReadLot(JsonShape shape, HashSet<string> seen)
    {
        string? number = shape.Text("lot", required: true);
        if (number is not null && !seen.Add(number))
        {
            shape.Fault("lot", $"Lot {number} is listed twice");
        }

        LotMethodology? methodology = MethodologyForm.Read(shape, number ?? "");
        IReadOnlyList<JsonShape> bidShapes = shape.Objects("bids", MostBids);
        if (methodology is null)
        {
            return null;
        }

        Note(shape, methodology.Faults());
        List<LotBid> bids = ReadBids(methodology, bidShapes);
        return shape.Errors.Any ? null : new SimulatedLot(methodology, bids, shape.Path);
    }

    private static List<LotBid> ReadBids(LotMethodology methodology, IReadOnlyList<JsonShape> shapes)
    {
        HashSet<string> seen = [];
        List<LotBid> bids = [];
        foreach (JsonShape shape in shapes)
        {
            if (ReadBid(methodology, shape, seen) is { } bid)
            {
                Note(shape, bid.Faults(methodology));
                bids.Add(bid);
            }
        }

        return bids;
    }

    private static LotBid? ReadBid(LotMethodology methodology, JsonShape shape, HashSet<string> seen)
    {
        string? name = shape.Text("bid", required: true);
        if (name is not null && !seen.Add(name))
        {
            shape.Fault("bid", $"Bid {name} is listed twice");
        }

        Money? price = shape.Amount("price");
        decimal?[] scores = Scores(methodology, shape);
        return name is null || scores.Contains(null) ? null : new LotBid(name, [.. scores.Select(s => s!.Value)], price);
    }

    private static decimal?[] Scores(LotMethodology methodology, JsonShape shape)
    {
        if (shape.Object("scores", required: methodology.Quality.Count > 0) is not { } scores)
        {
            return new decimal?[methodology.Quality.Count];
        }

        foreach (string unknown in scores.Fields().Except(methodology.Quality.Select(c => c.Id)))
        {
            scores.Fault(unknown, "This lot has no such quality criterion");
        }

        return [.. methodology.Quality.Select(c => scores.Number(c.Id, required: true))];
    }

    private static void Note(JsonShape shape, IReadOnlyList<Reason> faults)
    {
        foreach (Reason fault in faults)
        {
            shape.Fault(fault.Field!, fault.Text);
        }
    }
}
