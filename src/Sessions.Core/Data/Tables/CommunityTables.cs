using Microsoft.EntityFrameworkCore;
using Sessions.Community;

namespace Sessions.Data.Tables;

internal static class CommunityTables
{
    public static void Map(ModelBuilder model) => model.Entity<SiteText>(text =>
    {
        text.ToTable("site_texts");
        text.HasKey(t => t.Key);
        text.Property(t => t.Key).HasMaxLength(20);
    });
}
