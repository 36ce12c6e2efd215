using System.Text.Json;
using Portal.Domain.Kernel;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A public calculator: reads a JSON body, answers, and says of every field what is wrong with it. Nothing is stored.</summary>
public abstract class Calculator : PortalApi
{
    // A thousand bids on sixty criteria fit several times over.
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The answer of a pure calculation; whatever it refuses is a mistake of the input (422).</summary>
    internal async Task<T> Answer<T>(Func<JsonShape, T?> calculate, CancellationToken cancellation)
        where T : class
    {
        using JsonDocument document = await JsonBody.Read(Request, MostBytes, cancellation);
        InputErrors errors = new();
        T? answer = InputRefused.Unless(() => calculate(new JsonShape(document.RootElement, "", errors)), "prices");
        errors.ThrowIfAny();
        return answer ?? throw new InputRefused("body", "This cannot be calculated.");
    }
}
