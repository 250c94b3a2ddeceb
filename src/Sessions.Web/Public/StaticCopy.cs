using NodaTime;

namespace Sessions.Web.Public;

/// <summary>
/// Cascades through the pages of a copy that no program serves: what needs one (signing up, searching, choosing light or dark) is left
/// out there, and what stays leads to the site itself.
/// </summary>
public sealed record StaticCopy(Instant MadeAt);
