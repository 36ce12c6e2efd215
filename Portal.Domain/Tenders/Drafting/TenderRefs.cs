using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Makes references such as <c>WM-2026-0001</c>: the buyer's letters, the year in London, the next free number.</summary>
internal static class TenderRefs
{
    private static readonly string[] Fillers = ["of", "and", "the", "city", "council", "county", "borough", "royal", "metropolitan", "london"];

    public static async Task<string> Next(PortalDb db, Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        Organisation buyer = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == actor.Organisation, stop) ?? throw new NotFound("Your organisation");
        if (!buyer.IsBuyer)
        {
            throw new NotAllowed("Only an authority or a co-operative can run a tender.");
        }

        string start = string.Create(CultureInfo.InvariantCulture, $"{Letters(buyer)}-{LondonTime.DateOf(now).Year}-");
        string? last = await db.Tenders.Where(t => t.Ref.StartsWith(start)).OrderByDescending(t => t.Ref).Select(t => t.Ref).FirstOrDefaultAsync(stop);
        int number = last is null ? 1 : int.Parse(last.AsSpan(start.Length), CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{start}{number:0000}");
    }

    // Several words give their first letters, one word its first three.
    private static string Letters(Organisation buyer)
    {
        string source = buyer.Kind == OrganisationKind.Authority ? buyer.Name : buyer.Code.Replace('-', ' ');
        string[] words = [.. source.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => string.Concat(w.Where(char.IsAsciiLetter))).Where(w => w.Length > 0 && !Fillers.Contains(w.ToLowerInvariant()))];
        string letters = words switch
        {
            [] => "T",
            [var only] => only[..Math.Min(3, only.Length)],
            _ => string.Concat(words.Take(4).Select(w => w[0])),
        };
        return letters.ToUpperInvariant();
    }
}
