namespace Portal.Domain.Kernel;

/// <summary>One reason why something may not be done: a stable code, words for people that say what to do next, the rule's id where it is law, and the form field it concerns.</summary>
public sealed record Reason(string Code, string Text, string? Rule = null, string? Field = null);

/// <summary>A rule of the domain refused what was asked; nothing was changed. Shown as an error summary (pages) or 409 with reasons (API).</summary>
public sealed class RuleBroken(IReadOnlyList<Reason> reasons) : Exception(string.Join("; ", reasons.Select(r => r.Text)))
{
    public RuleBroken(string code, string text, string? rule = null, string? field = null)
        : this([new Reason(code, text, rule, field)])
    {
    }

    public IReadOnlyList<Reason> Reasons { get; } = reasons;

    /// <summary>Throws when there is at least one reason.</summary>
    public static void If(IReadOnlyList<Reason> reasons)
    {
        if (reasons.Count > 0)
        {
            throw new RuleBroken(reasons);
        }
    }
}

/// <summary>No such thing, or nothing that this actor's organisation may know of (404).</summary>
public sealed class NotFound(string what) : Exception($"{what} was not found.");

/// <summary>The thing exists and is the actor's to see, but this act is not theirs to do (403).</summary>
public sealed class NotAllowed(string why) : Exception(why);
