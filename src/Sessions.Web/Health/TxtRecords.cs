using DnsClient;

namespace Sessions.Web.Health;

/// <summary>Asks the name servers of this machine for TXT records, which .NET itself does not.</summary>
public class TxtRecords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null where no name server answers; empty where there are none.</returns>
    public virtual async Task<IReadOnlyList<string>?> Of(string name, CancellationToken stop)
    {
        try
        {
            var client = new LookupClient(new LookupClientOptions { Timeout = Patience, Retries = 1, UseCache = false });
            var answer = await client.QueryAsync(name, QueryType.TXT, cancellationToken: stop);
            return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain ? null : [.. answer.Answers.TxtRecords().Select(record => string.Concat(record.Text))];
        }
        catch (Exception fault) when (fault is DnsResponseException or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
