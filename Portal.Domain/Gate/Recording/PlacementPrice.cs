using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>What an authority pays for a child in a home since a day: the current price that the gate compares a resident's new price with. Written when a call-off is made.</summary>
public sealed class PlacementPrice
{
    private PlacementPrice()
    {
    }

    public PlacementPrice(OrganisationId authority, string childReference, string homeUrn, Money price, string unit, DateOnly from)
    {
        Id = Guid.CreateVersion7();
        (Authority, ChildReference, HomeUrn, Price, Unit, From) = (authority, childReference, homeUrn, price, unit, from);
    }

    public Guid Id { get; private set; }

    public OrganisationId Authority { get; private set; }

    public string ChildReference { get; private set; } = "";

    public string HomeUrn { get; private set; } = "";

    public Money Price { get; private set; }

    public string Unit { get; private set; } = "";

    public DateOnly From { get; private set; }
}
