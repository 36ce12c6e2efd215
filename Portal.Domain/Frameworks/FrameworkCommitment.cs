using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>One call-off's part of a framework's value used: what was agreed, what it has come to where it runs longer, and once the placement has ended what it came to.</summary>
public sealed class FrameworkCommitment
{
    private FrameworkCommitment()
    {
    }

    internal FrameworkCommitment(FrameworkId framework, string lotNumber, string callOffRef, Money value, DateOnly on)
    {
        Id = Guid.CreateVersion7();
        Framework = framework;
        LotNumber = lotNumber;
        CallOffRef = callOffRef;
        Value = value;
        On = on;
    }

    public Guid Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string LotNumber { get; private set; } = "";

    public string CallOffRef { get; private set; } = "";

    /// <summary>As agreed at signature; never changed.</summary>
    public Money Value { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>What the placement has come to so far where that is more than was agreed; null otherwise.</summary>
    public Money? RunTo { get; private set; }

    /// <summary>What counts of it.</summary>
    public Money Counted => Settled ?? RunTo ?? Value;

    /// <summary>What the placement came to; null while it runs.</summary>
    public Money? Settled { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    // What it has come to never counts for less than before: the agreed length is owed until the placement has ended.
    internal bool RunOn(Money soFar)
    {
        if (Settled is not null || soFar <= Counted)
        {
            return false;
        }

        RunTo = soFar;
        return true;
    }

    internal void Settle(Money cameTo, DateOnly on)
    {
        if (Settled is not null)
        {
            throw new RuleBroken("SETTLED", $"What {CallOffRef} came to is recorded already.");
        }

        (Settled, SettledOn) = (cameTo, on);
    }
}
