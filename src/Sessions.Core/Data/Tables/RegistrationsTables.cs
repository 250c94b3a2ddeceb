using Microsoft.EntityFrameworkCore;
using Sessions.Registrations;

namespace Sessions.Data.Tables;

internal static class RegistrationsTables
{
    public static void Map(ModelBuilder model) => model.Entity<Registration>(registration =>
    {
        registration.ToTable("registrations");
        registration.HasIndex(r => new { r.SessionId, r.PersonId }).IsUnique();
        registration.HasIndex(r => new { r.SessionId, r.State, r.Order });
        registration.HasIndex(r => r.PersonId);
        registration.HasOne(r => r.Session).WithMany().HasForeignKey(r => r.SessionId);
        registration.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
    });
}
