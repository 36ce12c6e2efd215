using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Web.Bids;

/// <summary>The key to a bidder's own copy of a submission: it stands in a cookie of the submitter's browser and nowhere in the portal.</summary>
internal static class CopyCookie
{
    /// <summary>Seals the copy under a fresh key and hands the key to the browser. A repeated submission has no copy any more and changes nothing.</summary>
    public static async Task Keep(PortalDb db, Actor by, SealedBid bid, HttpContext http, DateTimeOffset now)
    {
        if (bid.Copy is not { } copy)
        {
            return;
        }

        byte[] key = SealedStream.NewKey();
        db.Add(KeptCopy.Seal(bid, copy, key, now));
        await db.Save(by, CancellationToken.None);
        http.Response.Cookies.Append(Name(bid.Id), Convert.ToHexString(key), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = BidLinks.Draft(bid.TenderRef, bid.LotNumber),
            MaxAge = KeptCopy.Kept,
        });
    }

    /// <summary>The copy, where this browser holds its key; otherwise null.</summary>
    public static async Task<BidCopy?> Read(PortalDb db, SealedBid bid, HttpContext http, CancellationToken cancel)
    {
        string? key = http.Request.Cookies[Name(bid.Id)];
        bool usable = key is { Length: 2 * SealedStream.KeySize } && key.All(char.IsAsciiHexDigit);
        return usable && await db.KeptCopies.FindAsync([bid.Id], cancel) is { } kept ? kept.Open(Convert.FromHexString(key!)) : null;
    }

    private static string Name(SubmissionId submission) => $"bid-copy-{submission.Value:N}";
}
