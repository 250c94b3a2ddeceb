namespace Broken.CoreIsNoWebServer.Sessions
{
    namespace Registrations
    {
        internal sealed class Registration
        {
            public static string Visitor(Microsoft.AspNetCore.Http.HttpContext context) => context.TraceIdentifier;
        }
    }

    namespace Web.Api
    {
        internal sealed class FineEndpoint
        {
            public static string Visitor(Microsoft.AspNetCore.Http.HttpContext context) => context.TraceIdentifier;
        }
    }
}
