using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>A framework's id.</summary>
public readonly record struct FrameworkId(Guid Value) : ITypedId<FrameworkId>
{
    public static FrameworkId From(Guid value) => new(value);
}

/// <summary>Whose framework it is: one region's, or the national co-operative's specialist contract that every authority may use.</summary>
public enum FrameworkLevel
{
    Regional,
    National,
}

/// <summary>How suppliers may join later: never, at set re-openings (s.49), or under a light-touch agreement's own rules (care-sector §1.1).</summary>
public enum FrameworkForm
{
    Closed,
    Open,
    Flexible,
}

/// <summary>Where a framework stands; only the verbs of <see cref="Framework"/> move it.</summary>
public enum FrameworkStage
{
    Agreed,
    Live,
    Expired,
}

/// <summary>An agreement of a co-operative with many providers on terms, from which authorities call off placements.</summary>
public sealed partial class Framework : Aggregate
{
    private static readonly Lifecycle<FrameworkStage> Moves = new(
        (FrameworkStage.Agreed, FrameworkStage.Live),
        (FrameworkStage.Live, FrameworkStage.Expired));

    // Percentages of the estimated value at which the lead is told (A8-12).
    private static readonly int[] Alerts = [80, 90, 100];

    private readonly List<FrameworkLot> lots = [];

    private Framework()
    {
    }

    public FrameworkId Id { get; private set; }

    /// <summary>The reference people and addresses use: <c>WM-2026</c>.</summary>
    public string Ref { get; private set; } = "";

    public string Title { get; private set; } = "";

    public FrameworkLevel Level { get; private set; }

    public FrameworkForm Form { get; private set; }

    public FrameworkStage Stage { get; private set; }

    /// <summary>The authority that signs for the others.</summary>
    public OrganisationId Lead { get; private set; }

    public OrganisationId Cooperative { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day of the term.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The last day to which the agreement allows the term to be extended; null when it cannot.</summary>
    public DateOnly? MayExtendTo { get; private set; }

    /// <summary>Whether the terms let other regions see a home's price here and forbid the provider to charge more for the same bed off framework.</summary>
    public bool RegisterClause { get; private set; }

    /// <summary>Whether a child may go to a home whose onboarding is not finished, with the co-operative's approval (gate row C4).</summary>
    public bool PendingHomesAllowed { get; private set; }

    /// <summary>The estimated value of the notice: the sum of all contracts that may be awarded under it (A1-08).</summary>
    public Money EstimatedValue { get; private set; }

    /// <summary>The tender that made it; null for an agreement brought in from before the portal.</summary>
    public string? TenderRef { get; private set; }

    public IReadOnlyList<FrameworkLot> Lots => lots;

    public bool Live => Stage == FrameworkStage.Live;

    internal string Subject => $"framework/{Ref}";

    public static Framework Open(
        string reference,
        string title,
        FrameworkLevel level,
        OrganisationId lead,
        OrganisationId cooperative,
        DateOnly startsOn,
        DateOnly endsOn,
        Money estimatedValue,
        string? tenderRef,
        bool registerClause)
    {
        if (endsOn < startsOn)
        {
            throw new RuleBroken("TERM_ORDER", "A framework cannot end before it starts.", field: "EndsOn");
        }

        var framework = new Framework
        {
            Id = Kernel.Id.New<FrameworkId>(),
            Ref = reference,
            Title = title,
            Level = level,
            Form = FrameworkForm.Flexible,
            Lead = lead,
            Cooperative = cooperative,
            StartsOn = startsOn,
            EndsOn = endsOn,
            EstimatedValue = estimatedValue,
            TenderRef = tenderRef,
            RegisterClause = registerClause,
        };
        framework.Happened("framework.opened", framework.Subject, new { reference, title, level, lead, cooperative, startsOn, endsOn, estimatedValue = estimatedValue.Amount, tenderRef, registerClause });
        return framework;
    }

    /// <summary>Records what the notice said about joining later, extending, and homes still being onboarded.</summary>
    public void SetTerms(FrameworkForm form, DateOnly? mayExtendTo, bool pendingHomesAllowed)
    {
        if (mayExtendTo < EndsOn)
        {
            throw new RuleBroken("TERM_ORDER", "The latest extension cannot lie before the end of the term.", field: "MayExtendTo");
        }

        Form = form;
        MayExtendTo = mayExtendTo;
        PendingHomesAllowed = pendingHomesAllowed;
        Happened("framework.termsSet", Subject, new { form, mayExtendTo, pendingHomesAllowed });
    }

    public FrameworkLot AddLot(string number, string title, string serviceType, string unit, Money? ceiling = null, bool openBook = false)
    {
        if (lots.Exists(l => l.Number == number))
        {
            throw new RuleBroken("LOT_TWICE", $"Framework {Ref} has a lot {number} already.", field: "Number");
        }

        var lot = new FrameworkLot(Id, number, title, serviceType, unit, ceiling, openBook);
        lots.Add(lot);
        Happened("framework.lotAdded", Subject, new { number, title, serviceType, unit, ceiling = ceiling?.Amount, openBook });
        return lot;
    }

    public FrameworkLot Lot(string number) => lots.Find(l => l.Number == number) ?? throw new NotFound($"Lot {number} of framework {Ref}");

    public void GoLive(DateTimeOffset now)
    {
        if (lots.Count == 0)
        {
            throw new RuleBroken("NO_LOTS", $"Framework {Ref} has no lots. Add at least one before it goes live.");
        }

        Stage = Moves.Move(Stage, FrameworkStage.Live, $"Framework {Ref}");
        Happened("framework.wentLive", Subject, new { now });
    }

    public void Expire()
    {
        Stage = Moves.Move(Stage, FrameworkStage.Expired, $"Framework {Ref}");
        Happened("framework.expired", Subject, new { EndsOn });
    }

    /// <summary>Uses an extension the notice allowed; anything longer is a modification (A11) and refused here.</summary>
    public void Extend(DateOnly to, string reason)
    {
        Given.Reason(reason);
        if (Stage == FrameworkStage.Expired || to <= EndsOn || MayExtendTo is not { } last || to > last)
        {
            throw new RuleBroken("EXTENSION", $"Framework {Ref} may only be extended before it expires, to a day after its end and within what its notice allowed.", field: "EndsOn");
        }

        DateOnly before = EndsOn;
        EndsOn = to;
        Happened("framework.extended", Subject, new { before, to, reason });
    }

    /// <summary>Admits a provider to a lot (the award's result); each of its homes is then put forward and onboarded on its own.</summary>
    public Admission Admit(string lotNumber, OrganisationId provider) => new(this, Lot(lotNumber), provider);

    public void MustBeManagedBy(Actor actor)
    {
        if (!actor.IsPortal && actor.Organisation != Lead && actor.Organisation != Cooperative)
        {
            throw new NotAllowed($"Framework {Ref} is run by its lead authority and its co-operative; ask them.");
        }
    }

    /// <summary>Why nothing can be called off on that day: empty when it can (A8-11: term, stage). Using more than the estimate is told, not refused: a child's need comes first (A8-12).</summary>
    public IReadOnlyList<Reason> WhatBlocksCallOff(DateOnly on)
    {
        if (Stage != FrameworkStage.Live)
        {
            return [new Reason("FRAMEWORK_NOT_LIVE", $"Framework {Ref} is not live.", "A8-11")];
        }

        return on < StartsOn || on > EndsOn
            ? [new Reason("FRAMEWORK_TERM", $"Framework {Ref} runs from {StartsOn:yyyy-MM-dd} to {EndsOn:yyyy-MM-dd}.", "A8-11")]
            : [];
    }
}
