using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Sessions.Data;

#pragma warning disable EF9100 // Marked as one that may change; without it all works, slower.

/// <summary>
/// A translated question holds a few dozen things that EF finds in its model (a property, a reader of values), each through
/// an expression of its own that runs once. EF compiles each to machine code for that one run, which is most of the time that
/// the first page of a kind takes; here they are interpreted instead.
/// </summary>
internal sealed class InterpretedConstants(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies,
    RelationalShapedQueryCompilingExpressionVisitorDependencies relational,
    RelationalCommandBuilderDependencies commands) : RelationalLiftableConstantProcessor(dependencies, relational, commands)
{
    private readonly MaterializerLiftableConstantContext _context = new(dependencies);
    private readonly RelationalMaterializerLiftableConstantContext _relational = new(dependencies, relational, commands);

    public override Expression InlineConstants(Expression expression, bool supportsPrecompiledQuery) =>
        ClosedLambdas.Compile(base.InlineConstants(expression, supportsPrecompiledQuery));

    protected override ConstantExpression InlineConstant(LiftableConstantExpression liftableConstant) => liftableConstant.ResolverExpression switch
    {
        Expression<Func<RelationalMaterializerLiftableConstantContext, object>> find => Expression.Constant(find.Compile(preferInterpretation: true)(_relational), liftableConstant.Type),
        Expression<Func<MaterializerLiftableConstantContext, object>> find => Expression.Constant(find.Compile(preferInterpretation: true)(_context), liftableConstant.Type),
        _ => base.InlineConstant(liftableConstant),
    };
}

internal static class InterpretedConstantsOptions
{
    public static DbContextOptionsBuilder<T> UseInterpretedConstants<T>(this DbContextOptionsBuilder<T> options) where T : DbContext =>
        (DbContextOptionsBuilder<T>)options.ReplaceService<ILiftableConstantProcessor, InterpretedConstants>();
}
