using System.Globalization;
using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Slices.Tests.Cases.Intake;

/// <summary>Identity numbers of nobody: right by GB 11643, made from a birth date and a running number.</summary>
internal static class SyntheticPerson
{
    private static int _last = 100;

    public static string Number(string birthDate, bool male)
    {
        var order = Interlocked.Increment(ref _last);
        var sequence = (order % 499 * 2) + (male ? 1 : 0);
        var digits = "360731" + birthDate + sequence.ToString("000", CultureInfo.InvariantCulture);
        return digits + IdentityNumber.CheckCharacter(digits);
    }
}
