using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Accounts.Passwords;
using SocialAssistance.Accounts.SignIn;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Administration;

/// <summary>
/// <c>administrator ACCOUNT NAME</c>: gives a new installation its first administrator (管理员), who enters everybody else. The
/// password is printed once and must be changed at the first log-in.
/// </summary>
internal sealed class CreateAdministrator(AccountsDb db, UnitOfWork unitOfWork, IPasswordHasher<User> hasher) : IVerb
{
    private const string Additional = "--additional";

    public string Name => "administrator";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var words = arguments.Where(a => a != Additional).ToArray();
        if (words is not [var account, var name] || !AccountName.IsValid(account))
        {
            await Console.Error.WriteLineAsync($"Usage: administrator ACCOUNT NAME [{Additional}]; the account has 3 to 32 small letters, digits, dots or hyphens.");
            return 2;
        }

        string? password = null;
        string? refusal = null;
        await unitOfWork.RunAsync(
            async () =>
            {
                var county = await db.Divisions.SingleOrDefaultAsync(d => d.Level == DivisionLevel.County, cancellationToken);
                var exists = await db.Users.AnyAsync(u => u.DisabledAt == null && u.Roles.Any(r => r.Role == Roles.Administrator), cancellationToken);
                refusal = county is null ? "还没有行政区划。请先用 divisions 命令导入。"
                    : exists && !arguments.Contains(Additional) ? $"已有管理员。请由管理员在“机构人员”中添加；管理员都不能登录的，加上 {Additional}。"
                    : await db.Users.AnyAsync(u => u.Account == account, cancellationToken) ? $"账号 {account} 已有人使用，请换一个。"
                    : null;
                if (refusal is not null)
                {
                    return;
                }

                var user = new User(Guid.CreateVersion7(), account, name, county!.Code, county.Name + "民政局");
                password = PasswordRule.Temporary();
                user.SetPassword(hasher.HashPassword(user, password), mustChange: true);
                user.Hold([Roles.Administrator]);
                db.Users.Add(user);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }

        Console.WriteLine($"管理员 {name}（账号 {account}）的临时密码：{password}，首次登录时须修改。");
        return 0;
    }
}
