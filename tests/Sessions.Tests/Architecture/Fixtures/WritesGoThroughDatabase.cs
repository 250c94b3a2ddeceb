using Microsoft.EntityFrameworkCore;

namespace Broken.WritesGoThroughDatabase.Sessions
{
    namespace People
    {
        internal sealed class PersonService(DbContext db)
        {
            public async Task Save() => await db.SaveChangesAsync();
        }

        internal sealed class ForgetPerson(DbContext db)
        {
            public Task<int> Everybody() => db.Set<object>().ExecuteDeleteAsync();
        }

        internal sealed class FineService(Data.DatabaseFine database)
        {
            public Task Save() => database.Write();
        }
    }

    namespace Web.Host
    {
        internal sealed class Page(DbContext db)
        {
            public object Begin() => db.Database.BeginTransaction();
        }
    }

    namespace Data
    {
        internal sealed class DatabaseFine(DbContext db)
        {
            public Task Write() => db.SaveChangesAsync();
        }
    }
}
