using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>A new referral, in one page.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/referrals/new")]
public sealed class SendReferralController(SendReferral send, TimeProvider clock) : PageController
{
    private const int WindowHours = 48;

    [HttpGet]
    public IActionResult Show() => View(new SendReferralPage(new SendReferralForm { WindowClosesAt = clock.GetUtcNow().AddHours(WindowHours) }));

    [HttpPost]
    public async Task<IActionResult> Post(SendReferralForm form, CancellationToken cancel)
    {
        Referral? sent = null;
        return await Try(
            act: async () => sent = await send.Execute(Actor, form.ToNeed(), cancel),
            then: () =>
            {
                Tell($"The referral was sent to {NeedWords.Providers(sent!.Recipients.Count)} at the same moment.");
                return Redirect($"/referrals/{sent.Ref}");
            },
            again: () => Task.FromResult<IActionResult>(View(new SendReferralPage(form))));
    }
}

/// <summary>The page and what may be chosen on it.</summary>
public sealed record SendReferralPage(SendReferralForm Form)
{
    public IReadOnlyList<Choice> ServiceTypes { get; } = [.. Domain.Frameworks.ServiceTypes.Words.Select(w => new Choice(w.Key, w.Value))];

    public IReadOnlyList<Choice> Needs { get; } = NeedWords.Choices;
}

/// <summary>What a referral says of the child; never a name.</summary>
public sealed record SendReferralForm
{
    [Required(ErrorMessage = "Enter the child’s reference in your case system"), StringLength(40)]
    public string? ChildReference { get; init; }

    [Required(ErrorMessage = "Enter the child’s age"), Range(0, 17, ErrorMessage = "Enter an age from 0 to 17")]
    public int? ChildAge { get; init; }

    public List<string> ServiceTypes { get; init; } = [];

    public List<string> Needs { get; init; } = [];

    [Required(ErrorMessage = "Say how soon the place is needed")]
    public Urgency? Urgency { get; init; }

    [Required(ErrorMessage = "Enter when the place is needed")]
    public DateTimeOffset? NeededBy { get; init; }

    public DateTimeOffset? KnownSince { get; init; }

    [Required(ErrorMessage = "Enter when the response window closes")]
    public DateTimeOffset? WindowClosesAt { get; init; }

    [StringLength(4000)]
    public string? Conditions { get; init; }

    [StringLength(500)]
    public string? CodesignedWith { get; init; }

    [StringLength(4000)]
    public string? ChildsViews { get; init; }

    public ReferralNeed ToNeed() => new()
    {
        ChildReference = ChildReference!,
        ChildAge = ChildAge!.Value,
        ServiceTypes = [.. ServiceTypes.Where(Domain.Frameworks.ServiceTypes.Words.ContainsKey)],
        Needs = [.. Needs.Where(NeedWords.Words.ContainsKey)],
        Urgency = Words.Of(Urgency!.Value),
        NeededBy = NeededBy!.Value,
        KnownSince = KnownSince,
        WindowClosesAt = WindowClosesAt!.Value,
        Conditions = Conditions,
        CodesignedWith = CodesignedWith,
        ChildsViews = ChildsViews,
    };
}
