using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>One call-off's part of a framework's value used: what was agreed, and once the placement has ended what it came to.</summary>
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

    /// <summary>What the placement came to; null while it runs.</summary>
    public Money? Settled { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    internal void Settle(Money cameTo, DateOnly on)
    {
        if (Settled is not null)
        {
            throw new RuleBroken("SETTLED", $"What {CallOffRef} came to is recorded already.");
        }

        (Settled, SettledOn) = (cameTo, on);
    }
}
