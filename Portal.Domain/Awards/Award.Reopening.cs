using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>A winner that withdrew, or failed the checks before signature, and why.</summary>
public sealed record FallenWinner(OrganisationId Bidder, string BidderName, bool Withdrew, string Reason, PersonId By, DateTimeOffset At);

/// <content>A winner falls out before signature: the award goes back to its recommendation.</content>
public sealed partial class Award
{
    public IReadOnlyList<FallenWinner> Fallen { get; private set; } = [];

    /// <summary>1, and one more each time the award was re-opened.</summary>
    public int Round => Fallen.Count + 1;

    public bool MayBeReopened => Winners.Count > 0 && Stage is not AwardStage.Signed;

    /// <summary>Takes a winner out before the contract is entered into. Decision, notice and signatures fall with it; everything before stays in the log (A10-01, C2-03).</summary>
    public void Reopen(Tender tender, OrganisationId bidder, bool withdrew, string reason, Actor by, DateTimeOffset now)
    {
        tender.MustBeCompeted();
        if (!MayBeReopened)
        {
            throw new RuleBroken("WRONG_STAGE", "A winner can fall out only after the recommendation and before the authority has signed.", "A10-01");
        }

        AwardedBid winner = Winners.FirstOrDefault(w => w.Bidder == bidder) ?? throw new NotFound("That winner");
        string why = Tenders.Tender.Wanted(reason, 4000, "Reason", "what was found, or how the supplier withdrew");
        Fallen = [.. Fallen, new FallenWinner(bidder, winner.BidderName, withdrew, why, by.Person, now)];
        Stage = Stage == AwardStage.Recommended ? Stage : Moves.Move(Stage, AwardStage.Recommended, $"The award of {TenderRef}");
        (Winners, Signatures, Documents) = ([], [], []);
        (Decision, SummariesSentAt, NoticePublishedAt) = (null, null, null);
        Happened("award.reopened", Subject, new { bidder, withdrew, reason = why, Round });
        BackToDeciding(tender, now);
    }
}
