using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <content>Finance, the day from which it holds, and the ways in which it comes to nothing.</content>
public sealed partial class Uplift
{
    public PersonId? ConfirmedBy { get; private set; }

    public string? ConfirmedByName { get; private set; }

    public string? FinanceWords { get; private set; }

    public string? EndedBecause { get; private set; }

    /// <summary>Finance confirms that it can be paid: from the day asked for, or tomorrow when that day has come. Homes that changed in the meantime are left out, each with the reason.</summary>
    public void Confirm(Actor by, string words, IReadOnlyCollection<HomeAdmission> found, FrameworkLot lot, DateOnly today)
    {
        Given.Reason(words, "Words");
        MustNotHaveActed(by);
        _ = Moves.Move(Stage, UpliftStage.Confirmed, $"The uplift on lot {LotNumber} of {FrameworkRef}");
        DateOnly from = AskedFrom > today ? AskedFrom : today.AddDays(1);
        foreach (UpliftHome line in homes)
        {
            HomeAdmission? home = found.FirstOrDefault(h => h.Id == line.HomeAdmission);
            if (line.OvertakenBy(home, from) is { } why)
            {
                line.LeaveOut(why);
            }
            else
            {
                line.Rose(home!.Raise(lot, this, from, today).Number);
            }
        }

        if (homes.TrueForAll(h => h.NewVersion is null))
        {
            End(UpliftStage.Overtaken, "Every home of it has left the lot or changed its price in the meantime.");
            return;
        }

        (ConfirmedBy, ConfirmedByName, FinanceWords, HoldsFrom) = (by.Person, by.Name, words.Trim(), from);
        Move(UpliftStage.Confirmed, "uplift.confirmed", new { HoldsFrom, AskedFrom, words, homes = homes.Select(h => new { h.HomeUrn, h.NewVersion, h.LeftOutBecause }) });
    }

    /// <summary>The day has come: says so, or that every home has left or changed in the meantime.</summary>
    public void TakeEffect(IReadOnlyCollection<HomeAdmission> found, DateOnly today)
    {
        if (Stage != UpliftStage.Confirmed || today < HoldsFrom)
        {
            return;
        }

        foreach (UpliftHome line in homes.Where(h => h.LeftOutBecause is null))
        {
            if (line.OvertakenBy(found.FirstOrDefault(h => h.Id == line.HomeAdmission), HoldsFrom!.Value) is { } why)
            {
                line.LeaveOut(why);
            }
        }

        if (homes.TrueForAll(h => h.LeftOutBecause is not null))
        {
            End(UpliftStage.Overtaken, "Every home of it left the lot or changed its price before the day came.");
            return;
        }

        Move(UpliftStage.InForce, "uplift.inForce", new { HoldsFrom, homes = homes.Where(h => h.LeftOutBecause is null).Select(h => h.HomeUrn) });
    }

    /// <summary>The lead finds the evidence wanting, or finance finds that it cannot be paid.</summary>
    public void Refuse(Actor by, string reason)
    {
        Given.Reason(reason);
        if (Stage == UpliftStage.BeforeBoard)
        {
            throw new RuleBroken("BEFORE_BOARD", "The board decides now; nobody decides in its place.");
        }

        End(UpliftStage.Refused, $"{by.Name}: {reason.Trim()}");
    }

    public void Withdraw(string reason)
    {
        Given.Reason(reason);
        End(UpliftStage.Withdrawn, reason.Trim());
    }

    /// <summary>The provider has left the lot: nothing rises any more.</summary>
    public void Overtake(string reason) => End(UpliftStage.Overtaken, reason);

    private void MustNotHaveActed(Actor by)
    {
        if (by.Person == PutBy || by.Person == AskedBy || votes.Exists(v => v.Person == by.Person))
        {
            throw new RuleBroken("OWN_REQUEST", "Somebody who neither put it to the board nor voted on it confirms that it can be paid.");
        }
    }

    private void End(UpliftStage how, string because)
    {
        EndedBecause = because;
        Move(how, "uplift.ended", new { how, because });
    }
}
