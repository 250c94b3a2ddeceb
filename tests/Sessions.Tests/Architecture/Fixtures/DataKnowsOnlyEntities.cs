namespace Broken.DataKnowsOnlyEntities.Sessions
{
    namespace Data
    {
        internal sealed class PeopleTables
        {
            public static object Map() => new People.FineService();
        }

        internal sealed class FineTables(People.FinePerson person)
        {
            public object Person => person;
        }
    }

    namespace People
    {
        internal sealed class FinePerson;

        internal sealed class FineService;
    }
}
