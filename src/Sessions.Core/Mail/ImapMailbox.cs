using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace Sessions.Mail;

/// <summary>
/// Reads what came into a mailbox, each message once: taken is what carries our keyword, or lies in our folder where a
/// server keeps no keywords. Whether somebody has looked at a message (\Seen) says nothing.
/// </summary>
public sealed class ImapMailbox(ImapOptions options, TimeProvider time) : IDisposable
{
    public const string Keyword = "SessionsTaken", TakenFolder = "Sessions-Taken";

    private const int AtOnce = 50;

    /// <summary>A server may end a connection that idles for half an hour (RFC 2177).</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(9);

    private readonly AccessTokens? _tokens = options.OAuth is { } oauth ? new(oauth, time) : null;

    /// <summary>Takes all there is, then waits for more as long as the server tells of it; returns where it does not.</summary>
    /// <param name="take">Throws to have the message again the next time; those behind it are taken all the same, and the first fault is thrown at the end.</param>
    public async Task Read(Func<ReadOnlyMemory<byte>, Task> take, CancellationToken stop)
    {
        using var client = await Connect(stop);
        var folder = await client.GetFolderAsync(options.Folder, stop);
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        while (await TakeAndWait(client, folder, take, stop))
        {
        }

        await client.DisconnectAsync(quit: true, stop);
    }

    /// <summary>Whether the mailbox opens: for a trial.</summary>
    public async Task Open(CancellationToken stop)
    {
        using var client = await Connect(stop);
        var folder = await client.GetFolderAsync(options.Folder, stop);
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        await client.DisconnectAsync(quit: true, stop);
    }

    /// <summary>What keeps the mailbox from being read; null for nothing.</summary>
    public async Task<ImapFault?> FindFault(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.Timeout);
        try
        {
            await Open(limit.Token);
            return null;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && ImapFault.Of(fault) is not null)
        {
            return ImapFault.Of(fault);
        }
    }

    public void Dispose() => _tokens?.Dispose();

    private async Task<ImapClient> Connect(CancellationToken stop)
    {
        var client = new ImapClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            if (options.TrustedCertificateSha256 is { } trusted)
                client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate is not null && string.Equals(Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData())), trusted, StringComparison.OrdinalIgnoreCase);
            await client.ConnectAsync(options.Host, options.Port, options.Security switch
            {
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, stop);
            await SignIn(client, stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task SignIn(ImapClient client, CancellationToken stop)
    {
        if (_tokens is null)
        {
            await client.AuthenticateAsync(options.User, options.Password, stop);
            return;
        }

        var token = await _tokens.Get(stop);
        try
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(options.User, token), stop);
        }
        catch (AuthenticationException)
        {
            _tokens.Forget(token);
            throw;
        }
    }

    private static async Task TakeAll(ImapClient client, IMailFolder folder, Func<ReadOnlyMemory<byte>, Task> take, CancellationToken stop)
    {
        var keepsKeywords = folder.PermanentFlags.HasFlag(MessageFlags.UserDefined);
        var query = keepsKeywords ? SearchQuery.NotKeyword(Keyword).And(SearchQuery.NotDeleted) : SearchQuery.NotDeleted;
        var (asked, left) = (new HashSet<UniqueId>(), new Dictionary<UniqueId, Exception>());
        while ((await folder.SearchAsync(query, stop)).Where(id => !left.ContainsKey(id)).ToList() is { Count: > 0 } waiting)
        {
            if (waiting.Any(asked.Contains)) throw new InvalidOperationException("The mailbox does not keep which messages were taken.");
            List<UniqueId> some = [.. waiting.Take(AtOnce)];
            asked.UnionWith(some);
            foreach (var summary in await folder.FetchAsync(some, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, stop))
            {
                var raw = summary.Size > InboundReader.MostBytes ? ReadOnlyMemory<byte>.Empty : await Bytes(folder, summary.UniqueId, stop);
                try
                {
                    await take(raw);
                }
                catch (Exception fault) when (!stop.IsCancellationRequested)
                {
                    left[summary.UniqueId] = fault;
                    continue;
                }

                await MarkTaken(client, folder, summary.UniqueId, keepsKeywords, stop);
            }
        }

        if (left.Count > 0) ExceptionDispatchInfo.Throw(left.MinBy(one => one.Key.Id).Value);
    }

    private static async Task<ReadOnlyMemory<byte>> Bytes(IMailFolder folder, UniqueId id, CancellationToken stop)
    {
        await using var stream = await folder.GetStreamAsync(id, stop);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private static async Task MarkTaken(ImapClient client, IMailFolder folder, UniqueId id, bool keepsKeywords, CancellationToken stop)
    {
        if (keepsKeywords)
        {
            await folder.StoreAsync(id, new StoreFlagsRequest(StoreAction.Add, MessageFlags.None, new HashSet<string> { Keyword }) { Silent = true }, stop);
            return;
        }

        var root = client.GetFolder(client.PersonalNamespaces[0]);
        var taken = (await root.GetSubfoldersAsync(false, stop)).FirstOrDefault(f => f.Name == TakenFolder) ?? await root.CreateAsync(TakenFolder, isMessageFolder: true, stop);
        await folder.MoveToAsync(id, taken ?? throw new InvalidOperationException($"The mailbox keeps no keywords and makes no folder {TakenFolder}."), stop);
    }

    /// <returns>False where the server tells of nothing new, or said nothing for so long that a new connection is better.</returns>
    private static async Task<bool> TakeAndWait(ImapClient client, IMailFolder folder, Func<ReadOnlyMemory<byte>, Task> take, CancellationToken stop)
    {
        using var enough = new CancellationTokenSource();
        var came = false;
        void Came(object? sender, EventArgs e)
        {
            came = true;
            enough.Cancel();
        }

        // Before the last look, so that what comes between it and the wait ends the wait at once.
        folder.CountChanged += Came;
        try
        {
            await TakeAll(client, folder, take, stop);
            if (!client.Capabilities.HasFlag(ImapCapabilities.Idle)) return false;
            enough.CancelAfter(LongestWait);
            if (!came) await client.IdleAsync(enough.Token, stop);
        }
        finally
        {
            folder.CountChanged -= Came;
        }
        return came;
    }
}
