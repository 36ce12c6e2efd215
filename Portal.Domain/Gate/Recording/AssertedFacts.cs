using Portal.Domain.Gate.Asking;

namespace Portal.Domain.Gate.Recording;

/// <summary>The part of the facts that only the officer can say.</summary>
internal static class AssertedFacts
{
    public static ChildFacts Child(AskedOption asked) => new()
    {
        Age = asked.ChildAge,
        AlreadyLivesThere = asked.AlreadyLivesThere,
        SchoolNamedByPlan = asked.SchoolNamedByPlan,
        PreferenceExpressed = asked.PreferenceExpressed,
        OnlyOneCapableSupplier = asked.OnlyOneCapableSupplier,
        CompetitionAgainstInterests = asked.CompetitionAgainstInterests,
        EnactmentRequiresViews = asked.EnactmentRequiresViews,
        CourtReference = asked.CourtReference,
    };

    public static NeedFacts Need(AskedOption asked) => new()
    {
        ServiceType = asked.ServiceType,
        Urgency = asked.Urgency,
        NeededBy = asked.NeededBy,
        KnownSince = asked.KnownSince,
    };

    public static OptionFacts Option(AskedOption asked) => new()
    {
        Kind = asked.Kind,
        Exemption = asked.Exemption,
        HomeUrn = asked.HomeUrn,
        Price = asked.Price,
        Unit = asked.Unit,
        PackageWeeks = asked.PackageWeeks,
        Weeks = asked.Weeks,
        PlacesNeeded = asked.PlacesNeeded,
        NewContract = asked.NewContract,
    };
}
