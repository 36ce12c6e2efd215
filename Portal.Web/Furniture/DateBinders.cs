using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Web.Furniture;

/// <summary>A date as day, month and year (<c>Name.Day</c> …), or as 2026-11-23.</summary>
public sealed class DatePartsBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        if (DateParts.Read(bindingContext) is { } date)
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }

        return Task.CompletedTask;
    }
}

/// <summary>A London date and time (<c>Name.Day</c>, <c>Name.Month</c>, <c>Name.Year</c>, <c>Name.Time</c>), or an ISO 8601 instant; kept in UTC.</summary>
public sealed class LondonTimeBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        string name = bindingContext.ModelName;
        string? whole = bindingContext.ValueProvider.GetValue(name).FirstValue;
        if (DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset instant))
        {
            bindingContext.Result = ModelBindingResult.Success(instant);
            return Task.CompletedTask;
        }

        DateOnly? date = DateParts.Read(bindingContext);
        ValueProviderResult typed = bindingContext.ValueProvider.GetValue(name + ".Time");
        if (typed != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(name + ".Time", typed);
            bindingContext.ModelState.MarkFieldSkipped(name + ".Time");
        }

        if (date is { } day)
        {
            WithTime(bindingContext, day, typed.FirstValue);
        }

        return Task.CompletedTask;
    }

    private static void WithTime(ModelBindingContext context, DateOnly day, string? typed)
    {
        if (!TimeOnly.TryParseExact(typed?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            context.ModelState.TryAddModelError(context.ModelName, $"{DateParts.Label(context)} must have a time, like 12:00");
        }
        else
        {
            Instant(context, day, time);
        }
    }

    private static void Instant(ModelBindingContext context, DateOnly day, TimeOnly time)
    {
        try
        {
            context.Result = ModelBindingResult.Success(LondonTime.At(day, time));
        }
        catch (RuleBroken refused)
        {
            context.ModelState.TryAddModelError(context.ModelName, refused.Reasons[0].Text);
        }
    }
}

/// <summary>Reads the three boxes of a date.</summary>
public static class DateParts
{
    public static string Label(ModelBindingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ModelMetadata.DisplayName ?? GovWords.Title(context.ModelName);
    }

    /// <summary>The date, or null after noting in the model state what is wrong (nothing when all boxes are empty).</summary>
    public static DateOnly? Read(ModelBindingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string? whole = context.ValueProvider.GetValue(context.ModelName).FirstValue;
        if (DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly iso))
        {
            return iso;
        }

        string?[] typed = [Part(context, "Day"), Part(context, "Month"), Part(context, "Year")];
        if (typed.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        string[] names = ["day", "month", "year"];
        List<string> missing = [.. names.Where((_, i) => string.IsNullOrWhiteSpace(typed[i]))];
        if (missing.Count > 0)
        {
            context.ModelState.TryAddModelError(context.ModelName, $"{Label(context)} must include a {string.Join(" and a ", missing)}");
            return null;
        }

        if (DateOnly.TryParseExact($"{typed[2]!.Trim()}-{typed[1]!.Trim()}-{typed[0]!.Trim()}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        context.ModelState.TryAddModelError(context.ModelName, $"{Label(context)} must be a real date");
        return null;
    }

    private static string? Part(ModelBindingContext context, string part)
    {
        string key = context.ModelName + "." + part;
        ValueProviderResult given = context.ValueProvider.GetValue(key);
        if (given != ValueProviderResult.None)
        {
            context.ModelState.SetModelValue(key, given);

            // A part left unvalidated makes the whole form invalid without a word where the date itself has validators.
            context.ModelState.MarkFieldSkipped(key);
        }

        return given.FirstValue;
    }
}
