using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Awards;
using Portal.Web.Printing;

namespace Portal.Web.Audit;

/// <summary>What every bidder was told, as an audit pack holds it: the record of each assessment summary and letter, whose hash the log has; the letters of each lot and round, printed again from that record; and a list (D2-11, A13-01).</summary>
public sealed class PackedLetters(PortalDb db, ViewText text, IServiceProvider services)
{
    private const string View = "/Awards/SummaryLetter.cshtml";

    /// <summary>Name and content of every file, the letters of one lot in memory at a time; none where nobody was told.</summary>
    public async IAsyncEnumerable<(string Name, byte[] Content)> Of(string tenderRef, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rounds = await db.AssessmentSummaries.Where(s => s.TenderRef == tenderRef).Select(s => new { s.LotNumber, s.Round }).Distinct().ToListAsync(cancel);
        if (rounds.Count == 0)
        {
            yield break;
        }

        Tender tender = await db.LoadTender(Actor.Portal, tenderRef, cancel);
        StringBuilder list = new("award,lot,supplier,round,result,sent,firstRead,sha256,file\n");
        foreach (var round in rounds.OrderBy(r => r.LotNumber.Length).ThenBy(r => r.LotNumber, StringComparer.Ordinal).ThenBy(r => r.Round))
        {
            List<AssessmentSummary> letters = await db.AssessmentSummaries.AsNoTracking().Where(s => s.TenderRef == tenderRef && s.LotNumber == round.LotNumber && s.Round == round.Round).OrderBy(s => s.Id).ToListAsync(cancel);
            string folder = string.Create(CultureInfo.InvariantCulture, $"letters/lot-{round.LotNumber}/round-{round.Round}");
            Dictionary<OrganisationId, string> codes = await Codes([.. letters.Select(l => l.Bidder).Distinct()], cancel);
            yield return (folder + ".html", Encoding.UTF8.GetBytes(await Page(tender, letters)));
            foreach (AssessmentSummary letter in letters)
            {
                (string name, string record) = ($"{folder}/{codes[letter.Bidder]}.json", letter.Record());
                list.Append(Line(tender, letter, codes[letter.Bidder], Sha256.Of(record), name));
                yield return (name, Encoding.UTF8.GetBytes(record));
            }
        }

        yield return ("letters/list.csv", Encoding.UTF8.GetBytes(list.ToString()));
    }

    // Names of files have no blanks: the signed list of the pack is one line a file, in three words.
    private async Task<Dictionary<OrganisationId, string>> Codes(OrganisationId[] ids, CancellationToken cancel) =>
        (await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Code }).ToListAsync(cancel))
            .ToDictionary(o => o.Id, o => string.Concat(o.Code.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')));

    private Task<string> Page(Tender tender, List<AssessmentSummary> letters)
    {
        AwardRef award = new(tender.Ref, tender.LotNumbered(letters[0].LotNumber).Part);
        DefaultHttpContext context = new() { RequestServices = services };
        return text.Letter(new ActionContext(context, new RouteData(), new ActionDescriptor()), View, new ResultPage(award, tender.Title, letters, tender.Dates.Standstill, null, new AwardForm()) { Lots = tender.HasLotsApart ? Lot.InWords([letters[0].LotNumber]) : null });
    }

    private static string Line(Tender tender, AssessmentSummary letter, string code, string sha256, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tender.LotNumbered(letter.LotNumber).Part},{letter.LotNumber},{code},{letter.Round},{(letter.Content.Won ? "Awarded" : letter.Content.Assessed ? "Not awarded" : "Disregarded")},{letter.SentAt.UtcDateTime:O},{letter.FirstReadAt?.UtcDateTime:O},{sha256},{name}\n");
}
