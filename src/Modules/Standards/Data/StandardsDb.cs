using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Data;
using SocialAssistance.Standards.Calendar;

namespace SocialAssistance.Standards.Data;

/// <summary>Calendar and published figures.</summary>
internal sealed class StandardsDb(ModuleDbServices services) : ModuleDb(services)
{
    public override string Schema => "standards";

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
}
