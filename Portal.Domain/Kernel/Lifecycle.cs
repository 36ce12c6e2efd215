namespace Portal.Domain.Kernel;

/// <summary>The table of lawful moves between stages, kept at the top of an aggregate's file.</summary>
public sealed class Lifecycle<TStage>(params (TStage From, TStage To)[] moves)
    where TStage : struct, Enum
{
    private readonly HashSet<(TStage, TStage)> allowed = [.. moves];

    public bool Allows(TStage from, TStage to) => allowed.Contains((from, to));

    /// <summary>The new stage, or <see cref="RuleBroken"/> (WRONG_STAGE) when the table has no such move.</summary>
    public TStage Move(TStage from, TStage to, string what) =>
        Allows(from, to) ? to : throw new RuleBroken("WRONG_STAGE", $"{what} cannot go from “{from}” to “{to}”. Reload the page to see where it stands now.");
}
