using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>Lots are independent: some may be awarded before the others, with a decision, a standstill and contracts of their own (A10-01).</content>
public sealed partial class Tender
{
    /// <summary>Whether some lots are, or were, awarded apart from the others.</summary>
    public bool HasLotsApart => lots.Any(l => l.Part > 0);

    /// <summary>Whether the award of some lots apart goes on when the contracts of the others are signed already.</summary>
    public bool IsDecidingApart => Stage == TenderStage.Signed && LotsGoingOn.Any(l => l is { Part: > 0, Awarding.SignedAt: null });

    /// <summary>The lots of one award, the ended ones left out: 0 is the award of all that are not awarded apart.</summary>
    public IEnumerable<Lot> LotsOfPart(int part) => LotsGoingOn.Where(l => l.Part == part).OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal);

    /// <summary>The lots of one award as people say it: "lot 2", "lots 1 and 3".</summary>
    public string PartInWords(int part)
    {
        IEnumerable<Lot> mine = LotsOfPart(part).Any() ? LotsOfPart(part) : lots.Where(l => l.Part == part);
        return Lot.InWords([.. mine.Select(l => l.Number)]);
    }

    /// <summary>The estimated value of the lots of one award, before VAT; the tender's where all are awarded together or a lot has no estimate of its own (A1-08).</summary>
    public Money? WorthOfPart(int part)
    {
        Lot[] mine = [.. LotsOfPart(part)];
        return !HasLotsApart || mine.Length == 0 || Array.Exists(mine, l => l.NetValue is null) ? NetValue : new Money(mine.Sum(l => l.NetValue!.Value.Amount));
    }

    /// <summary>Whether this lot's award may still be recommended and decided.</summary>
    public bool IsDeciding(Lot lot) => lot.Ended is null && IsDeciding(lot.Part) && lot.Awarding?.SignedAt is null;

    /// <summary>An award apart may still be decided anew when the others are in standstill or signed.</summary>
    public bool IsDeciding(int part) => Stage == TenderStage.Deciding || (part > 0 && AfterAward.Contains(Stage));

    /// <summary>Whether bidders may still be asked about their bids for this lot: from the opening until its result is published; of a lot awarded apart also when the others are further.</summary>
    public bool MayAskAbout(LotId lot) => Stage is >= TenderStage.Opened and <= TenderStage.Deciding || lots.Exists(l => l.Id == lot && l.Part > 0 && IsDeciding(l));

    /// <summary>Whether it was awarded apart and its bidders have been told.</summary>
    public bool IsToldApart(Lot lot) => lot is { Part: > 0, Awarding.ToldAt: not null };

    /// <summary>Raises <see cref="RuleBroken"/> for a lot that was awarded apart and whose bidders have been told: what its award rests on changes only when that award is re-opened (A10-05).</summary>
    public void MustBeUntold(Lot lot)
    {
        if (lot is { Part: > 0, Awarding.ToldAt: { } told })
        {
            throw new RuleBroken("LOT_TOLD", $"The bidders of lot {lot.Number} were told its award on {Law.LondonTime.ForPeople(told)}. It changes only when that award is re-opened.", "A10-01");
        }
    }

    /// <summary>What keeps these lots from being awarded before the others; empty when nothing does.</summary>
    public IReadOnlyList<Reason> WhatBlocksApart(IReadOnlyCollection<string> numbers)
    {
        if (Stage != TenderStage.Deciding)
        {
            return [new Reason("WRONG_STAGE", "Lots are awarded apart when all are ranked and before the award of the others is announced.", "A10-01")];
        }

        if (LotLimit is { } limit)
        {
            return [new Reason("LOTS_COUPLED", $"{limit.InWords} Who is awarded one lot depends on the others, so all lots are decided together.", "A4-13", "Lots")];
        }

        if (numbers.Count == 0)
        {
            return [new Reason("NO_LOTS", "Choose the lots that are awarded now.", "A10-01", "Lots")];
        }

        string[] unknown = [.. numbers.Where(n => LotsOfPart(0).All(l => l.Number != n)).Order(StringComparer.Ordinal)];
        return unknown.Length > 0
            ? [new Reason("LOT_GONE", $"Lot {string.Join(", ", unknown)} has ended, is awarded apart already or is no lot of this tender.", "A10-01", "Lots")]
            : LotsOfPart(0).All(l => numbers.Contains(l.Number))
                ? [new Reason("ALL_LOTS", "These are all the lots that are left. Recommend them together on the award page.", "A10-01", "Lots")]
                : [];
    }

    /// <summary>These lots get an award of their own; the others go on untouched.</summary>
    public void AwardApart(IReadOnlyCollection<string> numbers, int part, DateTimeOffset now)
    {
        MustBeCompeted();
        RuleBroken.If(WhatBlocksApart(numbers));
        foreach (Lot lot in lots.Where(l => numbers.Contains(l.Number)))
        {
            lot.GoOn(new LotAwarding(part));
        }

        Happened("award.setApart", SubjectOfPart(part), new { part, lots = numbers.Order(StringComparer.Ordinal), at = now });
    }

    /// <summary>Lots that were to be awarded apart are awarded with the others after all.</summary>
    public void TakeBack(int part)
    {
        if (Stage != TenderStage.Deciding)
        {
            throw new RuleBroken("WRONG_STAGE", "The award of the other lots is announced already. These lots are awarded on their own.", "A10-05");
        }

        foreach (Lot lot in LotsOfPart(part).ToArray())
        {
            lot.GoOn(null);
        }
    }

    /// <summary>The bidders of these lots have been told, all at one instant.</summary>
    public void NoteTold(int part, DateTimeOffset at) => Note(part, a => a with { ToldAt = at });

    /// <summary>The award notice of these lots is out.</summary>
    public void NoteAnnounced(int part, DateTimeOffset at) => Note(part, a => a with { AnnouncedAt = at });

    /// <summary>The contracts of these lots are entered into.</summary>
    public void NoteSigned(int part, DateTimeOffset at) => Note(part, a => a with { SignedAt = at });

    /// <summary>The award of these lots is decided anew.</summary>
    public void ForgetAward(int part) => Note(part, a => new LotAwarding(a.Part));

    /// <summary>When contracts of every lot that goes on are signed, each in an award apart, nothing is left to decide.</summary>
    public void CompleteIfSettled(DateTimeOffset now)
    {
        if (Stage == TenderStage.Deciding && LotsGoingOn.All(l => l is { Part: > 0, Awarding.SignedAt: not null }))
        {
            MoveOn(TenderStage.Signed, "tender.completed", now);
        }
    }

    public string SubjectOfPart(int part) => part == 0 ? Subject : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Subject}/award/{part}");

    private void Note(int part, Func<LotAwarding, LotAwarding> change)
    {
        foreach (Lot lot in LotsGoingOn.Where(l => l.Part == part))
        {
            lot.GoOn(change(lot.Awarding ?? new LotAwarding(part)));
        }
    }

    // The procedures of awards apart end with the procurement.
    private void GiveUpApart(string why)
    {
        RuleBroken.If([.. LotsGoingOn.Where(l => l is { Part: > 0, Awarding.SignedAt: not null }).Select(l => new Reason("LOT_SIGNED", $"The contracts of lot {l.Number} are signed. End the other lots one by one instead.", "A11-11"))]);
        foreach (int part in LotsGoingOn.Select(l => l.Part).Where(p => p > 0).Distinct().Order())
        {
            Happened("award.givenUp", SubjectOfPart(part), new { part, reason = why });
        }
    }
}
