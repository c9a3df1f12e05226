namespace SocialAssistance.Contracts.Households;

/// <summary>Completed years (周岁), counted by birthdays.</summary>
public static class Ages
{
    /// <summary>Completed years on a day; someone born on 29 February has the birthday of a common year on 1 March.</summary>
    public static int On(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }
}
