using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Preparing;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of the notices about a contract that was entered into: its copy (A11-02), its performance (UK9, A11-05), its change (UK10, A11-08) and its end (UK11, A11-10).</summary>
internal static class ContractNotice
{
    private static readonly Uri Regulation = new("https://www.legislation.gov.uk/uksi/2024/692/contents");

    /// <summary>The contracts of the lot that the notice is about, as the contract details notice named them.</summary>
    public static ContractSection[] Contracts(NoticeFacts facts) =>
    [
        .. from awarded in facts.Awarded.Where(awarded => awarded.Number == facts.Said.Text("lot"))
           from at in Enumerable.Range(0, awarded.Suppliers.Count)
           select Contract(facts, awarded, at),
    ];

    private static ContractSection Contract(NoticeFacts facts, AwardedLot awarded, int at)
    {
        ContractSection contract = new()
        {
            Id = AwardNotice.ContractId(facts, awarded.Number, at),
            AwardId = AwardNotice.AwardId(facts, awarded.Number),
            Title = AwardNotice.ContractTitle(facts, awarded, at),
            Status = "active",
        };
        return facts.Kind switch
        {
            NoticeKind.ContractCopy => contract with { Documents = [facts.NoticeDocument, .. Copy(facts)] },
            NoticeKind.ContractPerformance => contract with { Implementation = Performance(facts) },
            NoticeKind.ContractChange => contract with { ProposedAmendments = [Change(facts)], Documents = [facts.NoticeDocument, .. facts.ConflictsDocument is { } conflicts ? new[] { conflicts } : []] },
            _ => Ended(facts, contract),
        };
    }

    private static IEnumerable<Document> Copy(NoticeFacts facts) => Uri.TryCreate(facts.Said.Text("address"), UriKind.Absolute, out Uri? address)
        ? [new Document($"copy-{facts.Address.ReleaseId}", "contractSigned", Title: "Copy of the contract", Description: facts.Said.Text("withheld") is { } withheld ? $"Withheld: {withheld}" : "Complete", Url: address, DatePublished: NoticeFacts.Stamp(facts.At))]
        : [];

    private static ImplementationSection Performance(NoticeFacts facts)
    {
        string id = facts.Address.ReleaseId;
        NoticeChoice? rating = facts.Said.Choice("rating", PerformanceRating.Choices);
        Period period = new(NoticeFacts.StartOf(facts.Said.Day("from")), NoticeFacts.EndOf(facts.Said.Day("to")));
        Observation[] seen = rating is null
            ? []
            : [new Observation(id, period, rating.Text, facts.Said.Text("assessment") ?? "", new Classification("UKSI", $"2024/692/regulation/39/{rating.Value}", rating.Text, Regulation))];
        return new ImplementationSection(
            [new Metric(Slug(facts.Said.Text("indicator") ?? ""), facts.Said.Text("indicator") ?? "", seen)],
            [facts.NoticeDocument],
            facts.Said.Text("failure") is { } failure ? [new PerformanceFailure(id, failure, NoticeFacts.Stamp(facts.At))] : null);
    }

    private static AmendmentSection Change(NoticeFacts facts)
    {
        NoticeChoice? ground = facts.Said.Choice("ground", ChangeGround.Choices);
        return new AmendmentSection(facts.Address.ReleaseId, NoticeFacts.StartOf(facts.Said.Day("changesOn")) ?? NoticeFacts.Stamp(facts.At), facts.Said.Text("description") ?? "", facts.Said.Text("explanation") ?? "")
        {
            Standstill = facts.Said.Yes("standstill"),
            RationaleClassifications = ground is null ? null : [new Classification("UKPGA", $"2023/54/section/74/{ground.Value}", ground.Text, new Uri("https://www.legislation.gov.uk/ukpga/2023/54/section/74"))],
            Period = facts.Said.Day("newEndsOn") is { } ends ? new Period(null, NoticeFacts.EndOf(ends)) : null,
            Value = NoticeFacts.Amount(facts.Said.Amount("newValue"), null),
        };
    }

    private static ContractSection Ended(NoticeFacts facts, ContractSection contract)
    {
        NoticeChoice? reason = facts.Said.Choice("reason", EndOfContract.Choices);
        return contract with
        {
            Status = "terminated",
            StatusDetails = facts.Said.Text("explanation"),
            Period = facts.Said.Day("endedOn") is { } ended ? new Period(null, NoticeFacts.EndOf(ended)) : null,
            TerminationRationaleClassifications = reason is null ? null : [new Classification("UKSI", $"2024/692/regulation/41/{reason.Value}", reason.Text, Regulation)],
            Documents = [facts.NoticeDocument],
        };
    }

    private static string Slug(string text) => new([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
