using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Sessions.Web.Host;

namespace Sessions.Tests.Web.Host;

/// <summary>A browser that takes its time to load a module, and somebody who does not wait for it.</summary>
public sealed class ScriptedComponentTests : BunitContext
{
    private readonly SlowBrowser _browser = new();

    public ScriptedComponentTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public async Task Whoever_left_before_the_module_came_meets_no_fault_and_nothing_is_attached()
    {
        var probe = Render<Probe>().Instance;

        await DisposeComponentsAsync();
        _browser.Loaded.SetResult();
        await probe.Attached;

        Assert.Empty(_browser.Called);
    }

    [Fact]
    public async Task Whoever_stays_has_it_attached_and_hears_of_its_faults()
    {
        var (probe, other) = (Render<Probe>().Instance, Render<Probe>().Instance);
        other.Reference.Dispose();

        _browser.Loaded.SetResult();
        await probe.Attached;

        Assert.Equal(["attach"], _browser.Called);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => other.Attached);
    }

    private sealed class Probe : ScriptedComponent
    {
        public DotNetObjectReference<Probe> Reference { get; private set; } = default!;

        public Task Attached { get; private set; } = Task.CompletedTask;

        protected override void Leave() => Reference.Dispose();

        protected override void OnAfterRender(bool firstRender)
        {
            if (firstRender) Attached = Attach("js/some.js", "attach", Reference = DotNetObjectReference.Create(this));
        }
    }

    private sealed class SlowBrowser : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource Loaded { get; } = new();

        public List<string> Called { get; } = [];

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            await Loaded.Task;
            if (identifier == "import") return (TValue)(object)this;
            // What is sent is written down first, and that fails for a reference that is gone.
            foreach (var reference in (args ?? []).OfType<DotNetObjectReference<Probe>>()) _ = reference.Value;
            Called.Add(identifier);
            return default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
