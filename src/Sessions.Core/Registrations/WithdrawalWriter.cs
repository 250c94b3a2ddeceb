using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Takes somebody out of a session and lets the line move up.</summary>
internal static class WithdrawalWriter
{
    /// <param name="registration">Active, with its session loaded.</param>
    public static async Task Of(SessionsDb db, Registration registration, Person person, Instant now)
    {
        registration.Withdraw(registration.Session!, now);
        person.CalendarVersion++;
        await PromotionWriter.Fill(db, registration.Session!, now);
    }
}
