using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain.Kernel;

namespace Portal.Domain;

/// <summary>How kernel types are stored, alike for every room and on both databases.</summary>
internal static class PortalConventions
{
    public static void Apply(ModelConfigurationBuilder conventions, string provider)
    {
        foreach (Type id in typeof(PortalConventions).Assembly.GetTypes().Where(IsTypedId))
        {
            conventions.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        }

        conventions.Properties<Money>().HaveConversion<MoneyConverter>().HavePrecision(19, 4);
        conventions.Properties<decimal>().HavePrecision(19, 6);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
        if (provider.Contains("Sqlite", StringComparison.Ordinal))
        {
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
        else
        {
            conventions.Properties<DateTimeOffset>().HavePrecision(6);
        }
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (IMutableEntityType entity in builder.Model.GetEntityTypes())
        {
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Ignore(nameof(Aggregate.Happenings));
                builder.Entity(entity.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
            }

            foreach (IMutableProperty property in entity.GetProperties().Where(IsOwnGuidKey))
            {
                property.ValueGenerated = ValueGenerated.Never;
            }
        }
    }

    private static bool IsOwnGuidKey(IMutableProperty property) => property.IsPrimaryKey() && IsTypedId(property.ClrType);

    private static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Made(value))
        where TId : struct, ITypedId<TId>
    {
        private static TId Made(Guid value) => TId.From(value);
    }

    internal sealed class MoneyConverter() : ValueConverter<Money, decimal>(money => money.Amount, amount => new Money(amount));

    // SQLite cannot compare DateTimeOffset; UTC ticks sort as instants do.
    internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
