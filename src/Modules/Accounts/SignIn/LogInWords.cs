using System.Globalization;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>The sentence for a log-in that did not succeed.</summary>
internal static class LogInWords
{
    public static string Sentence(this LogInAnswer answer) => answer.Outcome switch
    {
        LogInOutcome.Locked => $"密码错误次数过多，{answer.LockedUntil!.Value.InChina().ToString("HH:mm", CultureInfo.InvariantCulture)} 以后可以再次登录。忘记密码的，请联系管理员重置",
        LogInOutcome.Disabled => "此账号已停用，需要恢复的请联系管理员",
        _ => "账号或密码不对，请重新输入",
    };
}
