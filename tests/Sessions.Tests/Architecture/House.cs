using System.Reflection;

namespace Sessions.Tests.Architecture;

/// <summary>What the rules look at: files as text, and compiled types with all they refer to.</summary>
internal sealed record House(IReadOnlyList<SourceFile> Files, IReadOnlyList<CodeType> Types)
{
    private static readonly string[] Kinds = [".cs", ".razor", ".css", ".js", ".mjs", ".csproj", ".props", ".targets", ".sh", ".md"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".work", ".git"];
    private static readonly Lazy<House> Built = new(() => new(ReadFiles(), [.. ReadTypes()]));

    /// <summary>The one we live in.</summary>
    public static House Real => Built.Value;

    public static string Root { get; } = FindRoot();

    /// <summary>The house of a rule's fixture: the text files in Fixtures/KEY.txt and the types in namespace Broken.KEY.</summary>
    public static House BrokenFor(Rule rule)
    {
        var prefix = $"Broken.{rule.Key}.";
        var types = typeof(House).Assembly.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith(prefix, StringComparison.Ordinal) == true);
        var text = Path.Combine(Root, "tests/Sessions.Tests/Architecture/Fixtures", rule.Key + ".txt");
        return new(File.Exists(text) ? [.. FixtureText.Read(File.ReadAllLines(text))] : [], [.. types.Select(type => CodeType.Read(type, prefix))]);
    }

    private static IEnumerable<CodeType> ReadTypes() =>
        from assembly in new[] { "Sessions.Core", "Sessions.Web" }.Select(Assembly.Load)
        from type in assembly.GetTypes()
        where !type.IsNested && !type.Name.StartsWith('<') && type.Namespace?.StartsWith("Sessions", StringComparison.Ordinal) != false
        select CodeType.Read(type, prefix: "");

    private static List<SourceFile> ReadFiles()
    {
        var files = new List<SourceFile>();
        var folders = new Stack<DirectoryInfo>([new(Root)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var below in folder.EnumerateDirectories().Where(below => !NotOurs.Contains(below.Name) && below.Name != "wwwroot"))
                folders.Push(below);
            files.AddRange(folder.EnumerateFiles().Where(file => Kinds.Contains(file.Extension))
                .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName))));
        }

        return files;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sessions.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Sessions.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
