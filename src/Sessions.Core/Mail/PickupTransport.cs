using System.Globalization;

namespace Sessions.Mail;

/// <summary>
/// Writes each message as one <c>.eml</c> file, named by its date, its recipient and its Message-ID: the folder sorts by
/// time, and a message sent twice is one file.
/// </summary>
public sealed class PickupTransport(PickupOptions options) : IMailTransport
{
    private const int LongestAddress = 60;

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var name = FileName(mail);
        var temporary = Path.Combine(options.Folder, $".{name}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(options.Folder);
            await File.WriteAllBytesAsync(temporary, mail.Bytes, cancellationToken);
            File.Move(temporary, Path.Combine(options.Folder, name), overwrite: true);
            return new SendOutcome.Delivered($"Written to {name}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.Deferred(0, $"The pickup folder cannot be written: {fault.Message}");
        }
        finally
        {
            DeleteLeftover(temporary);
        }
    }

    public static string FileName(OutgoingMail mail)
    {
        var time = mail.Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var recipient = string.Concat(mail.Recipient.Value.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '@' ? c : '_'));
        return $"{time}-{recipient[..Math.Min(recipient.Length, LongestAddress)]}-{MimeHash.Of(mail.Id.Value, 12)}.eml";
    }

    private static void DeleteLeftover(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder that could not be written cannot be tidied either; the outcome already says so.
        }
    }
}
