namespace Portal.Domain.CallOffs;

/// <summary>By what way a place was chosen: directly by the framework's published objective mechanism, by further competition among those who offered, from guaranteed block places, or off any framework (spot).</summary>
public enum CallOffRoute
{
    Spot,
    DirectAward,
    FurtherCompetition,
    BlockPlace,
}
