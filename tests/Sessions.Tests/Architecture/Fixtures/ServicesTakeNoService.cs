namespace Broken.ServicesTakeNoService.Sessions
{
    namespace People
    {
        internal sealed class FineService
        {
            public static bool Ready => true;
        }
    }

    namespace Registrations
    {
        internal sealed class RegistrationService
        {
            public static bool SignUp() => People.FineService.Ready;
        }
    }

    namespace Workflows
    {
        internal sealed class FinePublishSession(People.FineService people)
        {
            public object People => people;
        }
    }
}
