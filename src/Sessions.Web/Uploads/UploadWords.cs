using Microsoft.Extensions.Localization;
using Sessions.Files;
using Sessions.Web.Public;

namespace Sessions.Web.Uploads;

/// <summary>Why an upload does not go on, for whoever sends the file.</summary>
internal static class UploadWords
{
    public static string Of(string name, UploadRefusal no, UploadLimits limits, IStringLocalizer<Words> l) => no switch
    {
        UploadRefusal.Empty => l["“{0}” is empty", name],
        UploadRefusal.TooLarge => l["“{0}” is larger than {1}. Make it smaller, or put it somewhere and hand in the link", name, Sizes.Of(limits.MaxBytes)],
        UploadRefusal.DiskFull => l["The server's disk is full. What arrived is kept. Tell the hosts, and go on later"],
        UploadRefusal.TooManyOpen => l["{0} files are on their way already. Finish or cancel one first", UploadStore.MostOpen],
        UploadRefusal.Locked => l["“{0}” is being sent from another page. Close that one, and it goes on here", name],
        UploadRefusal.Expired => l["“{0}” was begun too long ago. Send it again", name],
        _ => l["“{0}” did not arrive whole. It is sent again", name],
    };
}
