using System.Linq.Expressions;
using SocialAssistance.Contracts.Standards;

namespace SocialAssistance.Cases.Decisions;

/// <summary>The delegations in force as a condition on rows, so that lists, counts and badges ask the database the same question.</summary>
internal sealed class DelegatedKeys(IReadOnlyList<DelegatedConfirmation> delegations)
{
    private const int TownshipDigits = 9;

    /// <summary>Whether the township confirms.</summary>
    /// <param name="division">Division code of a row.</param>
    /// <param name="program">Programme of a row.</param>
    /// <param name="amount">Yuan a month to be confirmed.</param>
    public Expression<Func<T, bool>> Cover<T>(Expression<Func<T, string>> division, Expression<Func<T, string>> program, Expression<Func<T, decimal>> amount)
    {
        var row = division.Parameters[0];
        Expression any = Expression.Constant(false);
        foreach (var limit in delegations.GroupBy(d => d.UpTo))
        {
            var keys = limit.Select(d => d.TownshipCode[..TownshipDigits] + d.Program).ToArray();
            Expression<Func<string, string, decimal, bool>> covers = limit.Key is { } upTo
                ? (where, what, yuan) => keys.Contains(where.Substring(0, TownshipDigits) + what) && yuan <= upTo
                : (where, what, _) => keys.Contains(where.Substring(0, TownshipDigits) + what);
            any = Expression.OrElse(any, new Swap(new()
            {
                [covers.Parameters[0]] = division.Body, [covers.Parameters[1]] = Of(program, row), [covers.Parameters[2]] = Of(amount, row),
            }).Visit(covers.Body));
        }

        return Expression.Lambda<Func<T, bool>>(any, row);
    }

    /// <summary>The opposite: the county confirms.</summary>
    public Expression<Func<T, bool>> Leave<T>(Expression<Func<T, string>> division, Expression<Func<T, string>> program, Expression<Func<T, decimal>> amount)
    {
        var covered = Cover(division, program, amount);
        return Expression.Lambda<Func<T, bool>>(Expression.Not(covered.Body), covered.Parameters);
    }

    private static Expression Of<T, TValue>(Expression<Func<T, TValue>> read, ParameterExpression row) => new Swap(new() { [read.Parameters[0]] = row }).Visit(read.Body);

    private sealed class Swap(Dictionary<ParameterExpression, Expression> by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => by.GetValueOrDefault(node, node);
    }
}
