using System.Reflection;
using Sessions.Data;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Promises;

/// <summary>What the console's fields end in: every public act of a service or a workflow, called with junk in each of its places.</summary>
public sealed class ActsTakeJunkTests
{
    [Theory, EachDatabase]
    public async Task No_act_throws_at_junk_or_keeps_what_a_database_would_refuse(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var faults = new HashSet<string>();
        foreach (var (name, act) in new Acts(site).All)
        {
            var good = new Slots(null, null);
            if (await Fault(act, good) is { } wrong) faults.Add($"{name} as it should be: {wrong}");
            foreach (var junk in Nonsense.All(site.Known.ForeignSession))
                foreach (var only in Enumerable.Range(0, good.Count).Select(i => (int?)i).Append(null))
                    if (await Fault(act, new Slots(junk, only)) is { } fault) faults.Add($"{name} with {junk.Name} in {(only is { } i ? $"its slot {i}" : "every slot")}: {fault}");
            await using var db = site.Database.Read();
            faults.UnionWith((await Tables.Unfit(db)).Select(unfit => $"after {name} {unfit}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_public_act_is_filled_in()
    {
        await using var site = await WholeSite.Open();
        var acts = from type in typeof(Answer<,>).Assembly.GetExportedTypes()
                   where type is { IsClass: true, IsAbstract: false } && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Namespace == "Sessions.Workflows")
                   from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
                   where typeof(Task).IsAssignableFrom(method.ReturnType)
                   select $"{type.Name}.{method.Name}";

        Assert.Equal(acts.Order(StringComparer.Ordinal), new Acts(site).All.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<string?> Fault(Func<Slots, Task> act, Slots slots)
    {
        try
        {
            await act(slots);
            return null;
        }
        catch (Exception fault)
        {
            return $"{fault.GetType().Name} {fault.Message} {fault.InnerException?.Message}";
        }
    }
}
