using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Domain;

/// <summary>A question asked so often that the way from LINQ to SQL is gone once and not each time. It is written as any other query; it is built once from stand-in values, and wherever one of them stands a parameter is put.</summary>
/// <typeparam name="TAsked">A record whose members are the question's parameters; the query may only use them as they are.</typeparam>
/// <typeparam name="TRow">One row of the answer.</typeparam>
/// <remarks>A value that the query makes out of several, or chooses by, cannot be a parameter: what is captured and is no stand-in, or is not found, is refused when the query is first asked.</remarks>
internal sealed class PreparedQuery<TAsked, TRow>(Func<PortalDb, TAsked, IQueryable<TRow>> query)
    where TAsked : class
{
    private static readonly PropertyInfo[] Members = [.. typeof(TAsked).GetProperties(BindingFlags.Public | BindingFlags.Instance)];

    // A model is one database's; in tests one process has two of them.
    private readonly ConditionalWeakTable<IModel, Func<PortalDb, TAsked, IAsyncEnumerable<TRow>>> byModel = [];

    /// <summary>The rows of the answer, in the query's order.</summary>
    public async Task<List<TRow>> Ask(PortalDb db, TAsked asked, CancellationToken cancel)
    {
        List<TRow> rows = [];
        await foreach (TRow row in byModel.GetValue(db.Model, _ => Prepare(db))(db, asked).WithCancellation(cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    // The query is written as a delegate of its parameters for EF, and once more as one that takes them out of TAsked.
    private Func<PortalDb, TAsked, IAsyncEnumerable<TRow>> Prepare(PortalDb db)
    {
        Dictionary<object, ParameterExpression> standIns = StandIns.For(Members);
        TAsked stood = (TAsked)typeof(TAsked).GetConstructors()[0].Invoke([.. standIns.Keys]);
        ParameterExpression context = Expression.Parameter(typeof(PortalDb), "db");
        Type[] types = [typeof(PortalDb), .. Members.Select(m => m.PropertyType), typeof(IQueryable<TRow>)];
        LambdaExpression body = Expression.Lambda(Expression.GetFuncType(types), new StandIns(standIns).Replace(query(db, stood).Expression), [context, .. standIns.Values]);
        object compiled = Compiler(types.Length - 2).MakeGenericMethod([typeof(PortalDb), .. Members.Select(m => m.PropertyType), typeof(TRow)]).Invoke(null, [body])!;
        ParameterExpression asked = Expression.Parameter(typeof(TAsked), "asked");
        InvocationExpression call = Expression.Invoke(Expression.Constant(compiled), [context, .. Members.Select(m => Expression.Property(asked, m))]);
        return Expression.Lambda<Func<PortalDb, TAsked, IAsyncEnumerable<TRow>>>(call, context, asked).Compile();
    }

    // EF.CompileAsyncQuery((context, parameters…) => IQueryable<TRow>), of as many parameters.
    private static MethodInfo Compiler(int parameters) => typeof(EF).GetMethods().Single(m =>
        m.Name == nameof(EF.CompileAsyncQuery)
        && m.GetGenericArguments().Length == parameters + 2
        && m.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } answer
        && answer.GetGenericTypeDefinition() == typeof(IQueryable<>));
}

/// <summary>Values that no question has, and the parameters that take their places.</summary>
internal sealed class StandIns(IReadOnlyDictionary<object, ParameterExpression> parameters) : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> missing = [.. parameters.Values];

    /// <summary>A stand-in for every member, in their order.</summary>
    public static Dictionary<object, ParameterExpression> For(IReadOnlyList<PropertyInfo> members) =>
        members.Select((member, place) => (Value: StandIn(member.PropertyType, place), Parameter: Expression.Parameter(member.PropertyType, member.Name))).ToDictionary(m => m.Value, m => m.Parameter);

    public Expression Replace(Expression query)
    {
        Expression replaced = Visit(query);
        return missing.Count == 0 ? replaced : throw new InvalidOperationException($"The query does not ask for {string.Join(", ", missing.Select(p => p.Name))}.");
    }

    // A number of rows to take is written into the query as it is.
    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is { } value && parameters.TryGetValue(value, out ParameterExpression? parameter) ? Put(parameter, node.Type) : base.VisitConstant(node);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (!IsCaptured(node))
        {
            return base.VisitMember(node);
        }

        object? value = Expression.Lambda(node).Compile().DynamicInvoke();
        return value switch
        {
            IQueryable part => Visit(part.Expression),
            DbContext => Expression.Constant(value, node.Type),
            not null when parameters.TryGetValue(value, out ParameterExpression? parameter) => Put(parameter, node.Type),
            _ => throw new InvalidOperationException($"The query captures {node.Member.Name}, which is none of its parameters."),
        };
    }

    private Expression Put(ParameterExpression parameter, Type type)
    {
        missing.Remove(parameter);
        return parameter.Type == type ? parameter : Expression.Convert(parameter, type);
    }

    // A field of what the compiler made to hold captured values, or a member of such a field.
    private static bool IsCaptured(MemberExpression node) =>
        node.Expression is ConstantExpression { Value: not null } || (node.Expression is MemberExpression inner && IsCaptured(inner));

    private static object StandIn(Type type, int place)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => $"stand-in {place}",
            _ when plain == typeof(int) => int.MinValue + place,
            _ when plain == typeof(long) => long.MinValue + place,
            _ when plain == typeof(DateOnly) => DateOnly.MinValue.AddDays(place + 1),
            _ => plain.GetMethod("From", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [Guid.CreateVersion7()])!,
        };
    }
}
