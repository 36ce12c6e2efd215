using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>One part of a framework: a service type with its own members, homes, price unit and ceiling.</summary>
public sealed class FrameworkLot
{
    private FrameworkLot()
    {
    }

    internal FrameworkLot(FrameworkId framework, string number, string title, string serviceType, string unit, Money? ceiling, bool openBook)
    {
        Id = Guid.CreateVersion7();
        Framework = framework;
        Number = number;
        Title = title;
        ServiceType = serviceType;
        Unit = unit;
        Ceiling = ceiling;
        OpenBook = openBook;
    }

    public Guid Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>In the gate's vocabulary: residential, crisis, therapeutic …</summary>
    public string ServiceType { get; private set; } = "";

    /// <summary>What a price is for, in the gate's vocabulary (week, night …); never converted.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The published maximum core fee per unit; null for an open-book lot.</summary>
    public Money? Ceiling { get; private set; }

    /// <summary>Specialist lots are priced by an itemised, open package and have no schedule price (care-sector §0, seed 004).</summary>
    public bool OpenBook { get; private set; }

    /// <summary>Youngest age the lot covers; null when it names none.</summary>
    public int? AgeFrom { get; private set; }

    /// <summary>Oldest age the lot covers; null when it names none.</summary>
    public int? AgeTo { get; private set; }

    /// <summary>Needs the lot is for, in the common vocabulary.</summary>
    public List<string> Needs { get; private set; } = [];

    /// <summary>Boundary or radius, in the notice's words.</summary>
    public string? Geography { get; private set; }

    /// <summary>The lowest judgement at which a home is onboarded without a condition (care-sector §1.3: Good).</summary>
    public Judgement MinimumJudgement { get; private set; } = Judgement.Good;

    /// <summary>First day on which the gate's rules bind the lot's users: set by a recorded sufficiency check, null before it.</summary>
    public DateOnly? BindsFrom { get; private set; }

    public void BindFrom(DateOnly day) => BindsFrom ??= day;

    public void Unbind() => BindsFrom = null;

    /// <summary>Whom the lot is for, in one.</summary>
    public LotCover Stated => new(AgeFrom, AgeTo, Needs, Geography, MinimumJudgement);

    /// <summary>Modifications of whom the lot is for, in the order in which they were recorded.</summary>
    public IReadOnlyList<CoverChange> CoverChanges { get; private set; } = [];

    /// <summary>Nothing is recorded yet of whom the lot is for, and nothing was modified: what its notice said may be written down once.</summary>
    public bool MayBeStated() => Stated.IsBlank && CoverChanges.Count == 0;

    internal void Modify(CoverChange change)
    {
        Cover(change.After);
        CoverChanges = [.. CoverChanges, change];
    }

    public void Cover(LotCover stated)
    {
        LotCover cover = stated.Checked();
        (AgeFrom, AgeTo, Needs, Geography, MinimumJudgement) = (cover.AgeFrom, cover.AgeTo, [.. cover.Needs], cover.Geography, cover.MinimumJudgement);
    }
}
