namespace Sessions.Bench.Measures;

/// <param name="Rate">Answers a second.</param>
/// <param name="Cpu">Of the server for each, in microseconds.</param>
/// <param name="P99">Milliseconds within which 99 of 100 were answered.</param>
internal sealed record Answered(double Rate, double Cpu, double P99);
