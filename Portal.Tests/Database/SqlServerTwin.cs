using System.Collections;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Db.SqlServer;
using Portal.Domain;
using Portal.Domain.Audit;

namespace Portal.Tests.Database;

/// <summary>The portal's database as SQL Server would see it, with no server: connections and commands are suppressed and their text is kept.</summary>
internal sealed class SqlServerTwin : IDisposable
{
    private readonly Suppressed suppressed = new();

    public SqlServerTwin()
    {
        var options = new DbContextOptionsBuilder<PortalDb>();
        SqlServerDesign.Use(options, "Server=none");
        options.AddInterceptors(suppressed, new NoConnection());
        Db = new PortalDb(options.Options, TimeProvider.System);
        Db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
    }

    public PortalDb Db { get; }

    /// <summary>Asks a query captured on SQLite and returns the T-SQL that would have been sent.</summary>
    public IReadOnlyList<string> Ask(Expression captured)
    {
        Expression query = new Reroot(Db).Visit(captured);
        return Kept(() => Run(query));
    }

    /// <summary>What was sent while <paramref name="act"/> ran. An empty answer makes some callers throw afterwards, which says nothing about the text.</summary>
    public IReadOnlyList<string> Kept(Action act)
    {
        suppressed.Commands.Clear();
        try
        {
            act();
        }
        catch (Exception) when (suppressed.Commands.Count > 0)
        {
            return [.. suppressed.Commands];
        }

        return [.. suppressed.Commands];
    }

    public void Dispose() => Db.Dispose();

    private void Run(Expression query)
    {
        IQueryProvider provider = ((IQueryable)Db.Set<LogEntry>()).Provider;
        Type? element = query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GetGenericArguments()[0];
        if (element is null)
        {
            Generic(nameof(RunScalar), query.Type).Invoke(null, [provider, query]);
        }
        else
        {
            Generic(nameof(RunSequence), element).Invoke(null, [provider, query]);
        }
    }

    private static MethodInfo Generic(string name, Type type) => typeof(SqlServerTwin).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static void RunScalar<T>(IQueryProvider provider, Expression query) => provider.Execute<T>(query);

    private static void RunSequence<T>(IQueryProvider provider, Expression query)
    {
        foreach (T _ in provider.Execute<IEnumerable<T>>(query))
        {
        }
    }

    /// <summary>Puts a query onto the twin's tables, and closures in place of its parameters, whose values are gone.</summary>
    private sealed class Reroot(PortalDb twin) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root when root.GetType() == typeof(EntityQueryRootExpression) => ((IQueryable)Set(root.EntityType)).Expression,
            EntityQueryRootExpression root => throw new NotSupportedException($"{root.GetType().Name} is tied to its database"),
            QueryParameterExpression parameter => Expression.Property(Expression.Constant(Box(parameter.Type)), "Value"),
            _ => base.VisitExtension(node),
        };

        private object Set(IEntityType type) => typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(twin, [])!;

        private static object Box(Type type) => Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), Sample(type))!;

        private static object? Sample(Type type)
        {
            if (type == typeof(string))
            {
                return "x";
            }

            Type? element = type.IsArray ? type.GetElementType() : typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0] : null;
            if (element is not null)
            {
                Array one = Array.CreateInstance(element, 1);
                one.SetValue(Sample(element), 0);
                return type.IsInstanceOfType(one) ? one : Activator.CreateInstance(type, one);
            }

            return Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type, nonPublic: true);
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    private sealed class Suppressed : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Commands.Add(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Commands.Add(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(1);
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Commands.Add(command.CommandText);
            return InterceptionResult<object>.SuppressWithResult(0);
        }
    }
}

/// <summary>Holds a stand-in value where a query had a parameter.</summary>
internal sealed class Box<T>(T value)
{
    public T Value { get; } = value;
}
