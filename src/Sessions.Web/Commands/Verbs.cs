using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Web.Commands.Export;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>What the executable does: nothing named serves; the rest are one-line answers.</summary>
public static class Verbs
{
    private const string All = "migrate, host invite EMAIL [SERIES [host|helper]], host disable EMAIL, host enable EMAIL, token create EMAIL NAME [SERIES] [read-only], import FILE SERIES [publish] [--good-lines], export DIR, export lists DIR, backup FILE, restore FILE, doctor, mail test ADDRESS [conversation] [cancel], mail receive";

    public static async Task<int> Run(WebApplication app, string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        switch (words)
        {
            case []:
                await Serving.Run(app);
                return 0;
            case ["migrate"]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                await Console.Out.WriteLineAsync("The database is up to date.");
                return 0;
            case ["host", "invite", var address]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await Invite(app.Services, address, null, "admin");
            case ["host", "invite", var address, var series]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await Invite(app.Services, address, series, "host");
            case ["host", "invite", var address, var series, "host" or "helper"]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await Invite(app.Services, address, series, words[4]);
            case ["host", "disable" or "enable", var address]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await Disable(app.Services, address, words[1] == "disable");
            case ["token", "create", var address, var name, .. var more]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await Tokens.Create(app.Services, address, name, more);
            case ["import", var file, var series, .. var more] when more is [] or ["publish"]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await Sheets.Import(app.Services, file, series, publish: more.Length > 0, goodLines: args.Contains(Sheets.GoodLines));
            case ["export", "lists", var folder]:
                return await Sheets.Export(app.Services, folder);
            case ["export", var folder]:
                return await Interruption.Guard(stop => Copying.Export(app.Services, folder, stop));
            case ["backup", var file]:
                return await Interruption.Guard(stop => Keeping.BackUp(app.Services, file, stop));
            case ["restore", var file]:
                return await Interruption.Guard(stop => Keeping.Restore(app.Services, file, stop));
            case ["doctor"]:
                return await Interruption.Guard(stop => Doctor.Run(app.Services, stop));
            case ["mail", "test", var address, .. var more] when more.All(MailTest.Knows):
                return await Interruption.Guard(stop => MailTest.Run(app.Services, address, more, stop));
            case ["mail", "receive"]:
                await app.Services.GetRequiredService<DatabaseHealth>().Migrate();
                return await MailReceive.Run(app.Services, Console.OpenStandardInput());
            default:
                throw new SettingsFault($"\"{string.Join(' ', words)}\" is no command. There are: {All}; without one the site is served.");
        }
    }

    private static async Task<int> Disable(IServiceProvider services, string address, bool disable)
    {
        if (!await services.GetRequiredService<HostService>().SetDisabled(address, disable)) throw new SettingsFault($"Nobody with the address {address} has rights here.");
        await Console.Out.WriteLineAsync(disable ? $"{address} is shut out of the console." : $"{address} may sign in again.");
        return 0;
    }

    /// <param name="series">Last part of its page's address; null makes an admin.</param>
    private static async Task<int> Invite(IServiceProvider services, string address, string? series, string role)
    {
        var hosts = services.GetRequiredService<HostService>();
        var id = series is null ? null : await services.GetRequiredService<SeriesQueries>().Find(series);
        if (series is not null && id is null) throw new SettingsFault($"There is no series at /series/{series}.");
        var invited = id switch
        {
            { } own when role == "helper" => await hosts.InviteHelper(address, own),
            { } own => await hosts.InviteHost(address, own),
            null => await hosts.InviteAdmin(address),
        };
        if (!invited.Ok) throw new SettingsFault($"\"{address}\" is not an e-mail address.");
        await Console.Out.WriteLineAsync($"{address} may sign in as {(series is null ? "admin" : $"{role} of {series}")} at {services.GetRequiredService<SiteOptions>().Link("/account/sign-in")}");
        return 0;
    }
}
