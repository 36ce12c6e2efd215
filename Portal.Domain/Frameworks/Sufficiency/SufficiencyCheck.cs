using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>A sufficiency check's id.</summary>
public readonly record struct SufficiencyCheckId(Guid Value) : ITypedId<SufficiencyCheckId>
{
    public static SufficiencyCheckId From(Guid value) => new(value);
}

/// <summary>What a lot had to offer on the day of the check.</summary>
public sealed record LotSupply(int Providers, int Homes, int Places, int Vacant);

/// <summary>A recorded look whether a lot has enough homes for the gate's rules to bind its users (s.22G Children Act 1989; the gate's rules take effect for a lot only after it).</summary>
public sealed class SufficiencyCheck : Aggregate
{
    private SufficiencyCheck()
    {
    }

    public SufficiencyCheckId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string LotNumber { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public bool Sufficient { get; private set; }

    public LotSupply Supply { get; private set; } = null!;

    public string Words { get; private set; } = "";

    public PersonId CheckedBy { get; private set; }

    public string CheckedByName { get; private set; } = "";

    /// <summary>Records the finding; sufficient, the lot binds from that day, otherwise it no longer does. No lot without a usable home is sufficient.</summary>
    public static SufficiencyCheck Record(Framework framework, string lotNumber, LotSupply supply, bool sufficient, string words, Actor by, DateTimeOffset now)
    {
        Given.Reason(words, "Words");
        if (sufficient && supply.Homes == 0)
        {
            throw new RuleBroken("NO_HOMES", $"Lot {lotNumber} of {framework.Ref} has no usable home, so it cannot suffice.", "care-sector §2.3", "Sufficient");
        }

        FrameworkLot lot = framework.Lot(lotNumber);
        if (sufficient)
        {
            lot.BindFrom(LondonTime.DateOf(now));
        }
        else
        {
            lot.Unbind();
        }

        var check = new SufficiencyCheck { Id = Kernel.Id.New<SufficiencyCheckId>(), Framework = framework.Id, LotNumber = lotNumber, At = now, Sufficient = sufficient, Supply = supply, Words = words.Trim(), CheckedBy = by.Person, CheckedByName = by.Name };
        check.Happened("framework.sufficiencyChecked", framework.Subject, new { lotNumber, sufficient, supply, check.Words });
        return check;
    }
}
