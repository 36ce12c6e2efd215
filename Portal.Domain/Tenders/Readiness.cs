using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <summary>What a draft lacks before the public may see it, apart from its lots and dates.</summary>
internal static class Readiness
{
    public static IEnumerable<Reason> OfBasics(Tender tender)
    {
        if (tender.Description.Length < 40)
        {
            yield return new Reason("DESCRIPTION", "Describe what is bought so that a provider can tell whether it is for them.", "A4-05", "Description");
        }

        if (tender.Cpv.Length == 0)
        {
            yield return new Reason("CPV_MISSING", "Choose the main CPV code.", "A4-06", "Cpv");
        }

        if (tender.NetValue is null || tender.GrossValue is null)
        {
            yield return new Reason("VALUE_MISSING", "Enter the estimated value before and with VAT: the most that may be paid, extensions included.", "A1-08", "NetValue");
        }
        else if (tender.GrossValue < tender.NetValue)
        {
            yield return new Reason("VALUE_GROSS", "The value with VAT cannot be less than the value before VAT.", "A1-03", "GrossValue");
        }

        if (tender.MarketEngagement.Length == 0)
        {
            yield return new Reason("ENGAGEMENT", "Say what market engagement was published, or why there was none.", "A3-03", "MarketEngagement");
        }
    }

    /// <summary>Part 6 of the Act is for what lies below the threshold of this kind of authority (A1-03, A1-07).</summary>
    public static IEnumerable<Reason> OfRegime(Tender tender, DateTimeOffset now)
    {
        if (tender is not { Regime: Regime.BelowThreshold, GrossValue: { } value, IsPublished: false })
        {
            yield break;
        }

        PurchaseKind kind = LightTouchCpv.Covers(tender.Cpv) ? PurchaseKind.LightTouch : PurchaseKind.GoodsServices;
        if (Threshold.Held.FirstOrDefault(t => t.From <= LondonTime.DateOf(now) && LondonTime.DateOf(now) <= t.To && t.Authority == tender.Authority && t.Kind == kind) is { } threshold && threshold.IsReachedBy(value))
        {
            yield return new Reason("ABOVE_THRESHOLD", $"{value} with VAT reaches the threshold of {threshold.Amount} for this authority, so it is not a below-threshold procurement.", "A1-03", "Regime");
        }
    }

    public static IEnumerable<Reason> OfLots(Tender tender)
    {
        if (tender.Lots.Count == 0)
        {
            yield return new Reason("NO_LOTS", "Add at least one lot. A tender that is not split has one.", "A3-05", "Lots");
        }

        foreach (Lot lot in tender.Lots)
        {
            if (lot.ServiceType.Length == 0)
            {
                yield return new Reason("LOT_SERVICE", $"Choose the service type of lot {lot.Number}.", "A4-05", $"Lots[{lot.Number}].ServiceType");
            }

            if (lot.StartsOn is null || lot.EndsOn is null || lot.EndsOn <= lot.StartsOn)
            {
                yield return new Reason("LOT_DATES", $"Enter when the contract of lot {lot.Number} starts and ends.", "A4-06", $"Lots[{lot.Number}].StartsOn");
            }
        }
    }

    public static IEnumerable<Reason> OfDocuments(Tender tender)
    {
        if (!tender.Documents.Any(d => d.IsCurrent))
        {
            yield return new Reason("NO_DOCUMENTS", "Add the documents providers need, the specification at least.", "A4-05", "Documents");
        }
    }

    public static IEnumerable<Reason> OfTeam(Tender tender)
    {
        if (tender.Team.Count(m => m.Part == TeamPart.Evaluator) < 2)
        {
            yield return new Reason("EVALUATORS", "Name at least two evaluators.", "C2-04", "Team");
        }

        if (!tender.Team.Any(m => m.Part == TeamPart.Moderator))
        {
            yield return new Reason("MODERATOR", "Name a moderator who does not score.", "C2-05", "Team");
        }

        if (tender.Team.Count(m => m.Part == TeamPart.Opener) < 2)
        {
            yield return new Reason("OPENERS", "Name two people who open the bids together.", "D1-03", "Team");
        }
    }

    public static IEnumerable<Reason> OfConflicts(Tender tender)
    {
        if (tender.Conflicts is null)
        {
            yield return new Reason("CONFLICTS_ASSESSMENT", "A colleague must make the conflicts assessment before the notice is published.", "A3-07", "Conflicts");
        }
    }

    public static IEnumerable<Reason> OfApproval(Tender tender, DateTimeOffset now) => tender.Approval is { } approval
        ? approval.WhatHoldsIt(tender.NetValue, now, "Approval")
        : [new Reason("APPROVAL", "Record the decision that allows this procurement: number, day, who took it, up to what value and until when it may be called in.", "A13-01", "Approval")];
}
