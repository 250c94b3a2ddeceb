using System.Globalization;
using Microsoft.Extensions.Localization;
using Sessions.Files;
using Sessions.Speakers;
using Sessions.Web.Feeds;

namespace Sessions.Web.SpeakerPortal;

/// <summary>One press of a button on the speaker's page: words, files, a link, a removal, whatever came.</summary>
internal sealed class TalkInput(TalkService talks, PortalService portal, PhotoService photos, FileStore store, IStringLocalizer<Words> words)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>What was typed, to be shown again beside a problem.</summary>
    public TalkForm? Typed { get; private set; }

    /// <summary>A link as typed, while it is not taken.</summary>
    public (string Url, string Title) Link { get; private set; }

    /// <param name="kept">What is saved: a field that the page did not offer stays as it is.</param>
    /// <returns>False when the link closed under the speaker's hands.</returns>
    public async Task<bool> Take(string token, TalkForm kept, HttpRequest request)
    {
        var form = await UploadForm.Read(request, (form, file) => file.Field == "photo" ? Photo(token, form, file, request.HttpContext.RequestAborted) : File(token, file, request.HttpContext.RequestAborted));
        if (form.Has("name")) (Typed, Link) = (Read(form, kept), (form["link"], form["link-title"]));
        // Of half a form nothing is saved: what did not arrive would be taken for emptied.
        if (form.IsCut) _problems.Add(Problem.TooMuchAtOnce(words));
        if (form.IsCut || Typed is null) return true;
        var saved = await talks.Save(token, Typed);
        if (!saved.Ok) return false;
        _problems.InsertRange(0, saved.Value!.Faults.Select(fault => Problem.Of(fault, words)));
        if (form["link"].Length > 0) await AddLink(token, form["link"], form["link-title"]);
        if (Guid.TryParse(form["remove"], out var item)) await talks.Remove(token, item);
        if (Guid.TryParse(form["keep-back"], out var back)) await portal.Release(token, back, isPublic: false);
        if (Guid.TryParse(form["release"], out var released)) await portal.Release(token, released, isPublic: true);
        if (form["remove-photo"].Length > 0) await photos.Remove(token);
        return true;
    }

    private async Task File(string token, UploadedFile file, CancellationToken stop)
    {
        var saved = await store.Save(file.Content, file.Name, stop);
        if (saved.No is { } refused) _problems.Add(Problem.Of(file.Name, refused, words));
        else if (await talks.AddFile(token, saved.Value!) is not null) _problems.Add(Problem.TooManyItems(words));
    }

    /// <summary>The fields of the crop stand before the file in the form; without them the middle is kept.</summary>
    private async Task Photo(string token, UploadForm form, UploadedFile file, CancellationToken stop)
    {
        var bytes = new byte[Picture.MostBytes + 1];
        var length = await file.Content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        var part = form["size"].Length == 0 ? Square.Middle : new Square(Part(form["left"]), Part(form["top"]), Part(form["size"]));
        if ((await photos.Set(token, bytes.AsSpan(0, length).ToArray(), part, stop)).No is { } no) _problems.Add(Problem.Of(no, words));

        static double Part(string typed) => double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) ? part : double.NaN;
    }

    private async Task AddLink(string token, string url, string title)
    {
        if (await talks.AddLink(token, url, title) is not { } no) Link = default;
        else _problems.Add(no == SpeakerRefusal.NotALink ? Problem.NotALink(words) : Problem.TooManyItems(words));
    }

    /// <summary>A box that is not ticked is not sent: whether the page asked for consent is told by the list of licences beside the boxes.</summary>
    private static TalkForm Read(UploadForm form, TalkForm kept)
    {
        var asked = form.Has("licence");
        return new(form["name"], form.Has("title") ? form["title"] : kept.Title, form.Has("abstract") ? form["abstract"] : kept.Abstract,
            form["line"], form["bio"], form["links"],
            asked ? form["licence"] : kept.Licence, asked ? form["record"].Length > 0 : kept.MayRecord, asked ? form["publish"].Length > 0 : kept.MayPublish)
        {
            Organisation = Or("organisation", kept.Organisation),
            Pronouns = Or("pronouns", kept.Pronouns),
            NameSaid = Or("name-said", kept.NameSaid),
            RoomNeeds = Or("room-needs", kept.RoomNeeds),
            ShowsPage = form.Has("page-asked") ? form["page"].Length > 0 : kept.ShowsPage,
        };

        string? Or(string name, string? saved) => form.Has(name) ? form[name] : saved;
    }
}
