using System.Text.RegularExpressions;

namespace Sessions.Tests.Architecture.Rules;

/// <summary>What the web project may know, and what a GET may do.</summary>
internal static partial class WebRules
{
    /// <summary>All that Data shows outside Core: how to set it up, whether it answers, how to copy it whole, and the number in a page's cache key.</summary>
    private static readonly string[] ShownByData = ["DataRegistration", "DatabaseOptions", "DatabaseProvider", "DatabaseHealth", "DatabaseCopies", "DatabaseSnapshot", "PublicVersion", "Clock"];

    public static readonly Rule[] All =
    [
        Rule.ForTypes("WebSeesNoTables", "Web sees services, queries, views and their records; of Data only its set-up, its health and the public version.", type =>
            type.IsWeb ? Named(type, other => other.IsIn("Microsoft.EntityFrameworkCore") || (other.IsIn("Sessions.Data") && !ShownByData.Contains(other.Type))) : []),
        Rule.ForTypes("CoreIsNoWebServer", "Core has no reference to ASP.NET.", type =>
            type.IsWeb ? [] : Named(type, other => other.IsIn("Microsoft.AspNetCore") || other.IsIn("Microsoft.JSInterop"))),
        Rule.ForTypes("ComponentLibraryStaysInTheConsole", "MudBlazor is used in Host and Live and in their layout alone, so that a change of library stays there.", type =>
            type.Room is "Web.Host" or "Web.Live" || type.FullName == "Sessions.Web.Layouts.ConsoleLayout" ? [] : Named(type, other => other.IsIn("MudBlazor"))),
        new("GetChangesNothing", "What MapGet maps takes no service and no workflow: only POST changes anything.", house =>
            house.Files.SelectMany(file => GetsThatWrite(file, house.WritersAndReaders().Writers).Select(fault => new Breach(file.Path, fault)))),
        Rule.ForFiles("ProgramIsATableOfContents", "Program.cs has 40 lines at most.", file =>
            file.Path == "src/Sessions.Web/Program.cs" && file.Lines.Length > 40 ? [$"has {file.Lines.Length} lines"] : []),
        Rule.ForFiles("DesignTimeIsNotShipped", "The shipped projects refer to no design-time project or package.", file =>
            file.IsUnder("src/Sessions.Core", "src/Sessions.Web") && file.Extension == ".csproj" && DesignTime().IsMatch(file.Text) ? ["refers to the design-time project"] : []),
    ];

    [GeneratedRegex(@"Sessions\.Migrations\.csproj|EntityFrameworkCore\.Design|/stubs/", RegexOptions.None, 1000)]
    private static partial Regex DesignTime();

    /// <summary>A lambda's parameter list, or the name of a handler method.</summary>
    [GeneratedRegex("""\bMap(Get|Methods)\(\s*\$?"[^"]*",\s*(static\s+)?(async\s+)?(\((?<parameters>[^)]*)\)\s*=>|(?<handler>\w+)\s*\))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MappedGet();

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    private static IEnumerable<string> GetsThatWrite(SourceFile file, IReadOnlySet<string> writers)
    {
        if (!file.IsUnder("src/Sessions.Web") || file.Extension != ".cs")
            yield break;
        foreach (Match get in MappedGet().Matches(file.Text))
        {
            var parameters = get.Groups["handler"] is { Success: true, Value: var handler }
                ? Regex.Match(file.Text, $@"[\w>?]\s+{handler}\((?<parameters>[^)]*)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["parameters"].Value
                : get.Groups["parameters"].Value;
            foreach (var writer in Word().Matches(parameters).Select(word => word.Value).Where(writers.Contains))
                yield return $"a GET takes {writer}";
        }
    }

    private static IEnumerable<string> Named(CodeType type, Func<CodeReference, bool> forbidden) =>
        type.References.Where(forbidden).Select(other => $"names {other.FullName}").Distinct(StringComparer.Ordinal);
}
