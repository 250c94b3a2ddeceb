namespace Sessions.ICalendar;

/// <summary>What stands between BEGIN and END (RFC 5545 3.6), as read from somebody else's text.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Line">Of its BEGIN, from 1.</param>
public sealed record CalendarComponent(string Name, int Line)
{
    private readonly List<CalendarProperty> _properties = [];
    private readonly List<CalendarComponent> _components = [];

    public IReadOnlyList<CalendarProperty> Properties => _properties;

    public IReadOnlyList<CalendarComponent> Components => _components;

    /// <summary>The first of that name; null is none.</summary>
    public CalendarProperty? Property(string name) => _properties.Find(p => p.Name == name);

    public IEnumerable<CalendarProperty> All(string name) => _properties.Where(p => p.Name == name);

    internal void Add(CalendarProperty property) => _properties.Add(property);

    internal void Add(CalendarComponent component) => _components.Add(component);
}
