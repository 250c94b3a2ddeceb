using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Sessions.Web.Host;

/// <summary>How the console asks in a dialog.</summary>
public static class ConsoleDialog
{
    // A click beside it is no answer: what was typed would be gone.
    private static readonly DialogOptions Narrow =
        new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseButton = true, CloseOnEscapeKey = true, BackdropClick = false };

    /// <returns>Whether it was closed by doing what it asks about.</returns>
    public static async Task<bool> Ask<TDialog>(this IDialogService dialogs, string title, DialogParameters<TDialog> parameters) where TDialog : IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>(title, parameters, Narrow);
        return await dialog.Result is { Canceled: false };
    }
}
