using System.Text.RegularExpressions;

namespace Sessions.Tests.Architecture.Rules;

/// <summary>How files are called, how long they are, and what never stands in one.</summary>
internal static partial class FileRules
{
    private static readonly string[] Drawers = ["Common", "Shared", "Utils", "Helpers", "Services"];

    public static readonly Rule[] All =
    [
        Rule.ForFiles("NoDrawerFolders", "What two subjects need belongs to the lower one, not into a drawer.", file =>
            file.IsUnder("src", "tests") ? file.Folder.Split('/').Where(part => Drawers.Contains(part, StringComparer.OrdinalIgnoreCase)).Select(part => $"lies in {part}/") : []),
        Longest("PagesAreShort", ".razor", 200),
        Longest("ClassesAreShort", ".cs", 250),
        Median("MostPagesAreSmall", ".razor", 45),
        Median("MostClassesAreSmall", ".cs", 60),
        Rule.ForFiles("NothingIsLeftUndone", "No reminder and no stub: what is written is finished.", file =>
            IsCode(file) && !file.IsUnder("tests/Sessions.Tests/Architecture") ? Undone().Matches(file.Text).Select(found => found.Value) : []),
        Rule.ForFiles("CommentsNameNoMachine", "A comment names no path of the machine it was written on.", file =>
            file.IsUnder("tests/Sessions.Tests/Architecture") ? [] : MachinePath().Matches(file.Text).Select(found => found.Value.Trim())),
        Rule.ForFiles("TestsAreSentences", "A test's name is a sentence: A_full_session_puts_the_next_person_on_the_waitlist.", file =>
            file.IsUnder("tests") && file.Extension == ".cs"
                ? TestMethod().Matches(file.Text).Select(found => found.Groups["name"].Value).Where(name => name.Count(letter => letter == '_') < 2)
                : []),
        Rule.ForFiles("NoPackageThatWeKeepOut", "Packages kept out for their licence or their shape: mediator, mapper, Identity's tables.", file =>
            file.Extension is ".csproj" or ".props" ? KeptOut().Matches(file.Text).Select(found => found.Groups["package"].Value) : []),
    ];

    private static Rule Longest(string key, string extension, int limit) => Rule.ForFiles(
        key,
        $"No {extension} file is longer than {limit} lines (generated migrations apart).",
        file => Counts(file, extension) && file.Lines.Length > limit ? [$"has {file.Lines.Length} lines"] : []);

    /// <summary>A median says something from about ten files on.</summary>
    private static Rule Median(string key, string extension, int limit) => new(
        key,
        $"Half of all {extension} files have at most {limit} lines.",
        house =>
        {
            var lengths = house.Files.Where(file => Counts(file, extension)).Select(file => file.Lines.Length).Order().ToList();
            return lengths.Count >= 10 && lengths[lengths.Count / 2] > limit ? [new($"src/**/*{extension}", $"the median is {lengths[lengths.Count / 2]} lines")] : [];
        });

    private static bool Counts(SourceFile file, string extension) =>
        file.IsUnder("src") && file.Extension == extension && !file.Path.Contains("/Migrations/", StringComparison.Ordinal) && file.Name != "_Imports.razor";

    private static bool IsCode(SourceFile file) => file.IsUnder("src", "tests", "wwwroot-assets") && file.Extension != ".md";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Undone();

    [GeneratedRegex(@"(//|<!--|@\*|^\s*\*|^#).*?(?<![\w.:/])(/home/|/root/|/work/|/Users/|[A-Z]:\\)\S*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^\s*\[(\w*Fact|\w*Theory|EachDatabase)\b.*\](\s*\[.*\])*\s*public (async )?(Task|void|ValueTask) (?<name>\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestMethod();

    [GeneratedRegex("""Include="(?<package>AutoMapper|MediatR|Mapster|MassTransit|FluentAssertions|SixLabors\.ImageSharp|QuestPDF|Duende\.|Microsoft\.AspNetCore\.Identity\.EntityFrameworkCore)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeptOut();
}
