using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Binds typed ids, money, dates in three parts and London times from routes and forms.</summary>
public sealed class PortalBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Type type = context.Metadata.UnderlyingOrModelType;
        if (IsTypedId(type))
        {
            return (IModelBinder)Activator.CreateInstance(typeof(TypedIdBinder<>).MakeGenericType(type))!;
        }

        return type switch
        {
            _ when type == typeof(Money) => new MoneyBinder(),
            _ when type == typeof(DateOnly) => new DatePartsBinder(),
            _ when type == typeof(DateTimeOffset) => new LondonTimeBinder(),
            _ => null,
        };
    }

    public static bool IsTypedId(Type type) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}

/// <summary>An id in a route or form; anything that is not a GUID is no such thing.</summary>
public sealed class TypedIdBinder<TId> : IModelBinder
    where TId : struct, ITypedId<TId>
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        ValueProviderResult given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None || string.IsNullOrEmpty(given.FirstValue))
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        if (Guid.TryParse(given.FirstValue, out Guid value))
        {
            bindingContext.Result = ModelBindingResult.Success(TId.From(value));
        }
        else if (bindingContext.BindingSource == BindingSource.Path || bindingContext.ActionContext.RouteData.Values.ContainsKey(bindingContext.ModelName))
        {
            throw new NotFound("The page");
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "Choose one of the list");
        }

        return Task.CompletedTask;
    }
}

/// <summary>An amount as people type it: £6,100 or 6100.00.</summary>
public sealed class MoneyBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        ValueProviderResult given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None || string.IsNullOrWhiteSpace(given.FirstValue))
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        string typed = given.FirstValue.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim();
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal amount) && decimal.Round(amount, 2) == amount)
        {
            bindingContext.Result = ModelBindingResult.Success(new Money(amount));
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"{bindingContext.ModelMetadata.DisplayName ?? GovWords.Title(bindingContext.ModelName)} must be an amount in pounds, like 6100.00");
        }

        return Task.CompletedTask;
    }
}
