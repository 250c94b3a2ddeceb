namespace Broken.LibrariesKnowNoSubject.Sessions
{
    namespace Mail
    {
        internal sealed class Envelope(ICalendar.FineCalendar attached)
        {
            public string Name => attached.Name;
        }

        internal sealed class Spool(Microsoft.EntityFrameworkCore.DbContext db)
        {
            public bool Empty => db.ChangeTracker.HasChanges();
        }
    }

    namespace ICalendar
    {
        internal sealed class FineCalendar
        {
            public string Name => "calendar";
        }
    }

    namespace Invitations
    {
        internal sealed class FineInvitation(ICalendar.FineCalendar calendar, Mail.Envelope envelope)
        {
            public string Name => calendar.Name + envelope.Name;
        }
    }
}
