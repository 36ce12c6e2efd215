using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>What an award of some lots apart keeps for itself; of the other award the tender keeps it.</summary>
public sealed record OwnCourse
{
    public ApprovalToAward? Approval { get; init; }

    /// <summary>The last day of its own standstill (A10-07).</summary>
    public DateOnly? StandstillEndsOn { get; init; }

    /// <summary>The standstill has ended, or there was none.</summary>
    public bool MayBeSigned { get; init; }
}

/// <content>An award of some lots apart from the others: its own approval, standstill, claims and signature; nothing of it touches the others (A10-01, s.50, s.51).</content>
public sealed partial class Award
{
    /// <summary>0: the award of all lots that are not awarded apart; else the number of this separate award.</summary>
    public int Part { get; private set; }

    /// <summary>Only of an award apart.</summary>
    public OwnCourse? Own { get; private set; }

    public AwardRef Ref => new(TenderRef, Part);

    /// <summary>What the log calls it; what happens to one award wakes no procedure of another.</summary>
    public string Subject => Ref.Subject;

    /// <summary>Where a bidder reads its result.</summary>
    public string ResultPage => Part == 0 ? $"/tenders/{TenderRef}/result" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/tenders/{TenderRef}/result?part={Part}");

    /// <summary>The last day of the standstill that this award waits for; null before its notice.</summary>
    public DateOnly? StandstillEnd(Tender tender) => Part == 0 ? tender.StandstillEndsOn : Own?.StandstillEndsOn;

    /// <summary>Whether it waits in its standstill, so that nobody signs.</summary>
    public bool StandsStill(Tender tender) => Part == 0 ? tender.Stage == TenderStage.Standstill : Own is { StandstillEndsOn: not null, MayBeSigned: false };

    public ApprovalToAward? ApprovalIn(Tender tender) => Part == 0 ? tender.AwardApproval : Own?.Approval;

    /// <summary>What the authority's own rules still ask before it signs these lots.</summary>
    public IEnumerable<Reason> ApprovalLeft(Tender tender, DateTimeOffset now) =>
        Part == 0 ? tender.WhatBlocksSignature(now)
        : Own?.Approval is { } approval ? approval.WhatHoldsIt(tender.WorthOfPart(Part), now, "AwardApproval")
        : [new Reason("AWARD_APPROVAL", $"Record the decision that allows the award of {tender.PartInWords(Part)}: number, day, who took it, up to what value and until when it may be called in.", "A13-01", "AwardApproval")];

    /// <summary>Of these rankings, those of its lots.</summary>
    public static IReadOnlyList<LotRanking> Among(Tender tender, int part, IEnumerable<LotRanking> rankings)
    {
        HashSet<LotId> mine = [.. tender.LotsOfPart(part).Select(l => l.Id)];
        return [.. rankings.Where(r => mine.Contains(r.Lot))];
    }

    /// <summary>Records the authority's own decision that allows this award; may be put right until the signature.</summary>
    public void Approve(Tender tender, ApprovalToAward approval)
    {
        if (Own is null || Stage == AwardStage.Signed)
        {
            throw new RuleBroken("WRONG_STAGE", "The approval to award lots apart is recorded from their recommendation until the signature.", "A10-01");
        }

        Own = Own with { Approval = Tenders.Tender.Checked(approval) };
        Happened("award.approved", Subject, Own.Approval);
    }

    /// <summary>Lots leave for an award of their own. What was recommended or decided of all together falls; the rest is recommended anew.</summary>
    public void GiveOver(IReadOnlyCollection<string> lots, DateTimeOffset now)
    {
        if (Stage > AwardStage.Decided)
        {
            throw new RuleBroken("BIDDERS_TOLD", "The bidders of all these lots have been told one result already. No lot leaves it for an award of its own.", "A10-01");
        }

        if (Fell())
        {
            Happened("award.lotsGivenOver", Subject, new { lots, at = now });
        }
    }

    /// <summary>Lots come back from an award of their own. What was recommended or decided without them falls.</summary>
    public void TakeIn(IReadOnlyCollection<string> lots, DateTimeOffset now)
    {
        if (Stage > AwardStage.Decided)
        {
            throw new RuleBroken("BIDDERS_TOLD", "The bidders of the other lots have been told their result already. These lots are awarded on their own.", "A10-01");
        }

        if (Fell())
        {
            Happened("award.lotsTakenIn", Subject, new { lots, at = now });
        }
    }

