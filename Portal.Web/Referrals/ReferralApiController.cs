using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Referrals;

/// <summary>A referral as a case system sends it; pseudonymous.</summary>
public sealed record ReferralBody(
    string? ChildReference,
    int? ChildAge,
    IReadOnlyList<string>? ServiceTypes,
    IReadOnlyList<string>? Needs,
    Urgency? Urgency,
    DateTimeOffset? NeededBy,
    DateTimeOffset? KnownSince,
    DateTimeOffset? WindowClosesAt,
    string? Conditions,
    string? CodesignedWith,
    string? ChildsViews);

/// <summary>A referral as the API answers it.</summary>
public sealed record ReferralAnswer(string Id, string Status, string AgeBand, IReadOnlyList<string> ServiceTypes, int SentTo, DateTimeOffset SentAt, DateTimeOffset WindowClosesAt)
{
    public static ReferralAnswer Of(Referral referral) => new(
        referral.Ref, Domain.Gate.Asking.Words.Of(referral.Stage), referral.AgeBand, referral.ServiceTypes, referral.Recipients.Count, referral.SentAt, referral.WindowClosesAt);
}

/// <summary>An offer as the API answers it.</summary>
public sealed record OfferAnswer(string Id, string Provider, string HomeUrn, string ServiceType, Money Price, string Unit, DateOnly AvailableFrom, string HowNeedsAreMet, IReadOnlyList<string> NeedsNotMet, bool? Suitable, DateTimeOffset MadeAt);

/// <summary>A decline as the API answers it.</summary>
public sealed record DeclineAnswer(string Provider, DeclineReason Reason, string Words, DateTimeOffset At);

/// <summary>All answers to a referral.</summary>
public sealed record OffersAnswer(string Referral, bool WindowClosed, IReadOnlyList<OfferAnswer> Items, IReadOnlyList<DeclineAnswer> Declines);

/// <summary>POST /api/v1/referrals and GET /api/v1/referrals/{id}/offers.</summary>
[Authorize(Policy = ScopePolicy.CallOffs)]
[Route("api/v1/referrals")]
public sealed class ReferralApiController(SendReferral send, PortalDb db, TimeProvider clock) : PortalApi
{
    [HttpPost]
    [ProducesResponseType<ReferralAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Send(CancellationToken cancel)
    {
        ReferralNeed need = Read(await Body<ReferralBody>(cancel));
        Referral referral = await SendOrSayWhich(need, cancel);
        Response.Headers.Location = $"/api/v1/referrals/{referral.Ref}/offers";
        return StatusCode(StatusCodes.Status201Created, ReferralAnswer.Of(referral));
    }

    [HttpGet("{id}/offers")]
    [ProducesResponseType<OffersAnswer>(StatusCodes.Status200OK)]
    public async Task<OffersAnswer> Offers(string id, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(Caller, id, cancel);
        List<Offer> offers = await db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id && o.Stage != OfferStage.Withdrawn).OrderBy(o => o.MadeAt).ToListAsync(cancel);
        List<Decline> declines = await db.Declines.AsNoTracking().Where(d => d.Referral == referral.Id).OrderBy(d => d.At).ToListAsync(cancel);
        OrganisationId[] providers = [.. offers.Select(o => o.Provider).Concat(declines.Select(d => d.Provider)).Distinct()];
        Dictionary<OrganisationId, string> codes = await db.Organisations.Where(o => providers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, cancel);
        return new OffersAnswer(
            referral.Ref,
            referral.IsWindowClosed(clock.GetUtcNow()),
            [.. offers.Select(o => new OfferAnswer(o.Id.Value.ToString(), codes[o.Provider], o.HomeUrn, o.ServiceType, o.Price, o.Unit, o.AvailableFrom, o.HowNeedsAreMet, o.NeedsNotMet, o.Suitable, o.MadeAt))],
            [.. declines.Select(d => new DeclineAnswer(codes[d.Provider], d.Reason, d.Words, d.At))]);
    }

    // What a form would show at the field is a mistake of the input here (422), not a conflict.
    private async Task<Referral> SendOrSayWhich(ReferralNeed need, CancellationToken cancel)
    {
        try
        {
            return await send.Execute(Caller, need, cancel);
        }
        catch (RuleBroken refused)
        {
            throw new InputRefused(refused.Reasons.GroupBy(r => Camel(r.Field ?? "body")).ToDictionary(g => g.Key, g => g.Select(r => r.Text).ToArray()));
        }
    }

    private static ReferralNeed Read(ReferralBody body)
    {
        InputErrors errors = new();
        Need(errors, "childReference", body.ChildReference);
        Need(errors, "childAge", body.ChildAge);
        Need(errors, "urgency", body.Urgency);
        Need(errors, "neededBy", body.NeededBy);
        Need(errors, "windowClosesAt", body.WindowClosesAt);
        string[] unknown = [.. (body.ServiceTypes ?? []).Where(t => t is null || !ServiceTypes.Words.ContainsKey(t))];
        if (unknown.Length > 0)
        {
            errors.Add("serviceTypes", $"Enter words of: {string.Join(", ", ServiceTypes.Words.Keys)}.");
        }

        errors.ThrowIfAny();
        return new ReferralNeed
        {
            ChildReference = body.ChildReference!,
            ChildAge = body.ChildAge!.Value,
            ServiceTypes = body.ServiceTypes ?? [],
            Needs = body.Needs ?? [],
            Conditions = body.Conditions,
            CodesignedWith = body.CodesignedWith,
            ChildsViews = body.ChildsViews,
            Urgency = Domain.Gate.Asking.Words.Of(body.Urgency!.Value),
            NeededBy = body.NeededBy!.Value,
            KnownSince = body.KnownSince,
            WindowClosesAt = body.WindowClosesAt!.Value,
        };
    }

    private static void Need(InputErrors errors, string field, object? given)
    {
        if (given is null)
        {
            errors.Add(field, "This is required.");
        }
    }

    private static string Camel(string field) => char.ToLowerInvariant(field[0]) + field[1..];
}
