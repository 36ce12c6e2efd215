using System.Text.Json;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Requests;

/// <summary>A request's id: opaque, so that it may stand in the log before the deadline without naming the supplier.</summary>
public readonly record struct ParticipationRequestId(Guid Value) : ITypedId<ParticipationRequestId>
{
    public static ParticipationRequestId From(Guid value) => new(value);
}

/// <summary>Where a request to take part stands.</summary>
public enum RequestStanding
{
    Sent,
    Withdrawn,
    Invited,
    NotInvited,

    /// <summary>Fails a condition of participation or is excluded (A4-03, A6).</summary>
    Disregarded,
}

/// <summary>What a supplier writes to take part: how it meets each condition, and its answer to each criterion of the shortlist.</summary>
public sealed record RequestContent(IReadOnlyList<string> Conditions, IReadOnlyDictionary<string, string> Answers, string Partners);

/// <summary>The points given to one criterion of the shortlist, and why.</summary>
public sealed record RequestScore(string Code, int Points, string Reason);

/// <summary>A supplier's request to take part in a competitive flexible procedure (A4-01, A4-07). The buyer reads it only after the deadline.</summary>
public sealed class ParticipationRequest : Aggregate
{
    private ParticipationRequest()
    {
    }

    public ParticipationRequestId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public OrganisationId Supplier { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public string SentByName { get; private set; } = "";

    public RequestStanding Standing { get; private set; }

    public IReadOnlyList<RequestScore> Scores { get; private set; } = [];

    public string ScoredByName { get; private set; } = "";

    /// <summary>Of 100, rounded to two decimals for reading; the order is made from the exact figures.</summary>
    public decimal? Points { get; private set; }

    public int? Place { get; private set; }

    internal byte[] Wrapped { get; private set; } = [];

    private string Subject => $"tender/{TenderRef}/request/{Id.Value}";

    public static ParticipationRequest From(Tender tender, OrganisationId supplier) =>
        new() { Id = Kernel.Id.New<ParticipationRequestId>(), Tender = tender.Id, TenderRef = tender.Ref, Supplier = supplier };

    /// <summary>Sends it, or sends it anew in place of the earlier one, until the deadline (A5-01).</summary>
    public void Send(Tender tender, RequestContent content, IKeyStore keys, Actor by, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatIsMissing(tender, content, now)]);
        Wrapped = keys.Wrap(JsonSerializer.SerializeToUtf8Bytes(content, JsonText.Options), Purpose);
        (SentAt, SentByName, Standing) = (now, by.Name, RequestStanding.Sent);
        Happened("request.received", Subject, new { request = Id.Value, at = now });
    }

    public void Withdraw(Tender tender, DateTimeOffset now)
    {
        if (Standing != RequestStanding.Sent || tender.Stage is not (TenderStage.Requesting or TenderStage.Shortlisting))
        {
            throw new RuleBroken("WRONG_STAGE", "A request is withdrawn before the shortlist is made. Once invited, leave the competition instead.", "A4-01");
        }

        Standing = RequestStanding.Withdrawn;
        Happened("request.withdrawn", Subject, new { request = Id.Value, at = now });
    }

    public RequestContent Content(IKeyStore keys) => JsonSerializer.Deserialize<RequestContent>(keys.Unwrap(Wrapped, Purpose), JsonText.Options)!;

    /// <summary>Gives points for every published criterion, each with its reason, while the shortlist is being made.</summary>
    public void Score(Tender tender, IReadOnlyList<RequestScore> scores, Actor by)
    {
        if (tender is not { Stage: TenderStage.Shortlisting, Plan: { } plan } || Standing != RequestStanding.Sent)
        {
            throw new RuleBroken("WRONG_STAGE", "Requests are scored after their deadline and before the shortlist is made.", "A4-07");
        }

        RuleBroken.If([.. plan.Shortlist.SelectMany(c => Shortlist.FaultsOf(c, scores.FirstOrDefault(s => s.Code == c.Code)))]);
        (Scores, ScoredByName) = (scores, by.Name);
        Happened("request.scored", Subject, new { Supplier, scores });
    }

    internal void Settle(RequestStanding standing, int? place, decimal? points)
    {
        (Standing, Place, Points) = (standing, place, points);
        Happened("request.settled", Subject, new { Supplier, standing, place, points });
    }

    private static IEnumerable<Reason> WhatIsMissing(Tender tender, RequestContent content, DateTimeOffset now)
    {
        if (!tender.TakesRequests(now))
        {
            yield return new Reason("REQUESTS_CLOSED", tender.RequestsCloseAt is { } closed ? $"Requests to take part closed {Law.LondonTime.ForPeople(closed)}; the same holds for everybody." : "This tender asks for no requests: bid for it.", "A5-01");
            yield break;
        }

        for (int i = 0; i < tender.Conditions.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(content.Conditions.ElementAtOrDefault(i)))
            {
                yield return new Reason("CONDITION_UNANSWERED", $"Say how you meet this: {tender.Conditions[i]}", "A4-09", $"Conditions[{i}]");
            }
        }

        for (int i = 0; i < tender.Plan!.Shortlist.Count; i++)
        {
            string answer = content.Answers.GetValueOrDefault(tender.Plan.Shortlist[i].Code, "");
            if (string.IsNullOrWhiteSpace(answer) || answer.Length > 20_000)
            {
                yield return new Reason("ANSWER_MISSING", $"{(answer.Length > 0 ? "At most 20,000 characters for" : "Answer")} “{tender.Plan.Shortlist[i].Title}”.", "A4-07", $"Answers[{i}]");
            }
        }
    }

    private string Purpose => $"request/{Id.Value}";
}