    /// <summary>Only an award apart of which nobody was ever told: one that was re-opened keeps its letters and its claims (A10-11).</summary>
    public bool MayBeGivenUp => Part > 0 && Stage <= AwardStage.Decided && Round == 1 && Claims.Count == 0;

    /// <summary>Gives an award apart up, before any of its bidders was told: its lots are awarded with the others after all.</summary>
    public void GiveUp(Tender tender, string reason, DateTimeOffset now)
    {
        if (!MayBeGivenUp)
        {
            throw new RuleBroken("WRONG_STAGE", "An award of lots apart is given up before their bidders are told for the first time. After that, end the lots or go on.", "A10-01");
        }

        string why = Tenders.Tender.Wanted(reason, 4000, "Reason", "why these lots wait for the others after all");
        _ = Fell();
        tender.TakeBack(Part);
        Own = new OwnCourse();
        Happened("award.givenUp", Subject, new { part = Part, reason = why, at = now });
    }

    // Nothing recommended or decided stands any more; whether anything did.
    private bool Fell()
    {
        bool stood = Winners.Count > 0;
        (Winners, Withheld, Signatures, Documents, Decision) = ([], [], [], [], null);
        RestsOn = new Dictionary<string, int>();
        Stage = Stage == AwardStage.Recommended ? Stage : Moves.Move(Stage, AwardStage.Recommended, $"The award of {TenderRef}");
        return stood;
    }

    /// <summary>The standstill's last day is over in London (A10-07).</summary>
    public void EndStandstill(Tender tender, DateTimeOffset now)
    {
        if (Part == 0)
        {
            tender.EndStandstill(now);
            return;
        }

        RuleBroken.If([.. Standstill(tender, now)]);
        if (Own is not { StandstillEndsOn: not null, MayBeSigned: false })
        {
            throw new RuleBroken("WRONG_STAGE", "This award is in no standstill.", "A10-07");
        }

        Own = Own with { MayBeSigned = true };
        Happened("award.standstillEnded", Subject, new { at = now });
    }

    /// <summary>From the award notice on the days count, of an award apart for its own lots alone; or there is no standstill, as the tender said (A10-07, A10-08).</summary>
    public void BeginStandstill(Tender tender, DateTimeOffset now)
    {
        DateOnly lastDay = StandstillPeriod.Beginning(now).LastDay;
        switch (Part == 0, tender.Dates.Standstill)
        {
            case (true, true):
                tender.BeginStandstill(lastDay);
                break;
            case (true, false):
                tender.ForgoStandstill(now);
                break;
            case (false, true):
                Own = Own! with { StandstillEndsOn = lastDay, MayBeSigned = false };
                Happened("award.standstillBegan", Subject, new { lastDay });
                break;
            default:
                Own = Own! with { MayBeSigned = true };
                Happened("award.standstillForgone", Subject, new { at = now });
                break;
        }
    }

    private void Lengthen(Tender tender, DateOnly lastDay)
    {
        if (Part == 0)
        {
            tender.LengthenStandstill(lastDay);
            return;
        }

        DateOnly? stated = Own!.StandstillEndsOn;
        Own = Own with { StandstillEndsOn = lastDay, MayBeSigned = false };
        Happened("award.standstillLengthened", Subject, new { stated, lastDay });
    }

    // A new decision and approval, new summaries, a new notice and a new standstill follow; of the other awards nothing changes.
    private void BackToDeciding(Tender tender, DateTimeOffset now)
    {
        tender.ForgetAward(Part);
        if (Part == 0)
        {
            tender.ReturnToDeciding(now);
            return;
        }

        Own = new OwnCourse();
        Happened("award.returnedToDeciding", Subject, new { at = now });
    }

    private void EnterInto(Tender tender, DateTimeOffset now)
    {
        tender.NoteSigned(Part, now);
        if (Part == 0)
        {
            tender.Sign(now);
            return;
        }

        Happened("award.signed", Subject, new { at = now });
        tender.CompleteIfSettled(now);
    }
}
