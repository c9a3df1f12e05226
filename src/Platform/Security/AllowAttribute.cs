using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace SocialAssistance.Platform.Security;

/// <summary>Names the row of the permission table that opens an endpoint. An endpoint without one is closed to everybody and fails the endpoint test.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAttribute(string action) : AuthorizeAttribute(Prefix + action)
{
    internal const string Prefix = "action:";

    /// <summary>The action of the permission table.</summary>
    public string Action { get; } = action;
}

/// <summary>Asks the permission table for an action.</summary>
internal sealed record ActionRequirement(string Action) : IAuthorizationRequirement;

/// <summary>Answers <see cref="ActionRequirement"/> from the permission table.</summary>
internal sealed class ActionHandler(IAccess access) : AuthorizationHandler<ActionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActionRequirement requirement)
    {
        if (access.Allows(context.User, requirement.Action))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Makes a policy per action and closes every endpoint that names none.</summary>
internal sealed class ActionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(AllowAttribute.Prefix, StringComparison.Ordinal)
            ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().AddRequirements(new ActionRequirement(policyName[AllowAttribute.Prefix.Length..])).Build())
            : base.GetPolicyAsync(policyName);
}
