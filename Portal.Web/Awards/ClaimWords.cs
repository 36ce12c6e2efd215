using Portal.Domain.Awards;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>Claims in words.</summary>
public static class ClaimWords
{
    public static IReadOnlyList<Choice> Ends { get; } =
    [
        new Choice(nameof(ClaimEnd.Discontinued), "The claimant gave it up", "Notice of discontinuance, or a letter withdrawing it"),
        new Choice(nameof(ClaimEnd.Dismissed), "The court dismissed it, or decided it in the authority’s favour"),
        new Choice(nameof(ClaimEnd.OrderLifting), "The court lifted the suspension", "The claim goes on; everything is kept"),
    ];

    public static string Named(ClaimNotice claim) => $"{claim.Claimant}: {(claim.Proceedings is { } issued ? $"claim {issued.ClaimNumber}, {issued.Court}, issued {LondonTime.Day(issued.IssuedOn)}" : "letter before claim")}";

    public static string Effect(ClaimNotice claim) => claim switch
    {
        { IsSuspending: true } => "Signature is suspended.",
        { Ending: { Kind: ClaimEnd.OrderLifting } order } => $"Suspension ended by order of {LondonTime.Day(order.On)} ({order.KeptAt}): {order.Reason} The claim goes on.",
        { Ending: { } end } => $"{(end.Kind == ClaimEnd.Dismissed ? "Dismissed" : "Given up")}, {LondonTime.Day(end.On)} ({end.KeptAt}): {end.Reason}",
        { LiftedAt: { } lifted } => $"Suspension ended {London.Short(lifted)}: {claim.LiftedBecause}",
        { AfterSignature: true } => "After signature: a claim for damages or to set the contract aside. Nothing is suspended; everything is kept.",
        { Proceedings: null, Suspends: false } => "No proceedings issued: signature is not suspended. Take legal advice before signing.",
        _ => "Outside the standstill: no automatic suspension.",
    };
}
