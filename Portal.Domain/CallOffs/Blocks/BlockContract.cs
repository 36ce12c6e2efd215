using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs.Blocks;

/// <summary>A block contract's id.</summary>
public readonly record struct BlockContractId(Guid Value) : ITypedId<BlockContractId>
{
    public static BlockContractId From(Guid value) => new(value);
}

/// <summary>Places in a home that a region guarantees to pay for, filled or not: how many, at what fee, what part of it for an empty one (care-sector §1.3, block terms).</summary>
public sealed class BlockContract : Aggregate
{
    private BlockContract()
    {
    }

    public BlockContractId Id { get; private set; }

    /// <summary>The reference people use: <c>BL-2026-1A2B</c>.</summary>
    public string Ref { get; private set; } = "";

    /// <summary>The region whose authorities use the places and share the cost of empty ones.</summary>
    public OrganisationId Cooperative { get; private set; }

    public OrganisationId Provider { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public string FrameworkRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public int Places { get; private set; }

    /// <summary>Per cent of the places that is paid for even when empty.</summary>
    public decimal GuaranteePercent { get; private set; }

    /// <summary>Per cent of the block fee that an empty guaranteed place costs.</summary>
    public decimal VoidRate { get; private set; }

    /// <summary>The core fee of a block place: the schedule's, less the block discount.</summary>
    public Money PlacePrice { get; private set; }

    public string Unit { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string AgreedBy { get; private set; } = "";

    public DateTimeOffset AgreedAt { get; private set; }

    /// <summary>Guaranteed places, a part of one counting as none.</summary>
    public int Guaranteed => (int)decimal.Floor(Places * GuaranteePercent / 100m);

    public static BlockContract Agree(Actor by, string reference, BlockTerms terms, PriceTerms schedule, DateTimeOffset now)
    {
        RuleBroken.If(WhatIsWrong(terms, schedule));
        var block = new BlockContract
        {
            Id = Kernel.Id.New<BlockContractId>(),
            Ref = reference,
            Cooperative = terms.Cooperative,
            Provider = terms.Provider,
            HomeUrn = terms.HomeUrn,
            FrameworkRef = terms.FrameworkRef,
            LotNumber = terms.LotNumber,
            Places = terms.Places,
            GuaranteePercent = terms.GuaranteePercent,
            VoidRate = terms.VoidRate ?? schedule.VoidRate!.Value,
            PlacePrice = PlacementFee.Of(schedule, Money.Zero, new DiscountGrounds(Block: true)).Due,
            Unit = terms.Unit,
            From = terms.From,
            To = terms.To,
            AgreedBy = by.Name,
            AgreedAt = now,
        };
        block.Happened("block.agreed", $"block/{block.Ref}", new { block.Id, block.Cooperative, block.Provider, block.HomeUrn, block.FrameworkRef, block.LotNumber, block.Places, block.GuaranteePercent, block.VoidRate, placePrice = block.PlacePrice.Amount, block.Unit, block.From, block.To });
        return block;
    }

    public bool InForceOn(DateOnly day) => From <= day && day <= To;

    /// <summary>Guaranteed places that stand empty when so many are taken.</summary>
    public int VoidsAt(int taken) => Math.Max(0, Guaranteed - taken);

    /// <summary>What the empty guaranteed places cost per unit.</summary>
    public Money VoidCostAt(int taken) => new(PlacementFee.Part(PlacePrice, VoidRate).Amount * VoidsAt(taken));

    private static List<Reason> WhatIsWrong(BlockTerms terms, PriceTerms schedule)
    {
        List<Reason> wrong = [];
        if (schedule.VoidRate is null)
        {
            wrong.Add(new Reason("NO_BLOCK", "The home’s schedule offers no block places: it names no rate for an empty guaranteed place. Ask the provider to propose one.", "care-sector §1.3", "Urn"));
        }
        else if (terms.VoidRate > schedule.VoidRate)
        {
            wrong.Add(new Reason("VOID_RATE", $"The schedule’s rate for an empty place is {schedule.VoidRate:0.##} %. A higher one is not agreed here.", Field: "VoidRate"));
        }

        if (terms.Places < 1 || terms.Places > terms.PlacesFree)
        {
            wrong.Add(new Reason("BLOCK_PLACES", $"Enter from 1 to {terms.PlacesFree} places: those registered and in no other block.", Field: "Places"));
        }

        if (terms.GuaranteePercent is < 0m or > 100m || terms.VoidRate is < 0m or > 100m)
        {
            wrong.Add(new Reason("PERCENTAGE", "A percentage lies between 0 and 100.", Field: "GuaranteePercent"));
        }

        if (terms.To < terms.From || terms.To > terms.FrameworkEnds)
        {
            wrong.Add(new Reason("BLOCK_TERM", "The block ends after it starts, and not after the framework ends.", Field: "To"));
        }

        return wrong;
    }
}

/// <summary>What is agreed for a block; a missing void rate is the schedule's.</summary>
public sealed record BlockTerms
{
    public required OrganisationId Cooperative { get; init; }

    public required OrganisationId Provider { get; init; }

    public required string HomeUrn { get; init; }

    public required string FrameworkRef { get; init; }

    public required string LotNumber { get; init; }

    public required string Unit { get; init; }

    public required int Places { get; init; }

    /// <summary>Registered places of the home that are in no other block in force.</summary>
    public required int PlacesFree { get; init; }

    public decimal GuaranteePercent { get; init; } = 100m;

    public decimal? VoidRate { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required DateOnly FrameworkEnds { get; init; }
}
