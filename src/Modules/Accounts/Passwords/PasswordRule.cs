using System.Security.Cryptography;
using FluentValidation;

namespace SocialAssistance.Accounts.Passwords;

/// <summary>What a password must be, and how one is made for somebody who forgot theirs.</summary>
internal static class PasswordRule
{
    // Without the characters that look alike when read out over the counter.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static IRuleBuilderOptions<T, string?> IsGoodPassword<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("请填写新密码")
        .Must(p => string.IsNullOrEmpty(p) || (p.Length is >= 10 and <= 64 && p.Any(char.IsLetter) && p.Any(char.IsDigit)))
        .WithMessage("密码应为 10 至 64 位，同时有字母和数字");

    public static string Temporary() =>
        $"{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Digits, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}";
}
