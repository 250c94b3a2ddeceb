namespace Broken.OnlyActsReadTheClock.Sessions
{
    namespace Registrations
    {
        internal sealed class Registration
        {
            public static DateTimeOffset Now(TimeProvider time) => time.GetUtcNow();
        }

        internal sealed class RegistrationQueries(TimeProvider time)
        {
            public DateTimeOffset Now => time.GetUtcNow();
        }

        internal sealed class FineService(TimeProvider time)
        {
            public DateTimeOffset Now => time.GetUtcNow();
        }
    }

    namespace Web.Public
    {
        internal sealed class FinePage(TimeProvider time)
        {
            public DateTimeOffset Now => time.GetUtcNow();
        }
    }
}
