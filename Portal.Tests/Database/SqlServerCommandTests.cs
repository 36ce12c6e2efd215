using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Portal.Tests.Database;

/// <summary>Inserting, changing and deleting a row of every table is T-SQL that parses.</summary>
public sealed class SqlServerCommandTests
{
    public static TheoryData<EntityState> States => [EntityState.Added, EntityState.Modified, EntityState.Deleted];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_table_is_written_in_T_SQL_that_parses(EntityState state)
    {
        using var model = new SqlServerTwin();
        string[] types = [.. model.Db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsOwned()).Select(t => t.Name)];
        List<string> wrong = [];
        foreach (string type in types)
        {
            IReadOnlyList<string> sent = Write(type, state);
            wrong.AddRange(sent.Count == 0 && !IsKeyOnly(model.Db.Model.FindEntityType(type)!, state) ? [$"{type}: nothing was sent"] : sent.SelectMany(Tsql.Errors).Select(error => $"{type}: {error}"));
        }

        Assert.NotEmpty(types);
        Assert.Empty(wrong);
    }

    // A row that is all key has nothing to change.
    private static bool IsKeyOnly(IEntityType type, EntityState state) => state is EntityState.Modified && type.GetProperties().All(p => p.IsPrimaryKey());

    private static IReadOnlyList<string> Write(string name, EntityState state)
    {
        using var twin = new SqlServerTwin();
        IEntityType type = twin.Db.Model.FindEntityType(name)!;
        IUpdateAdapter adapter = twin.Db.GetService<IUpdateAdapterFactory>().Create();
        IUpdateEntry entry = adapter.CreateEntry(type.GetProperties().ToDictionary(p => p.Name, Sample), type);
        entry.EntityState = state;
        if (state is EntityState.Modified)
        {
            foreach (IProperty property in type.GetProperties().Where(p => !p.IsPrimaryKey() && p.GetAfterSaveBehavior() == PropertySaveBehavior.Save))
            {
                entry.SetPropertyModified(property);
            }
        }

        return twin.Kept(() => twin.Db.GetService<IDatabase>().SaveChanges([entry]));
    }

    private static object? Sample(IProperty property)
    {
        Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(string))
        {
            return "x";
        }

        if (type == typeof(byte[]))
        {
            return new byte[] { 1 };
        }

        if (type.IsEnum || type.IsValueType)
        {
            return property.IsPrimaryKey() && type == typeof(long) ? Convert.ToInt64(1, CultureInfo.InvariantCulture) : Activator.CreateInstance(type);
        }

        return type.GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance(type) : null;
    }
}
