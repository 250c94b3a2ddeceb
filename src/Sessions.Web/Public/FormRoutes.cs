namespace Sessions.Web.Public;

/// <summary>
/// Forms have a handler that is made at the start: the one that the compiler writes answers a form that can't be read, or comes
/// without its antiforgery token, with 500 where this one says 400.
/// </summary>
internal static class FormRoutes
{
#pragma warning disable RDG002 // Meant: it can't see the handler from here.
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPost(pattern, handler);
#pragma warning restore RDG002
}
