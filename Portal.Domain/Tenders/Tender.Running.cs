using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>From publication to signature. The rooms below call these verbs in their own transactions.</content>
public sealed partial class Tender
{
    /// <summary>Freezes what was set and lets the public see it (C2-01). Blocked with the reasons of <see cref="WhatBlocksPublication"/>.</summary>
    /// <param name="standing">The framework that its winners join, where it is there already.</param>
    public void Publish(DateTimeOffset now, StandingFramework? standing = null)
    {
        if (Stage == TenderStage.Drafting)
        {
            RuleBroken.If(WhatBlocksPublication(now, standing));
        }

        Move(Plan is null ? TenderStage.Open : TenderStage.Requesting);
        PublishedAt = now;
        RuleSetVersion = RulesOn(now).Version;
        MethodologySha256 = Methodology.Sha256(this);
        Happened(Plan is null ? "tender.published" : "tender.requestsInvited", Subject, new { PublishedAt, RequestsCloseAt, QuestionsCloseAt, ClosesAt, OpensAt, RuleSetVersion, methodologySha256 = MethodologySha256, documents = documents.Select(d => new { d.Name, d.Sha256 }) });
    }

    /// <summary>The deadline has passed; from now on nothing comes in (D1-08).</summary>
    public void Close(DateTimeOffset now)
    {
        if (Stage == TenderStage.Open && now <= ClosesAt)
        {
            throw new RuleBroken("TOO_EARLY", $"Tender {Ref} is open until its deadline has passed.", "D1-08");
        }

        Move(TenderStage.Closed);
        Happened("tender.closed", Subject, new { at = now });
    }

    /// <summary>Two people opened the bids (D1-03).</summary>
    public void RecordOpening(DateTimeOffset now)
    {
        if (now < OpensAt)
        {
            throw new RuleBroken("TOO_EARLY", $"Tender {Ref} may not be opened before its opening time.", "D1-02");
        }

        Move(TenderStage.Opened);
        Happened("tender.opened", Subject, new { at = now, Round });
        if (IsFinalRound)
        {
            Happened("tender.finalTendersOpened", Subject, new { at = now });
        }
    }

    public void StartQualification(DateTimeOffset now)
    {
        if (Plan is not null && !IsFinalRound)
        {
            throw new RuleBroken("FINAL_TENDERS_FIRST", $"The initial tenders of {Ref} are negotiated first; only final tenders are assessed.", "A4-01");
        }

        MoveOn(TenderStage.Qualifying, "tender.qualificationStarted", now);
    }

    public void StartScoring(DateTimeOffset now) => MoveOn(TenderStage.Scoring, "tender.scoringStarted", now);

    public void StartModeration(DateTimeOffset now) => MoveOn(TenderStage.Moderating, "tender.moderationStarted", now);

    public void StartPricing(DateTimeOffset now) => MoveOn(TenderStage.Pricing, "tender.pricingStarted", now);

    public void StartDeciding(DateTimeOffset now) => MoveOn(TenderStage.Deciding, "tender.decidingStarted", now);

    /// <summary>The award notice is out and states a standstill until that day inclusive (A10-07, A10-09).</summary>
    public void BeginStandstill(DateOnly lastDay)
    {
        Move(TenderStage.Standstill);
        StandstillEndsOn = lastDay;
        Happened("tender.standstillBegan", Subject, new { lastDay });
    }

    /// <summary>The award notice is out and states no standstill, which only light touch allows and only for the reason published (A10-08, A10-09).</summary>
    public void ForgoStandstill(DateTimeOffset now)
    {
        if (Dates.Standstill)
        {
            throw new RuleBroken("STANDSTILL_STATED", $"Tender {Ref} said that there will be a standstill; it binds.", "A10-09");
        }

        MoveOn(TenderStage.ReadyToSign, "tender.standstillForgone", now);
    }

    /// <summary>The standstill's last day is over in London (A10-07).</summary>
    public void EndStandstill(DateTimeOffset now)
    {
        if (StandstillEndsOn is { } last && Law.LondonTime.DateOf(now) <= last)
        {
            throw new RuleBroken("STANDSTILL", $"The standstill of tender {Ref} runs until the end of {Law.LondonTime.Day(last)}.", "A10-07");
        }

        MoveOn(TenderStage.ReadyToSign, "tender.standstillEnded", now);
    }

    public void Sign(DateTimeOffset now) => MoveOn(TenderStage.Signed, "tender.signed", now);

    /// <summary>Ends the procurement without award; published ones owe a UK12 notice (A11-11, s.55).</summary>
    public void Cancel(string reason, DateTimeOffset now)
    {
        string why = Wanted(reason, 4000, "Reason", "why the procurement ends");
        GiveUpApart(why);
        Move(TenderStage.Cancelled);
        Cancelled = new Cancellation(why, now);
        bool begun = IsPublished || (IsDirect && OwesNotices);
        if (begun)
        {
            Happened("tender.terminated", Subject, new { reason = why });
        }

        Happened("tender.cancelled", Subject, new { reason = why, noticeDue = begun });
    }

    private void MoveOn(TenderStage to, string happening, DateTimeOffset now)
    {
        Move(to);
        Happened(happening, Subject, new { at = now });
    }
}
