using System.Globalization;

namespace Portal.Domain.Kernel;

/// <summary>An amount in pounds sterling, exact, at most four decimals.</summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Raises <see cref="RuleBroken"/> (MONEY_DECIMALS) for more than four decimals.</summary>
    public Money(decimal amount)
    {
        if (decimal.Round(amount, 4) != amount)
        {
            throw new RuleBroken("MONEY_DECIMALS", "An amount has at most four decimals.");
        }

        Amount = amount;
    }

    public static Money Zero => new(0m);

    public decimal Amount { get; }

    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount);

    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    public static bool operator <=(Money left, Money right) => left.Amount <= right.Amount;

    public static bool operator >=(Money left, Money right) => left.Amount >= right.Amount;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);

    /// <summary>As the API writes it: two decimals, a point, no thousands mark.</summary>
    public string ToApi() => Math.Round(Amount, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>As people read it: £6,100.00.</summary>
    public override string ToString() => "£" + Math.Round(Amount, 2, MidpointRounding.AwayFromZero).ToString("N2", CultureInfo.InvariantCulture);
}
