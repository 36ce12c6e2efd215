using System.Text.Json;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.CallOffs;

/// <summary>A call-off's id.</summary>
public readonly record struct CallOffId(Guid Value) : ITypedId<CallOffId>
{
    public static CallOffId From(Guid value) => new(value);
}

/// <summary>How the place was bought: on a framework's terms, or off framework with the gate's permission.</summary>
public enum CallOffKind
{
    OnFramework,
    OffFramework,
}

/// <summary>Where a placement stands.</summary>
public enum CallOffStage
{
    Agreed,
    Ended,
}

/// <summary>One place for one child in one home at one price, on the strength of a gate decision; its individual placement agreement is the contract.</summary>
public sealed class CallOff : Aggregate
{
    private static readonly Lifecycle<CallOffStage> Moves = new((CallOffStage.Agreed, CallOffStage.Ended));

    private CallOff()
    {
    }

    public CallOffId Id { get; private set; }

    /// <summary>The reference people and addresses use: <c>CO-2026-1A2B3C4D</c>.</summary>
    public string Ref { get; private set; } = "";

    public CallOffKind Kind { get; private set; }

    public CallOffRoute Route { get; private set; }

    public CallOffStage Stage { get; private set; }

    public OrganisationId Authority { get; private set; }

    public OrganisationId Provider { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public string ChildReference { get; private set; } = "";

    public string ServiceType { get; private set; } = "";

    /// <summary>The framework it is called off, <c>WM-2026</c>; null off framework.</summary>
    public string? FrameworkRef { get; private set; }

    public string? LotNumber { get; private set; }

    /// <summary>The whole fee per unit, discounts taken off.</summary>
    public Money Price { get; private set; }

    /// <summary>The schedule's core fee, extras and discounts; null off framework and on an open-book lot.</summary>
    public string? FeeJson { get; private set; }

    public PlacementFee? Fee => FeeJson is null ? null : JsonSerializer.Deserialize<PlacementFee>(FeeJson, GateJson.Options);

    /// <summary>The whole fee once the child has lived there for 52 weeks; null where that changes nothing.</summary>
    public Money? AfterAYear { get; private set; }

    /// <summary>The block whose place it is.</summary>
    public BlockContractId? Block { get; private set; }

    public string? BlockRef { get; private set; }

    /// <summary>Why this home and not the first by the mechanism; null when it was the first.</summary>
    public string? ChosenBecause { get; private set; }

    public string Unit { get; private set; } = "";

    /// <summary>How many hours or sessions a week has; null where the unit is a length of time, and in what was called off before it was asked for.</summary>
    public decimal? UnitsPerWeek { get; private set; }

    public int Places { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Planned length; null when it cannot be said.</summary>
    public decimal? Weeks { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>The first day that is no longer paid: the day of leaving, or the day on which the notice runs out where that is later; null while the placement runs.</summary>
    public DateOnly? PaidTo { get; private set; }

    /// <summary>The home's Registered Manager when the place was called off; null where no current check named one.</summary>
    public string? RegisteredManager { get; private set; }

    /// <summary>The provider's Responsible Individual when the place was called off; null where no current check named one.</summary>
    public string? ResponsibleIndividual { get; private set; }

    public GateDecisionId GateDecision { get; private set; }

    public string? ReferralRef { get; private set; }

    public PersonId MadeBy { get; private set; }

    public string MadeByName { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    private string Subject => $"callOff/{Ref}";

    public static CallOff Make(Actor by, string reference, GateDecision decision, CalledPlace place, DateTimeOffset now)
    {
        var callOff = new CallOff
        {
            Id = Kernel.Id.New<CallOffId>(),
            Ref = reference,
            Kind = place.FrameworkRef is null ? CallOffKind.OffFramework : CallOffKind.OnFramework,
            Authority = decision.Authority,
            Provider = place.Provider,
            HomeUrn = place.HomeUrn,
            ChildReference = decision.ChildReference ?? "",
            ServiceType = decision.ServiceType,
            FrameworkRef = place.FrameworkRef,
            LotNumber = place.LotNumber,
            Route = place.Routed.Route,
            Price = place.Routed.Price,
            FeeJson = place.Routed.Fee is { } fee ? JsonSerializer.Serialize(fee, GateJson.Options) : null,
            AfterAYear = place.Routed.AfterAYear,
            Block = place.Routed.Block?.Id,
            BlockRef = place.Routed.Block?.Ref,
            ChosenBecause = string.IsNullOrWhiteSpace(place.Routed.ChosenBecause) ? null : place.Routed.ChosenBecause.Trim(),
            Unit = decision.Unit,
            UnitsPerWeek = place.UnitsPerWeek,
            Places = place.Places,
            From = place.From,
            Weeks = place.Weeks,
            RegisteredManager = place.Named.RegisteredManager,
            ResponsibleIndividual = place.Named.ResponsibleIndividual,
            GateDecision = decision.Id,
            ReferralRef = decision.ReferralRef,
            MadeBy = by.Person,
            MadeByName = by.Name,
            MadeAt = now,
        };
        callOff.Happened("callOff.made", callOff.Subject, new { callOff.Id, callOff.Kind, callOff.Route, callOff.BlockRef, callOff.ChosenBecause, callOff.Authority, callOff.Provider, callOff.HomeUrn, callOff.FrameworkRef, callOff.LotNumber, price = callOff.Price.Amount, callOff.Unit, callOff.UnitsPerWeek, callOff.From, callOff.Weeks, gateDecision = decision.Id, replaces = place.Replaces });
        decision.UsedBy(callOff.Ref, callOff.Kind == CallOffKind.OnFramework);
        return callOff;
    }

    /// <summary>The child has left; the day of leaving is not charged, the notice that the agreement gives is (care-sector §1.3).</summary>
    public void End(Leaving leaving, int noticeDays)
    {
        if (string.IsNullOrWhiteSpace(leaving.Reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why the placement ended. No names.", field: "Reason");
        }

        if (leaving.On < From)
        {
            throw new RuleBroken("END_ORDER", "A placement cannot end before it starts.", field: "On");
        }

        MustBeNoticeOfThis(leaving);
        Stage = Moves.Move(Stage, CallOffStage.Ended, $"Call-off {Ref}");
        EndedOn = leaving.On;
        PaidTo = PlacementValue.PaidTo(leaving, noticeDays);
        Happened("callOff.ended", Subject, new { on = leaving.On, leaving.NoticeGivenOn, PaidTo, reason = leaving.Reason.Trim() });
    }

    private void MustBeNoticeOfThis(Leaving leaving)
    {
        if (leaving.NoticeGivenOn > leaving.On)
        {
            throw new RuleBroken("NOTICE_LATE", "Notice is given on the day of leaving at the latest. Leave the day of notice out if none was given before the child left.", field: "NoticeGivenOn");
        }

        DateOnly made = LondonTime.DateOf(MadeAt);
        if (leaving.NoticeGivenOn < made)
        {
            throw new RuleBroken("NOTICE_EARLY", $"Notice cannot be given before the place was called off, on {LondonTime.Day(made)}.", field: "NoticeGivenOn");
        }
    }
}

/// <summary>Which place is called: the home, from when, how long, and under which framework's lot.</summary>
public sealed record CalledPlace(OrganisationId Provider, string HomeUrn, string? FrameworkRef, string? LotNumber, DateOnly From, decimal? Weeks, int Places)
{
    /// <summary>By what way, and at what price.</summary>
    public required RoutedPlace Routed { get; init; }

    /// <summary>Who stands for the home.</summary>
    public required NamedPeople Named { get; init; }

    /// <summary>Hours or sessions a week, where the price is for one.</summary>
    public decimal? UnitsPerWeek { get; init; }

    /// <summary>The running call-off whose place it takes; null when none runs.</summary>
    public string? Replaces { get; init; }
}
