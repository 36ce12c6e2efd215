namespace Portal.Db.Scenes;

/// <summary>Data put into an empty portal: reference data everywhere, invented data where the demo is on. Found by itself; plays in order; does nothing when its data are there.</summary>
public interface IScene
{
    /// <summary>0-99 reference, 100-199 people and market, from 200 on tenders and what follows from them.</summary>
    int Order { get; }

    /// <summary>Invented data: only where the demo is on.</summary>
    bool Demo { get; }

    Task Play(CancellationToken cancellation);
}
