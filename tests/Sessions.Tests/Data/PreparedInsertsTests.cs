using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Sessions.Data;
using Sessions.Data.Sqlite;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Data;

/// <summary>All that is saved on SQLite goes this way; here stands what only this way could get wrong.</summary>
public sealed class PreparedInsertsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Fact]
    public async Task New_rows_are_the_ones_that_EF_would_write_whatever_their_order()
    {
        await using TestDatabase ours = await TestDatabase.Sqlite(), theirs = await TestDatabase.Sqlite();
        var rows = Rows();
        Assert.True(await ours.Database.Write(db =>
        {
            // Those that lead to others first.
            foreach (var row in rows.AsEnumerable().Reverse()) db.Entry(row).State = EntityState.Added;
            return Task.FromResult(db.GetService<IDatabase>() is PreparedInserts);
        }));
        await using (var plain = new SqliteSessionsDb(SqliteDatabase.Options(theirs.ConnectionString).Options))
        {
            plain.AddRange(rows);
            await DatabaseSave.Run(plain, () => Task.CompletedTask);
            Assert.False(plain.GetService<IDatabase>() is PreparedInserts);
        }

        await using SessionsDb read = ours.Database.Read(), plainly = theirs.Database.Read();
        Assert.Equal(3, await read.Registrations.CountAsync());
        Assert.Equal(await Tables.Lines(plainly), await Tables.Lines(read));
    }

    [Fact]
    public async Task Every_type_has_its_place_among_the_tables()
    {
        await using var test = await TestDatabase.Sqlite();
        await using var read = test.Database.Read();
        var order = new InsertOrder();

        foreach (var type in read.Model.GetEntityTypes())
        {
            Assert.NotNull(order.Of(type));
            Assert.All(type.GetForeignKeys().Where(key => key.PrincipalEntityType != type), key => Assert.True(order.Of(key.PrincipalEntityType) < order.Of(type)));
        }
    }

    [Fact]
    public void A_circle_of_keys_is_left_to_EF_with_all_that_leads_into_it()
    {
        using var db = new CircleDb();
        var order = new InsertOrder();

        Assert.Null(order.Of(db.Model.FindEntityType(typeof(Hen))!));
        Assert.Null(order.Of(db.Model.FindEntityType(typeof(Egg))!));
        Assert.Null(order.Of(db.Model.FindEntityType(typeof(Farmer))!));
    }

    [Fact]
    public async Task A_value_that_another_row_gives_up_in_the_same_save_is_free()
    {
        await using var test = await TestDatabase.Sqlite();
        var first = new Person { Address = "one@example.org", CreatedAt = Now };
        await test.Database.Write(db => Task.FromResult(db.Add(first)));
        await test.Database.Write(async db =>
        {
            (await db.People.AsTracking().SingleAsync()).Address = "two@example.org";
            db.Add(new Person { Address = "one@example.org", CreatedAt = Now });
        });
        await test.Database.Write(async db =>
        {
            db.Remove(await db.People.SingleAsync(p => p.Id == first.Id));
            db.Add(new Person { Address = "two@example.org", CreatedAt = Now });
        });

        await using var read = test.Database.Read();
        Assert.Equal(["one@example.org", "two@example.org"], (await read.People.Where(p => p.Id != first.Id).Select(p => p.Address!).ToListAsync()).Order());
    }

    [Fact]
    public async Task A_row_may_take_the_place_of_one_with_its_key()
    {
        await using var test = await TestDatabase.Sqlite();
        var before = new Person { Address = "one@example.org", CreatedAt = Now };
        await test.Database.Write(db => Task.FromResult(db.Add(before)));
        await test.Database.Write(async db =>
        {
            db.Remove(await db.People.SingleAsync());
            db.Add(new Person { Id = before.Id, Address = "two@example.org", CreatedAt = Now });
        });

        await using var read = test.Database.Read();
        Assert.Equal("two@example.org", (await read.People.SingleAsync()).Address);
    }

    [Fact]
    public async Task A_row_may_be_led_to_one_that_is_new()
    {
        await using var test = await TestDatabase.Sqlite();
        await test.Database.Write(db =>
        {
            db.AddRange(Rows());
            return Task.CompletedTask;
        });
        var comer = new Person { Address = "new@example.org", CreatedAt = Now };
        await test.Database.Write(async db =>
        {
            (await db.Registrations.AsTracking().FirstAsync()).PersonId = comer.Id;
            db.Add(comer);
        });

        await using var read = test.Database.Read();
        Assert.Equal(1, await read.Registrations.CountAsync(r => r.PersonId == comer.Id));
    }

    [Fact]
    public async Task A_row_that_is_refused_says_which_and_the_next_goes_in()
    {
        await using var test = await TestDatabase.Sqlite();
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => test.Database.Write(db => Task.FromResult(db.Add(new Registration { SessionId = Guid.NewGuid(), PersonId = Guid.NewGuid() }))));
        await test.Database.Write(db =>
        {
            db.AddRange(Rows());
            return Task.CompletedTask;
        });

        Assert.Equal(19, Assert.IsType<SqliteException>(fault.InnerException).SqliteErrorCode);
        Assert.IsType<Registration>(Assert.Single(fault.Entries).Entity);
        await using var read = test.Database.Read();
        Assert.Equal(3, await read.Registrations.CountAsync());
    }

    /// <summary>With and without what may be missing: nested values, dates, text that is not ASCII, bytes.</summary>
    private static List<object> Rows()
    {
        var series = new Series
        {
            Slug = "one",
            Name = "Größe “1” 日本",
            Aim = "Line\nline",
            Zone = "Europe/London",
            PublishedAt = Now,
            CreatedAt = Now,
            ExtraDates = DateList.Of([new(2027, 1, 2), new(2027, 1, 9)]),
        };
        var timed = SessionTime.Exact(new(2026, 12, 1, 12, 0), series.Zone, 60);
        var sessions = new[]
        {
            new Session { SeriesId = series.Id, Number = 1, Slug = "1", Title = "", When = timed, Capacity = 3, CreatedAt = Now, PublishedAt = Now, OwnVenue = new("https://example.org/room", null, "Here") }.At(timed),
            new Session { SeriesId = series.Id, Slug = "2", When = SessionTime.Unknown(series.Zone), CreatedAt = Now },
        };
        var people = Enumerable.Range(1, 3).Select(n => new Person { Address = $"p{n}@example.org", Name = n == 1 ? null : "N", CreatedAt = Now + Duration.FromTicks(n) }).ToList();
        var places = people.ConvertAll(person => new Registration { SessionId = sessions[0].Id, PersonId = person.Id, CreatedAt = Now });
        foreach (var place in places) place.Enter(sessions[0], Now);
        return
        [
            series, .. sessions, .. people, .. places,
            new Appearance { SessionId = sessions[0].Id, PersonId = people[1].Id, Position = 1 },
            new OneTimeLink { Id = Guid.CreateVersion7(), Hash = [0, 1, 255], Purpose = OneTimePurpose.SignIn },
            new Notice { Kind = "kind", SubjectId = sessions[0].Id, DueAt = Now, CreatedAt = Now },
        ];
    }

    private sealed class CircleDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Hen>().HasOne<Egg>().WithMany().HasForeignKey(hen => hen.EggId);
            model.Entity<Egg>().HasOne<Hen>().WithMany().HasForeignKey(egg => egg.HenId);
            model.Entity<Farmer>().HasOne<Hen>().WithMany().HasForeignKey(farmer => farmer.HenId);
        }
    }

    private sealed record Hen(Guid Id, Guid? EggId);

    private sealed record Egg(Guid Id, Guid? HenId);

    private sealed record Farmer(Guid Id, Guid? HenId);
}
