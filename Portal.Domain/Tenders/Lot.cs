using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>A lot's id.</summary>
public readonly record struct LotId(Guid Value) : ITypedId<LotId>
{
    public static LotId From(Guid value) => new(value);
}

/// <summary>A part of a tender that is bid for, evaluated and awarded on its own.</summary>
public sealed class Lot
{
    private Lot()
    {
    }

    public LotId Id { get; private set; }

    public TenderId Tender { get; private set; }

    /// <summary>As published and as addresses use it: <c>1</c>, <c>7a</c>.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Quality once for the provider; price, evidence and admission per home.</summary>
    public bool PerHome { get; private set; }

    /// <summary>In the gate's vocabulary: residential, crisis, therapeutic …</summary>
    public string ServiceType { get; private set; } = "";

    public Money? NetValue { get; private set; }

    public Money? GrossValue { get; private set; }
}
