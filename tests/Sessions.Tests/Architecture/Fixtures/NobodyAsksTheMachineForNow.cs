namespace Broken.NobodyAsksTheMachineForNow.Sessions
{
    namespace Scheduling
    {
        internal sealed class Session
        {
            public static bool IsOver(DateTime end) => end < DateTime.UtcNow;
        }

        internal sealed class Reminder
        {
            public static object Due() => NodaTime.SystemClock.Instance;
        }

        internal sealed class FineSession
        {
            public static bool IsOver(DateTime end, DateTime now) => end < now;
        }
    }

    namespace Web.Public
    {
        internal sealed class Page
        {
            public static Func<int> Year() => () => DateTimeOffset.Now.Year;
        }
    }
}
