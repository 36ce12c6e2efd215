using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Database;

/// <summary>A query that some test made the portal ask, and the class that asked it.</summary>
internal sealed record AskedQuery(string Asker, Expression Expression);

/// <summary>Keeps every distinct query that any test of this run made the portal compile.</summary>
internal sealed class QueryLedger : IQueryExpressionInterceptor
{
    private readonly ConcurrentQueue<AskedQuery> asked = new();

    /// <summary>One for the whole run.</summary>
    public static QueryLedger Run { get; } = new();

    public IReadOnlyCollection<AskedQuery> Asked => asked;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        asked.Enqueue(new AskedQuery(Asker(), queryExpression));
        return queryExpression;
    }

    // The query is compiled in the first synchronous part of the asking method, so the asker is on the stack.
    private static string Asker() => new StackTrace().GetFrames()
        .Select(frame => frame.GetMethod()?.DeclaringType)
        .Select(Outermost)
        .FirstOrDefault(type => type?.Namespace is { } room && room.StartsWith("Portal.", StringComparison.Ordinal) && !room.StartsWith("Portal.Tests", StringComparison.Ordinal))
        ?.Name ?? "a test";

    private static Type? Outermost(Type? type)
    {
        while (type?.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
