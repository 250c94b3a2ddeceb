using System.Text;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Web.Feeds;

namespace Sessions.Tests.Registrations;

public sealed class QuestionTests
{
    [Theory, EachDatabase]
    public async Task A_mail_asks_what_is_not_answered_and_then_no_more(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var (questions, answers) = Services(house);
        var first = (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Short, "What brings you?", IsOnce: true))).Value;
        await questions.Add(house.Host, house.SeriesId, house.SessionId, new(QuestionKind.YesNo, "Lunch?"));

        await house.Service.SignUp(house.SessionId, "ann@example.org");
        var mail = Text(Assert.Single(await house.Deliver()).Mail);
        var token = await Token(house, "ann@example.org");
        Assert.Contains("The hosts have 2 questions for you.", mail, StringComparison.Ordinal);
        Assert.Contains($"/questions/{token}", mail, StringComparison.Ordinal);
        Assert.Equal(2, (await house.My.My(await house.MyToken("ann@example.org"), house.Time.Now()))!.Coming[0].Questions);

        Assert.Empty((await answers.Save(token, Said((first, "Bees")))).Value!);
        Assert.Equal(1, (await house.My.My(await house.MyToken("ann@example.org"), house.Time.Now()))!.Coming[0].Questions);
        Assert.Equal(["Bees", null], (await Queries(house).Asked(token))!.Select(q => q.Value));
        Assert.NotNull((await house.Place("ann@example.org")).Person!.ProvenAt);
    }

    [Theory, EachDatabase]
    public async Task What_is_asked_once_holds_for_every_session_and_the_rest_for_one(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider, with: s => s.Session("one", Samples.At(2023, 11, 1)).Session("two", Samples.At(2023, 11, 8)));
        var (questions, answers) = Services(house);
        var once = (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Short, "What brings you?", IsOnce: true))).Value;
        var each = (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Several, "Which parts?", "Talk\nTalk\n Chat "))).Value;
        await using var db = house.Database.Read();
        var sessions = await db.Sessions.OrderBy(s => s.Slug).Select(s => s.Id).ToListAsync();
        foreach (var session in sessions) await house.Service.SignUp(session, "ann@example.org");
        var tokens = new List<string>();
        foreach (var session in sessions) tokens.Add((await house.Place("ann@example.org", session))! is var place ? house.Links.Join(place, place.Person!) : "");

        await answers.Save(tokens[0], Said((once, "Bees"), (each, "Chat")));

        Assert.Equal([("What brings you?", "Bees"), ("Which parts?", null)], (await Queries(house).Asked(tokens[1]))!.Select(q => (q.Text, q.Value)));
        Assert.Equal(["Talk", "Chat"], (await Queries(house).Asked(tokens[1]))![1].Choices);
        await answers.Save(tokens[1], new Dictionary<Guid, IReadOnlyList<string>> { [each] = ["Chat", "Talk", "Something else"], [once] = [] });
        Assert.Equal([(null, "Chat"), (null, "Talk\nChat")], new[] { await Queries(house).Asked(tokens[0]), await Queries(house).Asked(tokens[1]) }.Select(a => (a![0].Value, a[1].Value)));
    }

    [Theory, EachDatabase]
    public async Task A_consent_keeps_its_words_and_its_time_and_can_be_taken_back(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var (questions, answers) = Services(house);
        var id = (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Consent, "I agree to be filmed.", IsOnce: true))).Value;
        await house.Service.SignUp(house.SessionId, "ann@example.org");
        var token = await Token(house, "ann@example.org");

        await answers.Save(token, Said((id, "")));
        await answers.Save(token, Said((id, "yes")));
        await answers.Save(token, Said((id, "yes")));
        house.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await questions.Change(house.Host, house.SeriesId, id, new(QuestionKind.Consent, "I agree to be filmed and shown.", IsOnce: true)));
        Assert.Equal(QuestionRefusal.HasAnswers, await questions.Change(house.Host, house.SeriesId, id, new(QuestionKind.YesNo, "Filmed?", IsOnce: true)));
        var csv = await Csv(house);
        Assert.Contains("\"yes, 2023-10-20 10:00 (to: I agree to be filmed.)\"", csv, StringComparison.Ordinal);
        await answers.Save(token, Said((id, "")));

        await using var db = house.Database.Read();
        Assert.Equal([("yes", "I agree to be filmed."), ("no", "I agree to be filmed and shown.")],
            (await db.QuestionAnswers.OrderBy(a => a.At).ToListAsync()).Select(a => (a.Value, a.Wording)));
        var view = Assert.Single((await new AnswersView(house.Database).Read(house.Host, house.SessionId))!);
        Assert.Equal([("yes", 0), ("no", 1)], view.Counts);
    }

    [Theory, EachDatabase]
    public async Task What_is_asked_no_more_keeps_its_answers_in_the_list(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var (questions, answers) = Services(house);
        var (kept, dropped) = ((await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Choice, "Which?", "=A\nB"))).Value,
            (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Long, "Why?"))).Value);
        await house.Service.SignUp(house.SessionId, "ann@example.org");
        var token = await Token(house, "ann@example.org");
        Assert.Equal([dropped], (await answers.Save(token, Said((kept, "B"), (dropped, new string('x', 4001))))).Value!);
        Assert.All((await Queries(house).Asked(token))!, q => Assert.Null(q.Value));
        await answers.Save(token, Said((kept, "=A")));

        Assert.Null(await questions.MoveUp(house.Host, house.SeriesId, dropped));
        Assert.Equal([dropped, kept], (await Queries(house).Asked(token))!.Select(q => q.Id));
        foreach (var id in new[] { kept, dropped }) Assert.Null(await questions.Remove(house.Host, house.SeriesId, id));
        Assert.Empty((await Queries(house).Asked(token))!);
        var lines = (await Csv(house)).Split("\r\n");
        Assert.EndsWith(",Which?", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",'=A", lines[1], StringComparison.Ordinal);
        Assert.Equal(QuestionRefusal.NotFound, await questions.Remove(house.Host, house.SeriesId, kept));
    }

    [Theory, EachDatabase]
    public async Task Only_hosts_ask_and_only_open_links_answer(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        var (questions, answers) = Services(house);
        var stranger = house.Host with { IsAdmin = false };
        Assert.Equal(QuestionRefusal.NotAllowed, (await questions.Add(stranger, house.SeriesId, null, new(QuestionKind.Short, "Why?"))).No);
        Assert.Equal(QuestionRefusal.NotFound, (await questions.Add(house.Host, house.SeriesId, Guid.NewGuid(), new(QuestionKind.Short, "Why?"))).No);
        Assert.Equal(QuestionRefusal.TextMissing, (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Short, " \u202E "))).No);
        Assert.Equal(QuestionRefusal.OptionsMissing, (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Choice, "Which?", "A\nA"))).No);
        for (var i = 0; i < 20; i++) Assert.True((await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Short, $"Why {i}?"))).Ok);
        Assert.Equal(QuestionRefusal.TooMany, (await questions.Add(house.Host, house.SeriesId, null, new(QuestionKind.Short, "Why?"))).No);
        Assert.Null(await new AnswersView(house.Database).Read(stranger, house.SessionId));

        await house.Service.SignUp(house.SessionId, "ann@example.org");
        var token = await Token(house, "ann@example.org");
        var asked = (await Queries(house).Asked(token))!;
        Assert.Equal(RegistrationRefusal.LinkNotOpen, (await answers.Save(await house.MyToken("ann@example.org"), Said((asked[0].Id, "Bees")))).No);
        // Many at once are one answer each.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => answers.Save(token, Said((asked[0].Id, $"Bees {i}")))));
        await using (var db = house.Database.Read()) Assert.Equal(1, await db.QuestionAnswers.CountAsync());
        house.Time.MoveTo(new(2023, 11, 3, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(RegistrationRefusal.Closed, (await answers.Save(token, Said((asked[0].Id, "Late")))).No);
    }

    private static (QuestionService Questions, AnswerService Answers) Services(House house) => (new(house.Database, house.Time), new(house.Database, house.Time, house.Links));

    private static QuestionQueries Queries(House house) => new(house.Database, house.Links);

    private static async Task<string> Token(House house, string address) => await house.Place(address) is var place ? house.Links.Join(place, place.Person!) : "";

    private static Dictionary<Guid, IReadOnlyList<string>> Said(params (Guid Question, string Answer)[] answers) => answers.ToDictionary(a => a.Question, a => (IReadOnlyList<string>)[a.Answer]);

    private static string Text(Sessions.Outbox.ComposedMail mail) => MailBodyText.Render(mail.Body);

    private static async Task<string> Csv(House house) => Encoding.UTF8.GetString(AttendeesCsv.Write((await new AttendeeList(house.Database).Read(house.Host, house.SessionId))!));
}
