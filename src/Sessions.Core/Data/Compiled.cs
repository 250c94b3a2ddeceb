using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sessions.Data;

/// <summary>
/// A question that EF translates once instead of each time it is asked. It belongs to the model of one kind of database,
/// and its tracking is that of whoever asks first: say <c>AsTracking</c> where its rows are changed.
/// </summary>
internal sealed class Compiled<T>(Func<T> compile) where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> _byModel = [];

    public T For(SessionsDb db) => _byModel.GetValue(db.Model, _ => compile());
}
