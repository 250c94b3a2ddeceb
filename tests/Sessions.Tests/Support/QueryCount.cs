using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sessions.Tests.Support;

/// <summary>How many commands one database answers until the count ends; other tests' databases do not count.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly IDisposable _listeners;
    private readonly List<IDisposable> _events = [];
    private int _commands;

    public QueryCount(TestDatabase test)
    {
        _database = NameIn(test.ConnectionString);
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Commands => _commands;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _events.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command.Connection: { } connection } && NameIn(connection.ConnectionString) == _database)
            Interlocked.Increment(ref _commands);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _listeners.Dispose();
        _events.ForEach(subscription => subscription.Dispose());
    }

    /// <summary>The file, or the database's name: both are one test's alone.</summary>
    private static string NameIn(string connectionString) => connectionString.Split(';')
        .Select(part => part.Split('=', 2)).First(part => part[0].Trim() is "Data Source" or "Database")[1];
}
