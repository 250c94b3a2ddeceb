using System.Linq.Expressions;
using Sessions.Data;

namespace Sessions.Tests.Data;

public sealed class ClosedLambdasTests
{
    private static readonly ParameterExpression X = Expression.Parameter(typeof(int), "x");
    private static readonly ParameterExpression Y = Expression.Parameter(typeof(int), "y");
    private static readonly Expression<Func<int, int>> PlusOne = Expression.Lambda<Func<int, int>>(Expression.Add(Y, Expression.Constant(1)), Y);
    private static readonly Expression<Func<int, int>> PlusX = Expression.Lambda<Func<int, int>>(Expression.Add(Y, X), Y);

    [Fact]
    public void A_function_that_uses_nothing_from_outside_is_one_and_the_same_delegate_at_each_call()
    {
        var whole = Compiled(Handing(PlusOne));

        Assert.Same(whole(1), whole(2));
        Assert.Equal(6, whole(1)(5));
    }

    [Fact]
    public void A_function_that_uses_a_variable_from_outside_keeps_it()
    {
        var whole = Compiled(Handing(PlusX));

        Assert.Equal((7, 8), (whole(2)(5), whole(3)(5)));
    }

    [Fact]
    public void What_holds_an_open_function_is_open_itself_and_may_hold_a_closed_one()
    {
        // x => { var v = x * 10; return y => Both(z => z + v, y => y + 1)(y) }
        var (v, z) = (Expression.Variable(typeof(int), "v"), Expression.Parameter(typeof(int), "z"));
        var both = Expression.Call(typeof(ClosedLambdasTests), nameof(Both), null, Expression.Lambda<Func<int, int>>(Expression.Add(z, v), z), PlusOne, Y);
        var inner = Expression.Lambda<Func<int, int>>(both, Y);
        var whole = Compiled(Expression.Lambda<Func<int, Func<int, int>>>(Expression.Block([v], Expression.Assign(v, Expression.Multiply(X, Expression.Constant(10))), inner), X));

        Assert.Equal((5 + 20 + 5 + 1, 5 + 30 + 5 + 1), (whole(2)(5), whole(3)(5)));
    }

    [Fact]
    public void A_variable_that_an_inner_function_declares_again_is_the_outer_ones_after_it()
    {
        // x => y => Both(x => x + 1, y => y + x)(y): the first x is another one, though the expression is the same.
        var again = Expression.Lambda<Func<int, int>>(Expression.Add(X, Expression.Constant(1)), X);
        var inner = Expression.Lambda<Func<int, int>>(Expression.Call(typeof(ClosedLambdasTests), nameof(Both), null, again, PlusX, Y), Y);
        var whole = Compiled(Handing(inner));

        Assert.Equal((5 + 1 + 5 + 2, 5 + 1 + 5 + 3), (whole(2)(5), whole(3)(5)));
    }

    [Fact]
    public void A_function_called_where_it_stands_and_an_expression_as_a_value_stay_what_they_are()
    {
        var called = (Expression<Func<int, int>>)ClosedLambdas.Compile(Expression.Lambda<Func<int, int>>(Expression.Invoke(PlusX, Expression.Constant(4)), X));
        var quoted = (Expression<Func<int, Expression<Func<int, int>>>>)ClosedLambdas.Compile(Expression.Lambda<Func<int, Expression<Func<int, int>>>>(Expression.Quote(PlusX), X));

        Assert.IsType<Expression<Func<int, int>>>(((InvocationExpression)called.Body).Expression, exactMatch: false);
        Assert.Equal(6, called.Compile()(2));
        Assert.Equal(9, quoted.Compile()(2).Compile()(7));
    }

    [Fact]
    public void The_variable_of_a_caught_fault_is_the_functions_own()
    {
        var fault = Expression.Parameter(typeof(InvalidOperationException), "fault");
        var guarded = Expression.Lambda<Func<int, int>>(Expression.TryCatch(
            Expression.Block(Expression.Throw(Expression.New(typeof(InvalidOperationException))), Y),
            Expression.Catch(fault, Expression.Property(Expression.Property(fault, nameof(Exception.Message)), nameof(string.Length)))), Y);
        var whole = Compiled(Handing(guarded));

        Assert.Same(whole(1), whole(2));
        Assert.Equal(new InvalidOperationException().Message.Length, whole(1)(0));
    }

    internal static int Both(Func<int, int> one, Func<int, int> other, int of) => one(of) + other(of);

    private static Expression<Func<int, Func<int, int>>> Handing(Expression<Func<int, int>> inner) => Expression.Lambda<Func<int, Func<int, int>>>(inner, X);

    private static Func<int, Func<int, int>> Compiled(Expression<Func<int, Func<int, int>>> whole) => ((Expression<Func<int, Func<int, int>>>)ClosedLambdas.Compile(whole)).Compile();
}
