namespace Broken.ComponentLibraryStaysInTheConsole.Sessions.Web
{
    namespace Public
    {
        internal sealed class Page
        {
            public static Type Grid() => typeof(MudBlazor.MudDataGrid<string>);
        }
    }

    namespace Host
    {
        internal sealed class FinePage
        {
            public static Type Grid() => typeof(MudBlazor.MudDataGrid<string>);
        }
    }
}
