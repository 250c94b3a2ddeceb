using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sessions.Data;

/// <summary>
/// Questions that EF translates once for a kind of database instead of each time they are asked; they live in static fields.
/// Tracking is that of whoever asks first: say <c>AsTracking</c> where rows are changed.
/// </summary>
internal static class Compiled
{
    public static Func<SessionsDb, A, Task<T>> One<A, T>(Expression<Func<SessionsDb, A, T>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a) => of(db)(db, a);
    }

    public static Func<SessionsDb, A, B, Task<T>> One<A, B, T>(Expression<Func<SessionsDb, A, B, T>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a, b) => of(db)(db, a, b);
    }

    public static Func<SessionsDb, A, B, C, Task<T>> One<A, B, C, T>(Expression<Func<SessionsDb, A, B, C, T>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a, b, c) => of(db)(db, a, b, c);
    }

    public static Func<SessionsDb, A, IAsyncEnumerable<T>> Many<A, T>(Expression<Func<SessionsDb, A, IQueryable<T>>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a) => of(db)(db, a);
    }

    public static Func<SessionsDb, A, B, IAsyncEnumerable<T>> Many<A, B, T>(Expression<Func<SessionsDb, A, B, IQueryable<T>>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a, b) => of(db)(db, a, b);
    }

    public static Func<SessionsDb, A, B, C, D, IAsyncEnumerable<T>> Many<A, B, C, D, T>(Expression<Func<SessionsDb, A, B, C, D, IQueryable<T>>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a, b, c, d) => of(db)(db, a, b, c, d);
    }

    public static Func<SessionsDb, A, B, C, D, E, IAsyncEnumerable<T>> Many<A, B, C, D, E, T>(Expression<Func<SessionsDb, A, B, C, D, E, IQueryable<T>>> query)
    {
        var of = Of(() => EF.CompileAsyncQuery(query));
        return (db, a, b, c, d, e) => of(db)(db, a, b, c, d, e);
    }

    /// <summary>A translation belongs to the model of one kind of database.</summary>
    private static Func<SessionsDb, TQuery> Of<TQuery>(Func<TQuery> compile) where TQuery : class
    {
        var byModel = new ConditionalWeakTable<IModel, TQuery>();
        return db => byModel.GetValue(db.Model, _ => compile());
    }
}
