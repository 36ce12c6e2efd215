namespace Portal.Web.Bids.Opening;

/// <summary>How many bid, in words, for buyers who may know the number before the opening.</summary>
public static class BidderCount
{
    public static string InWords(int suppliers) => suppliers switch
    {
        0 => "No supplier has sent a bid so far.",
        1 => "One supplier has sent a bid so far. Who it is stays hidden until the opening.",
        _ => $"{suppliers} suppliers have sent a bid so far. Who they are stays hidden until the opening.",
    };
}
