using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Sessions.Web.Api;

/// <summary>What the description at /openapi/v1.json says beside the shapes.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true && !HttpMethods.IsHead(call.HttpMethod ?? "") && !HttpMethods.IsOptions(call.HttpMethod ?? "");
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Sessions",
                Version = "v1",
                Description = "Everything a host does in the console. Errors are application/problem+json with a stable code. Writes take an Idempotency-Key; series, sessions and captions take If-Match. See docs/api.md.",
            };
            document.Servers?.Clear();
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[BearerHandler.Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made in the console or by \"token create\"." };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(BearerHandler.Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, stop) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault() is { DeclaringType.Name: var routes, Name: var act })
            {
                var subject = routes.Replace("Routes", "", StringComparison.Ordinal);
                operation.OperationId = $"{char.ToLowerInvariant(subject[0])}{subject[1..]}.{char.ToLowerInvariant(act[0])}{act[1..]}";
                operation.Tags = new HashSet<OpenApiTagReference> { new(subject, context.Document) };
            }
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse { Description = "What is wrong: application/problem+json with title, status, detail and code." };
            if (HttpMethods.IsGet(context.Description.HttpMethod ?? "")) return;
            operation.Parameters ??= [];
            operation.Parameters.Add(Header("Idempotency-Key", "The same key makes the change once, and gets the same answer again for a day."));
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IsRevised>().Any()) operation.Parameters.Add(Header("If-Match", "The ETag that was read: 412 when somebody changed it since."));
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IsVersioned>().Any())
            {
                operation.Parameters.Add(Header("If-Match", "The ETag that was read: 412 when somebody changed it since."));
                operation.Parameters.Add(Header("If-None-Match", "*: 412 when something is there already."));
            }
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiBodyOf>().FirstOrDefault() is not { Shape: var shape }) return;
            context.Document!.AddComponent(shape.Name, await context.GetOrCreateSchemaAsync(shape, null, stop));
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(shape.Name, context.Document) } },
            };
        });
    }

    private static OpenApiParameter Header(string name, string says) =>
        new() { Name = name, In = ParameterLocation.Header, Description = says, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
