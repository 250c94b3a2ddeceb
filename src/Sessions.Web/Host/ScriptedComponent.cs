using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Sessions.Web.Host;

/// <summary>
/// A component with a module of ours behind it. Whoever goes on before the browser has the module would meet the fault of the page that they left:
/// the console's boundary shows it in place of the page that they are on.
/// </summary>
public abstract class ScriptedComponent : ComponentBase, IDisposable
{
    private bool _isGone;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    public void Dispose()
    {
        _isGone = true;
        Leave();
        GC.SuppressFinalize(this);
    }

    /// <summary>The page goes on without it.</summary>
    protected virtual void Leave()
    {
    }

    protected async Task Attach(string module, string function, params object?[] arguments)
    {
        try
        {
            await using var script = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets[module]);
            if (!_isGone) await script.InvokeVoidAsync(function, arguments);
        }
        catch (Exception) when (_isGone)
        {
            // What it was for is gone with it.
        }
    }
}
