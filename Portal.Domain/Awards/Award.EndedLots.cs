using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <content>A lot ends alone before signature: what the award says of it is taken back, and the award of the other lots stands (A11-11).</content>
public sealed partial class Award
{
    /// <summary>Who goes without another lot only because of what it was awarded on this one (A4-13).</summary>
    public IReadOnlyList<PassedOver> PassedOverFor(string lot) => [.. Recommendation.PassedOver.Where(p => p.LotNumber != lot && p.AwardedLots.Contains(lot))];

    /// <summary>How many contracts of the lot are announced by an award notice and not signed.</summary>
    public int ContractsAnnounced(string lot) => Stage == AwardStage.Noticed ? WinnersOf(lot).Length : 0;

    public IReadOnlyList<Reason> WhatBlocksLeavingOut(Tender tender, string lot)
    {
        if (Stage == AwardStage.Signed)
        {
            return [new Reason("SIGNED_ALREADY", "The contracts are signed.", "A11-11")];
        }

        if (!IsAllThatIsWon(lot))
        {
            return [];
        }

        if (tender.LotsGoingOn.All(l => l.Part == Part))
        {
            return [new Reason("NOTHING_LEFT", $"Lot {lot} is the only one that is awarded to anybody. End the whole procurement instead.", "A11-11")];
        }

        return Stage > AwardStage.Decided && tender.LotsOfPart(Part).FirstOrDefault(l => l.Number != lot) is { } other
            ? [new Reason("OTHER_LOT_FIRST", $"Lot {lot} is the only one of this award that goes to anybody, and its bidders have been told. End lot {other.Number} first, which nobody is awarded.", "A11-11")]
            : [];
    }

    /// <summary>Takes the lot out. A supplier whose agreement named it signs a new one. Before the letters are sent, an award in which the limit counted this lot is recommended anew; so is one that is left without any winner.</summary>
    public void LeaveOut(Tender tender, string lot, DateTimeOffset now)
    {
        RuleBroken.If(WhatBlocksLeavingOut(tender, lot));
        OrganisationId[] won = WinnersOf(lot);
        IReadOnlyList<PassedOver> passedOver = PassedOverFor(lot);
        bool emptied = IsAllThatIsWon(lot);
        bool anew = emptied || (Stage <= AwardStage.Decided && passedOver.Count > 0);
        OrganisationId[] signed = [.. won.Where(HasSigned)];
        Winners = anew ? [] : [.. Winners.Where(w => w.LotNumber != lot)];
        RestsOn = RestsOn.Where(r => r.Key != lot).ToDictionary();
        Withheld = [.. Withheld.Where(w => w.LotNumber != lot)];
        Documents = [.. Documents.Where(d => !won.Contains(d.Party))];
        Signatures = [.. Signatures.Where(s => !won.Contains(s.Party))];
        Happened("award.lotLeftOut", Subject, new { lot, won, signaturesThatFell = signed, passedOverFor = passedOver, recommendedAnew = anew, at = now });
        if (anew)
        {
            RecommendAnew(tender, now);
        }

        if (Part > 0 && !tender.LotsOfPart(Part).Any())
        {
            Happened("award.givenUp", Subject, new { part = Part, reason = $"Lot {lot} ended.", at = now });
        }
    }

    private void RecommendAnew(Tender tender, DateTimeOffset now)
    {
        bool told = Stage > AwardStage.Decided;
        Stage = Stage == AwardStage.Recommended ? Stage : Moves.Move(Stage, AwardStage.Recommended, $"The award of {TenderRef}");
        (Decision, SummariesSentAt, NoticePublishedAt) = (null, null, null);
        if (told && Part == 0)
        {
            Happened("award.reopened", Subject, new { reason = "The only awarded lot ended.", Round });
        }

        BackToDeciding(tender, now);
    }

    private bool IsAllThatIsWon(string lot) => Winners.Count > 0 && Winners.All(w => w.LotNumber == lot);

    private OrganisationId[] WinnersOf(string lot) => [.. Winners.Where(w => w.LotNumber == lot).Select(w => w.Bidder).Distinct()];
}
