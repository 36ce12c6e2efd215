using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>Which notice may follow which (A10-01; s.50, 51, 53): planning before the tender, transparency before the award, the award before the contract, and the contract before whatever becomes of it.</summary>
public static class NoticeOrder
{
    private static readonly NoticeKind[] Begins = [NoticeKind.Tender, NoticeKind.Transparency];

    /// <summary>Why it is not the turn of this notice; empty when it is.</summary>
    public static IReadOnlyList<Reason> WhatBlocks(NoticeFacts facts) => facts.Kind switch
    {
        NoticeKind.Pipeline or NoticeKind.MarketEngagement or NoticeKind.PlannedProcurement => [.. BeforeTheTender(facts)],
        NoticeKind.Transparency => [.. BeforeTheAward(facts)],
        NoticeKind.ContractAward => Needs(facts, "NO_TENDER_NOTICE", "A10-01", "The award follows a tender notice (UK4) or a transparency notice (UK5); neither is published.", Begins),
        NoticeKind.ContractDetails => [.. Needs(facts, "NO_AWARD_NOTICE", "A10-01", "The contract award notice (UK6) is not published.", NoticeKind.ContractAward), .. facts.Tender.ConflictsLeft()],
        NoticeKind.ContractCopy or NoticeKind.ContractPerformance or NoticeKind.ContractChange or NoticeKind.ContractTermination =>
            [.. Needs(facts, "NO_DETAILS_NOTICE", "A11-01", "The contract details notice (UK7) is not published.", NoticeKind.ContractDetails), .. OfALiveContract(facts)],
        NoticeKind.MarketIntention or NoticeKind.MarketEstablishment or NoticeKind.MarketModification or NoticeKind.MarketCessation => [.. OfAMarket(facts)],
        NoticeKind.ProcurementTermination => Needs(facts, "NOTHING_TO_END", "A11-11", "Only a procurement with a tender or transparency notice is ended by a notice.", Begins),
        _ => [],
    };

    // A dynamic market is announced, established, changed as often as needed, and ended once (A8-13, s.39).
    private static IEnumerable<Reason> OfAMarket(NoticeFacts facts)
    {
        bool established = facts.Earlier.Contains(NoticeKind.MarketEstablishment);
        if (facts.Tender.Framework is not { DynamicMarket: true })
        {
            yield return new Reason("NO_MARKET", "Only an arrangement that is a dynamic market has these notices. Say so in its framework terms before it is published.", "A8-13");
        }

        if (facts.Tender.Conflicts is null)
        {
            yield return new Reason("NO_CONFLICTS_ASSESSMENT", "The conflicts assessment is made before the first notice of a dynamic market.", "A3-07");
        }

        if (facts.Kind is NoticeKind.MarketIntention or NoticeKind.MarketEstablishment ? established : !established)
        {
            yield return new Reason(established ? "MARKET_ESTABLISHED" : "MARKET_NOT_ESTABLISHED", established ? "The market is established already." : "The establishment notice (UK14) is not published.", "A8-13");
        }

        if (facts.Kind == NoticeKind.MarketEstablishment && !facts.Earlier.Contains(NoticeKind.MarketIntention))
        {
            yield return new Reason("NO_INTENTION_NOTICE", "The intention notice (UK13) comes before a market is established.", "A8-13");
        }

        if (facts.Earlier.Contains(NoticeKind.MarketCessation))
        {
            yield return new Reason("MARKET_ENDED", "The market has ended.", "A8-13");
        }
    }

    private static IEnumerable<Reason> BeforeTheTender(NoticeFacts facts)
    {
        if (facts.Tender.Stage != TenderStage.Drafting)
        {
            yield return new Reason("TOO_LATE_TO_PLAN", $"{NoticeWords.Of(facts.Kind).Number} is published before the tender begins; this one is past it.", NoticeWords.Of(facts.Kind).Rule);
        }

        if (facts.Kind == NoticeKind.Pipeline && facts.Earlier.Any(Begins.Contains))
        {
            yield return new Reason("TOO_LATE_TO_PLAN", "A procurement that has begun is no longer of the pipeline.", "A3-01");
        }
    }

    private static IEnumerable<Reason> BeforeTheAward(NoticeFacts facts)
    {
        bool competed = facts.Earlier.Contains(NoticeKind.Tender);
        bool switching = facts.Said.Text("ground") == DirectAwardGround.Switch;
        if (facts.Earlier.Contains(NoticeKind.ContractAward) || facts.Tender.Stage == TenderStage.Cancelled)
        {
            yield return new Reason("AWARD_PASSED", "A transparency notice comes before the award.", "A9-07");
        }

        if (competed && facts.Tender.ClosesAt >= facts.At)
        {
            yield return new Reason("TENDER_RUNNING", "Only when the deadline for tenders has passed can it be known that no suitable one came.", "A9-08");
        }

        if (facts.Said.Text("ground") is not null && competed != switching)
        {
            yield return new Reason("WRONG_GROUND", competed
                ? "After a tender notice the only ground is that no tender or no suitable tender came (s.43)."
                : "The ground of s.43 needs a competition that brought no suitable tender; this tender had none.", "A9-08", "ground");
        }

        if (facts.Tender.Conflicts is null)
        {
            yield return new Reason("NO_CONFLICTS_ASSESSMENT", "The conflicts assessment must be prepared before the transparency notice.", "A3-07");
        }
    }

    private static IEnumerable<Reason> OfALiveContract(NoticeFacts facts)
    {
        if (facts.Said.Text("lot") is { } lot && facts.Awarded.All(awarded => awarded.Number != lot || awarded.Suppliers.Count == 0))
        {
            yield return new Reason("NO_CONTRACT", $"Lot {lot} was not awarded, so there is no contract.", "A11-01", "lot");
        }

        if (facts.Kind == NoticeKind.ContractTermination && facts.Said.Day("endedOn") > Law.LondonTime.DateOf(facts.At))
        {
            yield return new Reason("NOT_ENDED", "The notice is published when the contract has ended.", "A11-10", "endedOn");
        }
    }

    private static Reason[] Needs(NoticeFacts facts, string code, string rule, string text, params NoticeKind[] anyOf) =>
        facts.Earlier.Any(anyOf.Contains) ? [] : [new Reason(code, text, rule)];
}
