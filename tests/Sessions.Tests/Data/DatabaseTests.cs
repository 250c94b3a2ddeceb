using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Data;

public sealed class DatabaseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Theory, EachDatabase]
    public async Task A_write_that_throws_leaves_nothing_and_hurts_nobody_beside_it(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var writes = Enumerable.Range(0, 40).Select(i => Task.Run(() => test.Database.Write(db =>
        {
            db.Add(new Person { Address = $"p{i}@example.org", CreatedAt = Now });
            return i % 4 == 0 ? throw new InvalidOperationException("no") : Task.CompletedTask;
        }))).ToList();
        foreach (var write in writes) await write.ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(10, writes.Count(w => w.IsFaulted));
        await using var read = test.Database.Read();
        Assert.Equal(30, await read.People.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task What_a_translated_question_needs_once_is_interpreted_by_readers_and_writers(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await using var read = test.Database.Read();

#pragma warning disable EF9100
        Assert.IsType<InterpretedConstants>(read.GetService<ILiftableConstantProcessor>());
        Assert.True(await test.Database.Write(db => Task.FromResult(db.GetService<ILiftableConstantProcessor>() is InterpretedConstants)));
#pragma warning restore EF9100
    }

    [Theory, EachDatabase]
    public async Task A_save_that_the_database_refuses_fails_its_own_caller_only(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var same = Guid.CreateVersion7();
        Task Add() => test.Database.Write(db =>
        {
            db.Add(new OneTimeLink { Id = Guid.CreateVersion7(), Hash = same.ToByteArray(), Purpose = OneTimePurpose.SignIn });
            return Task.CompletedTask;
        });
        var other = test.Database.Write(db =>
        {
            db.Add(new Person { Address = "one@example.org", CreatedAt = Now });
            return Task.CompletedTask;
        });
        var twice = new[] { Add(), Add() };
        await other;
        await Task.WhenAll(twice).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, twice.Count(t => t.IsFaulted));
        await using var read = test.Database.Read();
        Assert.Equal(1, await read.OneTimeLinks.CountAsync());
        Assert.Equal(1, await read.People.CountAsync());
    }

    [PostgresFact]
    public async Task Two_writes_that_wait_for_each_others_rows_are_both_done()
    {
        await using var test = await TestDatabase.Create(DatabaseProvider.Postgres);
        Person one = new() { Address = "one@example.org", CreatedAt = Now }, two = new() { Address = "two@example.org", CreatedAt = Now };
        await test.Database.Write(db =>
        {
            db.AddRange(one, two);
            return Task.CompletedTask;
        });
        var (oneIsHeld, twoIsHeld, tries) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        Task Crosswise(Guid held, TaskCompletionSource isHeld, Guid wanted, Task otherIsHeld) => test.Database.Write(async db =>
        {
            Interlocked.Increment(ref tries);
            await db.People.Where(p => p.Id == held).ExecuteUpdateAsync(to => to.SetProperty(p => p.Line, "Held"));
            isHeld.TrySetResult();
            await otherIsHeld;
            (await db.People.SingleAsync(p => p.Id == wanted)).Name = "Wanted";
        });

        await Task.WhenAll(Crosswise(one.Id, oneIsHeld, two.Id, twoIsHeld.Task), Crosswise(two.Id, twoIsHeld, one.Id, oneIsHeld.Task)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.True(tries > 2, "They did not stand in each other's way.");
        await using var read = test.Database.Read();
        Assert.Equal(2, await read.People.CountAsync(p => p.Line == "Held" && p.Name == "Wanted"));
    }

    [Theory, EachDatabase]
    public async Task Times_come_back_as_they_went_in_and_order_as_they_are(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var when = SessionTime.Exact(new LocalDateTime(2026, 3, 29, 1, 30), "Europe/London", 60);
        await test.Database.Write(db =>
        {
            var series = new Series { Slug = "a", Name = "A", Zone = "Europe/London", CreatedAt = Now };
            db.Add(series);
            db.Add(new Session { SeriesId = series.Id, Slug = "1", When = when, CreatedAt = Now }.At(when));
            var vague = SessionTime.NotAfter(new LocalDate(2021, 4, 1), "Europe/London");
            db.Add(new Session { SeriesId = series.Id, Slug = "0", When = vague, CreatedAt = Now }.At(vague));
            return Task.CompletedTask;
        });

        await using var read = test.Database.Read();
        var sessions = await read.Sessions.OrderBy(s => s.SortDate).ToListAsync();
        Assert.Equal(["0", "1"], sessions.Select(s => s.Slug));
        Assert.Equal(when, sessions[1].When);
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), sessions[1].When.Start);
        Assert.Equal(1, await read.Sessions.CountAsync(s => s.When.Start > Now - Duration.FromDays(365)));
    }

    [Theory, EachDatabase]
    public async Task The_public_version_rises_with_what_pages_say_and_rests_with_what_they_do_not(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var version = test.Database.Version;
        var series = new Series { Slug = "a", Name = "A", Zone = "Europe/London", CreatedAt = Now };
        var session = new Session { SeriesId = series.Id, Slug = "1", When = SessionTime.Unknown("Europe/London"), Capacity = 100, CreatedAt = Now };
        await test.Database.Write(db => Task.FromResult((db.Add(series), db.Add(session))));
        var before = version.Current;
        Assert.True(before > 0);

        await test.Database.Write(async db => (await db.Sessions.FindAsync(session.Id))!.Count(confirmed: 1, waiting: 0));
        Assert.Equal(before, version.Current);

        await test.Database.Write(async db => (await db.Sessions.FindAsync(session.Id))!.Count(confirmed: 95, waiting: 0));
        Assert.Equal(before + 1, version.Current);
    }
}
