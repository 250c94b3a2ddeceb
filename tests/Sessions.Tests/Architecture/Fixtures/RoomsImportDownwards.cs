namespace Broken.RoomsImportDownwards.Sessions
{
    namespace People
    {
        internal sealed class Person
        {
            public Registrations.Registration? Latest { get; set; }
        }

        internal sealed class Fine
        {
            public Outbox.Message? Owed { get; set; }
        }
    }

    namespace Registrations
    {
        internal sealed class Registration
        {
            public static int Count() => new Community.Topic().Votes;
        }
    }

    namespace Community
    {
        internal sealed class Topic
        {
            public int Votes { get; set; }

            public static async Task<bool> Ask()
            {
                await Task.Yield();
                return typeof(List<Registrations.Registration>).IsClass;
            }
        }
    }

    namespace Outbox
    {
        internal sealed class Message
        {
            public static Func<object> Later() => () => new People.Person();
        }
    }
}
