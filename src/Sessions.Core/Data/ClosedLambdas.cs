using System.Linq.Expressions;

namespace Sessions.Data;

/// <summary>
/// A translated question is a function that holds further ones: what makes the SQL, what reads a row, what follows a reference. Compiled as one it makes a new
/// delegate of each of them whenever it is asked, and for those in the reading of a row at each row, which costs more than reading a short one. Those that
/// use no variable from outside are compiled here, once, and stand in it as values.
/// </summary>
internal sealed class ClosedLambdas : ExpressionVisitor
{
    private const int NoOuter = int.MaxValue;

    /// <summary>How many functions stand around the one that declares it.</summary>
    private readonly Dictionary<ParameterExpression, int> _declaredAt = [];
    private int _depth;

    /// <summary>Of the variables used so far in the function that is being read: the one declared furthest out.</summary>
    private int _furthest = NoOuter;

    private ClosedLambdas()
    {
    }

    /// <param name="function">Stays a function; what it holds is compiled.</param>
    public static Expression Compile(Expression function) => function is LambdaExpression whole ? new ClosedLambdas().Inside(whole) : function;

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var furthestAround = _furthest;
        (_depth, _furthest) = (_depth + 1, NoOuter);
        var inside = Inside(node);
        var isClosed = _furthest >= _depth;
        _depth--;
        _furthest = isClosed ? furthestAround : Math.Min(furthestAround, _furthest);
        return isClosed ? Expression.Constant(inside.Compile(), node.Type) : inside;
    }

    /// <summary>A function called where it stands is no delegate: the compiler writes it out there.</summary>
    protected override Expression VisitInvocation(InvocationExpression node) =>
        node.Expression is LambdaExpression here ? node.Update(Inside(here), Visit(node.Arguments)) : base.VisitInvocation(node);

    protected override Expression VisitBlock(BlockExpression node) => Within(node.Variables, () => base.VisitBlock(node));

    protected override CatchBlock VisitCatchBlock(CatchBlock node) => Within(node.Variable is { } fault ? [fault] : [], () => base.VisitCatchBlock(node));

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _furthest = Math.Min(_furthest, _declaredAt.GetValueOrDefault(node, -1));
        return node;
    }

    /// <summary>An expression as a value stays as it is, with whatever it uses.</summary>
    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType != ExpressionType.Quote) return base.VisitUnary(node);
        _furthest = -1;
        return node;
    }

    private LambdaExpression Inside(LambdaExpression function) => Within(function.Parameters,
        () => Expression.Lambda(function.Type, Visit(function.Body), function.Name, function.TailCall, function.Parameters));

    /// <summary>A variable may be declared again further in (EF's context of a question is), and is the outer one's again after that.</summary>
    private T Within<T>(IReadOnlyCollection<ParameterExpression> variables, Func<T> visit)
    {
        var outer = variables.Select(v => (v, At: _declaredAt.TryGetValue(v, out var at) ? at : (int?)null)).ToList();
        foreach (var variable in variables) _declaredAt[variable] = _depth;
        var visited = visit();
        foreach (var (variable, at) in outer)
        {
            if (at is { } before) _declaredAt[variable] = before;
            else _declaredAt.Remove(variable);
        }
        return visited;
    }
}
