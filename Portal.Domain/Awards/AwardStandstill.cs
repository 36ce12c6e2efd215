using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>The standstill of one award: which lots where they are awarded one after another, its first and last day, and when it is over (A10-07).</summary>
/// <param name="Lots">"lot 2", "lots 1 and 3"; null where all lots are awarded together.</param>
/// <param name="Since">When these days became what they are: the award notice, or its later publication on the central digital platform.</param>
/// <param name="Revision">0, and more each time the days were moved or a re-opened award began a new standstill.</param>
public sealed record AwardStandstill(int Part, string? Lots, DateOnly FirstDay, DateOnly LastDay, DateTimeOffset Since, int Revision)
{
    // A round has three: as stated, as moved by a late publication, and withdrawn. A calendar keeps the highest it has seen (RFC 5545, SEQUENCE).
    internal const int RevisionsOfRound = 3;

    /// <summary>It was public and no longer runs: its award was re-opened, its lots ended, or the whole procurement did.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Midnight in London after the last day: the contracts of these lots may be entered into from then, if nothing else holds them.</summary>
    public DateTimeOffset EndsAt => LondonTime.StartOfDay(LastDay.AddDays(1));

    public string InWords => Lots is null ? "Standstill" : $"Standstill of {Lots}";

    /// <summary>Of every award of the tender that has a standstill, those of lots apart first; none of lots that have ended, and none once the procurement has.</summary>
    public static IReadOnlyList<AwardStandstill> Of(Tender tender, IEnumerable<Award> awards) =>
        [.. from award in awards.OrderBy(a => a.Part == 0).ThenBy(a => a.Part)
            let last = award.StandstillEnd(tender)
            let since = award.IsAnnounced ? award.Announced!.At : award.NoticePublishedAt
            where last is not null && since is not null && tender.Cancelled is null && tender.LotsOfPart(award.Part).Any()
            select new AwardStandstill(
                award.Part,
                tender.HasLotsApart ? tender.PartInWords(award.Part) : null,
                StandstillPeriod.Beginning(since.Value).FirstDay,
                last.Value,
                since.Value,
                (RevisionsOfRound * (award.Round - 1)) + (award.IsAnnounced ? 1 : 0))];
}
