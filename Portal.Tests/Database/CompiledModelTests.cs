using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Db.Sqlite;
using Portal.Db.Sqlite.CompiledModel;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Workflows.Engine;

namespace Portal.Tests.Database;

/// <summary>The model that SQLite starts with, written down beforehand (ADR 22), is the one that the mappings give. Where it is not, <c>db/make-migrations</c> writes it down anew.</summary>
public sealed partial class CompiledModelTests
{
    private const string Nowhere = "Data Source=nowhere.db";
    private static readonly IModel Written = Model(SqliteDesign.Use(new DbContextOptionsBuilder<PortalDb>(), Nowhere));
    private static readonly IModel Mapped = Model(new DbContextOptionsBuilder<PortalDb>().UseSqlite(Nowhere).WithWorkflowTables().WithAccountSchema());

    private static IModel Model(DbContextOptionsBuilder options)
    {
        using PortalDb db = new((DbContextOptions<PortalDb>)options.Options, TimeProvider.System);
        return db.Model;
    }

    [Fact]
    public void A_start_takes_the_model_that_was_written_down() => Assert.Same(PortalDbModel.Instance, Written);

    [Fact]
    public void It_has_the_entities_keys_indexes_and_links_of_the_mappings() =>
        Assert.Equal(Lines(Mapped.ToDebugString(MetadataDebugStringOptions.ShortDefault)), Lines(Written.ToDebugString(MetadataDebugStringOptions.ShortDefault)));

    [Fact]
    public void It_has_their_tables() =>
        Assert.Equal(Lines(Mapped.GetRelationalModel().ToDebugString()), Lines(Written.GetRelationalModel().ToDebugString()));

    [Fact]
    public void Every_value_is_stored_read_and_compared_alike() => Assert.Equal(Columns(Mapped), Columns(Written));

    // What raw SQL was read into by tests before is added at the end, and is of no mapping.
    private static string[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeWhile(line => line != "Ad-hoc entity types:")];

    private static string[] Columns(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           from property in entity.GetFlattenedProperties()
           let mapping = (RelationalTypeMapping)property.GetTypeMapping()
           orderby entity.Name, property.Name
           let comparer = property.GetValueComparer()
           select $"{entity.Name}.{property.Name}: {mapping.StoreType} {mapping.Size} {mapping.Precision} {mapping.Scale}; {Said(mapping.Converter?.ConvertToProviderExpression)}; {Said(mapping.Converter?.ConvertFromProviderExpression)}; {Said(comparer.EqualsExpression)}; {Said(comparer.SnapshotExpression)}; {property.ValueGenerated}; {property.IsConcurrencyToken}",
    ];

    // One compiler boxes a value before ToString is called, the other does not.
    private static string Said(LambdaExpression? expression) => Boxed().Replace($"{expression}", "$1");

    [GeneratedRegex(@"Convert\((\w+), Object\)")]
    private static partial Regex Boxed();
}
