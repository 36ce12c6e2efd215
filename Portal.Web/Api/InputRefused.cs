using Portal.Domain.Kernel;

namespace Portal.Web.Api;

/// <summary>What was sent is not in the shape that was asked for: 422 with the messages per field.</summary>
public sealed class InputRefused(IReadOnlyDictionary<string, string[]> errors) : Exception("The request has mistakes.")
{
    public InputRefused(string field, string message)
        : this(new Dictionary<string, string[]> { [field] = [message] })
    {
    }

    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;

    /// <summary>A refusal of a pure calculation, told as mistakes of the fields it was asked about.</summary>
    public static InputRefused From(RuleBroken refused, string otherwise) => new(
        refused.Reasons.GroupBy(reason => reason.Field ?? otherwise).ToDictionary(group => group.Key, group => group.Select(reason => reason.Text).ToArray()));

    /// <summary>Runs a pure calculation; what it refuses is an input mistake (422), because nothing is stored that a rule could protect (409).</summary>
    public static T Unless<T>(Func<T> calculation, string otherwise)
    {
        try
        {
            return calculation();
        }
        catch (RuleBroken refused)
        {
            throw From(refused, otherwise);
        }
    }
}

/// <summary>The body cannot be read at all: not JSON (400), not of a media type known here (415), too large (413).</summary>
public sealed class UnreadableBody(int status, string why, Exception? inner = null) : Exception(why, inner)
{
    public int Status { get; } = status;
}
