using Radzen;

namespace Sessions.Web.Host;

/// <summary>How the console opens its dialogs.</summary>
public static class DialogLook
{
    public static DialogOptions Narrow => new() { Width = "min(34rem, 100vw - 2rem)", CloseDialogOnEsc = true, AutoFocusFirstElement = true };
}
