using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Why an actor cannot take part in an opening now; the page shows the same reasons before anybody tries.</summary>
public static class OpeningReadiness
{
    /// <param name="ahead">How far this server's clock was put ahead since the portal was started: time that has not passed opens nothing.</param>
    public static IReadOnlyList<Reason> WhatBlocks(Tender tender, TenderSeal? seal, Actor actor, DateTimeOffset now, string? recoveryReason, TimeSpan ahead = default) =>
        [.. (tender.Stage == TenderStage.Pricing ? Prices(seal) : Stage(tender).Concat(Time(tender, now, ahead))).Concat(Person(tender, seal, actor, recoveryReason))];

    /// <summary>Named to open, or holder of the recovery share. Who was replaced is neither, even with a seat taken a minute before.</summary>
    internal static bool IsNamed(Tender tender, TenderSeal? seal, PersonId person) =>
        tender.HasOnTeam(person, TeamPart.Opener) || seal?.Shares.Any(s => s.Recovery && s.Person == person.Value) == true;

    private static IEnumerable<Reason> Stage(Tender tender)
    {
        if (tender.Stage is not (TenderStage.Open or TenderStage.Closed))
        {
            yield return new Reason("WRONG_STAGE", tender.Stage == TenderStage.Drafting || tender.Stage == TenderStage.Cancelled ? "There are no bids to open." : "The bids have been opened already. Their prices are opened when the quality scores are agreed and frozen.", "D1-02");
        }

        if (tender.ExtensionPending)
        {
            yield return new Reason("EXTENSION_PENDING", "The portal was unavailable before the deadline. The commissioner must first decide whether everybody gets more time.", "D1-11");
        }
    }

    private static IEnumerable<Reason> Time(Tender tender, DateTimeOffset now, TimeSpan ahead)
    {
        DateTimeOffset earliest = tender.OpensAt > tender.ClosesAt ? tender.OpensAt.Value : tender.ClosesAt ?? DateTimeOffset.MaxValue;
        if (IsBefore(now))
        {
            yield return new Reason("TOO_EARLY", tender.ClosesAt is null ? "The tender has no deadline." : $"The bids may be opened from {LondonTime.ForPeople(earliest)}, not before.", "D1-02");
        }
        else if (IsBefore(now - ahead))
        {
            yield return new Reason("CLOCK_JUMPED", "This server’s clock was put ahead while the portal ran (the log says when and by how much), so it cannot say that the opening time has come. Ask the operator to put the clock right, or, if it was wrong before and is right now, to restart the portal.", "D1-02");
        }

        bool IsBefore(DateTimeOffset instant) => instant <= tender.ClosesAt || instant < earliest;
    }

    private static IEnumerable<Reason> Prices(TenderSeal? seal)
    {
        if (seal?.PricesOpenedAt is not null)
        {
            yield return new Reason("WRONG_STAGE", "The prices have been opened already.", "C2-03");
        }
    }

    private static IEnumerable<Reason> Person(Tender tender, TenderSeal? seal, Actor actor, string? recoveryReason)
    {
        DealtShare? share = seal?.Shares.FirstOrDefault(s => s.Person == actor.Person.Value);
        if (!IsNamed(tender, seal, actor.Person))
        {
            yield return new Reason("NOT_AN_OPENER", "You are not one of the people named to open this tender.", "D1-03");
        }
        else if (seal is { IsDealt: true } && share is null)
        {
            yield return new Reason("NO_SHARE", "Your opening key was set up after the shares had been dealt, so you hold none. Two of the others can deal the shares anew, or open without you.", "D1-03");
        }

        if (tender.HasOnTeam(actor.Person, TeamPart.Evaluator))
        {
            yield return new Reason("OPENER_EVALUATES", "Who evaluates the bids does not open them.", "D1-03");
        }

        if (share is { Recovery: true } && string.IsNullOrWhiteSpace(recoveryReason))
        {
            yield return new Reason("RECOVERY_REASON", "Say why legal's recovery share is used; the reason stands in the log.", "D1-03", "RecoveryReason");
        }
    }
}
