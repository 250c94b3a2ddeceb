using System.Globalization;
using Sessions.Bench;
using Sessions.Bench.Measures;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["yardstick", var file, .. var postgres])
    return await Yardstick.Serve(file, postgres.FirstOrDefault());
if (BenchOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project tests/Sessions.Bench -- [--rounds N] [--out FILE] [--only start,pages,sign-ups,even,busy,mail,rush,circuits,calendar,rules,lighthouse,ranges,search,scale]");
    return 1;
}

var table = new ReportTable(options);
await using (var bench = await Workbench.SetUp(options))
{
    if (options.Wants("start")) await StartMeasure.Run(bench, table);
    if (options.Wants("pages")) await PageMeasure.Run(bench, table);
    if (options.Wants("sign-ups")) await SignUpMeasure.Run(bench, table);
    if (options.Wants("even")) await EvenMeasure.Run(bench, table);
    if (options.Wants("busy")) await BusyMeasure.Run(bench, table);
    if (options.Wants("mail")) await InvitationMeasure.Run(bench, table);
    if (options.Wants("rush")) await RushMeasure.Run(bench, table);
    if (options.Wants("circuits")) await CircuitMeasure.Run(bench, table);
    if (options.Wants("calendar")) await CalendarMeasure.Run(bench, table);
    if (options.Wants("rules")) await RecurrenceMeasure.Run(bench, table);
    if (options.Wants("lighthouse")) await LighthouseMeasure.Run(bench, table);
    if (options.Wants("ranges")) await RangeMeasure.Run(bench, table);
    if (options.Wants("search")) await SearchMeasure.Run(bench, table);
    if (options.Wants("scale")) await ScaleMeasure.Run(bench, table);
}

Console.WriteLine(table.ToMarkdown());
if (options.Out is not null)
    await File.WriteAllTextAsync(options.Out, table.ToMarkdown());
return 0;
