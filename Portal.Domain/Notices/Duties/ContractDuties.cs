using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Notices.Duties;

/// <summary>The duties that begin with the signature of a contract: its details, its copy, its performance and its end (A11).</summary>
internal static class ContractDuties
{
    private const int MonthsBetweenAssessments = 12;

    public static IEnumerable<DutyLine> Of(DutyFacts facts, LotContract contract)
    {
        DateOnly signed = contract.SignedOn!.Value;
        yield return Details(facts, contract, signed);
        if (IsLarge(contract) && facts.Rules.LastDayFor(DatedDuty.ContractCopy, signed) is { } copied)
        {
            yield return Line(facts, contract, NoticeKind.ContractCopy, copied, $"The contract is worth more than {RuleSet.LargeContract} (A11-02).");
        }

        if (facts.Rules.PerformanceNotice && IsLarge(contract) && facts.Tender.Framework is null)
        {
            yield return Performance(facts, contract, signed);
        }

        if ((contract.Lot.EndsOn ?? facts.Tender.Dates.EndsOn) is { } ends && facts.Rules.LastDayFor(DatedDuty.ContractTermination, ends) is { } told)
        {
            yield return End(facts, contract, ends, told);
        }
    }

    private static bool IsLarge(LotContract contract) => contract.Lot.NetValue is { } net && net > RuleSet.LargeContract;

    private static DutyLine Details(DutyFacts facts, LotContract contract, DateOnly signed)
    {
        PublicNotice? notice = facts.Notices.FirstOrDefault(n => n.Kind == NoticeKind.ContractDetails && n.Part == contract.Lot.Part && n.On >= signed);

        // Below the threshold the law counts no days: as soon as reasonably practicable, which the portal takes as a week (A12-03).
        DateOnly due = facts.Rules.LastDayFor(DatedDuty.ContractDetails, signed) ?? signed.AddDays(7);
        string why = facts.Rules.ContractDetailsDays is { } days ? $"Within {days} days, beginning with the day the contract was entered into (A11-01)." : "As soon as reasonably practicable after the contract was entered into (A12-03).";
        return new DutyLine(NoticeKind.ContractDetails, DutyStates.Of(due, notice?.On, facts.Today), Name(contract), why, due, notice?.On, notice?.ReleaseId);
    }

    private static DutyLine Performance(DutyFacts facts, LotContract contract, DateOnly signed)
    {
        PublicNotice[] told = [.. OfLot(facts, contract, NoticeKind.ContractPerformance)];
        DateOnly due = signed.AddMonths(MonthsBetweenAssessments * (told.Length + 1));
        bool over = OfLot(facts, contract, NoticeKind.ContractTermination).Any();
        DutyState state = over ? DutyState.Done : DutyStates.Of(due, null, facts.Today);
        return new DutyLine(NoticeKind.ContractPerformance, state, Name(contract), "At least once in 12 months and when the contract ends (A11-05).", due, over ? told.LastOrDefault()?.On : null, told.LastOrDefault()?.ReleaseId);
    }

    private static DutyLine End(DutyFacts facts, LotContract contract, DateOnly ends, DateOnly due)
    {
        PublicNotice? notice = OfLot(facts, contract, NoticeKind.ContractTermination).FirstOrDefault();
        DutyState state = notice is null && facts.Today < ends ? DutyState.Later : DutyStates.Of(due, notice?.On, facts.Today);
        return new DutyLine(NoticeKind.ContractTermination, state, Name(contract), $"Within 30 days of the end of the contract, planned for {LondonTime.Day(ends)} (A11-10).", due, notice?.On, notice?.ReleaseId);
    }

    private static DutyLine Line(DutyFacts facts, LotContract contract, NoticeKind kind, DateOnly due, string why)
    {
        PublicNotice? notice = OfLot(facts, contract, kind).FirstOrDefault();
        return new DutyLine(kind, DutyStates.Of(due, notice?.On, facts.Today), Name(contract), why, due, notice?.On, notice?.ReleaseId);
    }

    private static IEnumerable<PublicNotice> OfLot(DutyFacts facts, LotContract contract, NoticeKind kind) => facts.Notices.Where(n => n.Kind == kind && n.Lot == contract.Lot.Number);

    private static string Name(LotContract contract) => $"Lot {contract.Lot.Number}";
}
