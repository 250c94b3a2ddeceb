namespace Sessions.Data;

/// <summary>Rows that a write on PostgreSQL holds from its start, always taken in ascending order so that two writes never wait for each other.</summary>
internal readonly record struct RowLocks
{
    private readonly (string Table, Guid Id)[]? _rows;

    private RowLocks((string Table, Guid Id)[] rows) => _rows = rows;

    public IEnumerable<IGrouping<string, Guid>> Ordered =>
        (_rows ?? []).OrderBy(r => r.Table, StringComparer.Ordinal).ThenBy(r => r.Id).GroupBy(r => r.Table, r => r.Id);

    public RowLocks And(RowLocks others) => new([.. _rows ?? [], .. others._rows ?? []]);

    public static RowLocks Session(params IEnumerable<Guid> ids) => new([.. ids.Select(id => ("sessions", id))]);

    public static RowLocks Person(params IEnumerable<Guid> ids) => new([.. ids.Select(id => ("people", id))]);

    public static RowLocks Notice(params IEnumerable<Guid> ids) => new([.. ids.Select(id => ("notices", id))]);

    public static RowLocks ApiToken(params IEnumerable<Guid> ids) => new([.. ids.Select(id => ("api_tokens", id))]);

    public static RowLocks Series(params IEnumerable<Guid> ids) => new([.. ids.Select(id => ("series", id))]);
}
