using Microsoft.EntityFrameworkCore;

namespace Broken.EntitiesKnowNoDatabase.Sessions
{
    namespace Data
    {
        internal sealed class FineDatabase;
    }

    namespace People
    {
        [Index(nameof(Id))]
        internal sealed class Person
        {
            public int Id { get; set; }
        }

        internal sealed class Rights(Data.FineDatabase database)
        {
            public bool Known => database is not null;
        }

        internal sealed class FineService(Data.FineDatabase database)
        {
            public bool Known => database is not null;
        }

        internal sealed class FineQueries(Data.FineDatabase database)
        {
            public bool Known => database is not null;
        }
    }
}
