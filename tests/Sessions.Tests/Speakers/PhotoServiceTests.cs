using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Sessions.Data;
using Sessions.Files;
using Sessions.Speakers;
using Sessions.Tests.Files;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Speakers;

public sealed class PhotoServiceTests
{
    [Theory, EachDatabase]
    public async Task A_photo_is_seen_by_everybody_once_its_owner_is_on_a_public_programme(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        Assert.True((await Set(site, 300)).Ok);
        var tag = await Tag(site);

        Assert.NotNull(await Public(site, tag));
        Assert.Null(await site.Get<PhotoQueries>().Public("somebody-else", tag));
        await site.Get<TalkService>().Decline(site.Known.Speak, null);
        Assert.Null(await Public(site, tag));
        Assert.NotNull(await site.Get<PhotoQueries>().Own(site.Known.Speak, TimeProvider.System.Now()));
        await site.Get<TalkService>().Accept(site.Known.Speak);
        Assert.NotNull(await Public(site, tag));
    }

    [Theory, EachDatabase]
    public async Task Another_one_takes_its_place_and_a_removed_one_is_gone(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        await Set(site, 300);
        var first = await Tag(site);
        await site.Get<PhotoService>().Set(site.Known.Speak, PictureTests.Drawn(300, 300, SKEncodedImageFormat.Png), new Square(0, 0, 0.4));
        var second = await Tag(site);

        Assert.NotEqual(first, second);
        Assert.Null(await Public(site, first));
        Assert.NotNull(await Public(site, second));
        Assert.True((await site.Get<PhotoService>().Remove(site.Known.Speak)).Ok);
        Assert.Null(await Public(site, second));
        await using var db = site.Database.Read();
        Assert.Equal(0, await db.Photos.CountAsync());
        Assert.Equal(4, await db.Audit.CountAsync(a => a.Text.EndsWith("photo")));
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_leaves_the_photo_as_it_was(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        await Set(site, 300);
        var tag = await Tag(site);

        Assert.Equal(PhotoRefusal.NotAPicture, (await site.Get<PhotoService>().Set(site.Known.Speak, Sessions.Tests.Files.Samples.Pdf, Square.Middle)).No);
        Assert.Equal(PhotoRefusal.TooSmall, (await Set(site, 50)).No);
        Assert.Equal(PhotoRefusal.LinkNotOpen, (await site.Get<PhotoService>().Set(site.Known.My, PictureTests.Drawn(300, 300, SKEncodedImageFormat.Png), Square.Middle)).No);
        Assert.Equal(PhotoRefusal.LinkNotOpen, (await site.Get<PhotoService>().Remove("nobody")).No);
        Assert.Equal(tag, await Tag(site));
    }

    [Fact]
    public async Task It_comes_in_with_the_form_and_stands_on_the_pages()
    {
        await using var site = await WholeSite.Open();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("name", "Kim Example"), ("line", "Director"), ("bio", "Kim counts."), ("links", ""), ("left", "0"), ("top", "0"), ("size", "0.5") }) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(PictureTests.WithExif(PictureTests.Drawn(600, 400, SKEncodedImageFormat.Jpeg), 1)), "photo", "me.jpg");

        using var saved = await site.Client.PostAsync(new Uri($"/speak/{site.Known.Speak}", UriKind.Relative), form);
        Assert.Equal(303, (int)saved.StatusCode);
        var path = $"/people/{site.Known.SpeakerSlug}/{await Tag(site)}.jpg";
        foreach (var page in new[] { $"/people/{site.Known.SpeakerSlug}", "/series/open/1" })
            Assert.Contains($"src=\"{path}\"", await site.Client.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        using var photo = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(("image/jpeg", "nosniff"), (photo.Content.Headers.ContentType?.MediaType, photo.Headers.GetValues("X-Content-Type-Options").Single()));
        await using var db = site.Database.Read();
        Assert.Empty(await db.Resources.Where(r => r.Title == "me.jpg").ToListAsync());

        using var bad = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("name", "Kim the Second"), ("line", ""), ("bio", ""), ("links", "") }) bad.Add(new StringContent(value), name);
        bad.Add(new ByteArrayContent("no photo"u8.ToArray()), "photo", "me.jpg");
        using var refused = await site.Client.PostAsync(new Uri($"/speak/{site.Known.Speak}", UriKind.Relative), bad);
        var said = await refused.Content.ReadAsStringAsync();
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("This is no photo we can read", said, StringComparison.Ordinal);
        Assert.Contains("Kim the Second", said, StringComparison.Ordinal);
    }

    private static Task<Answer<bool, PhotoRefusal>> Set(WholeSite site, int side) =>
        site.Get<PhotoService>().Set(site.Known.Speak, PictureTests.Drawn(side, side, SKEncodedImageFormat.Jpeg), Square.Middle);

    private static Task<byte[]?> Public(WholeSite site, string tag) => site.Get<PhotoQueries>().Public(site.Known.SpeakerSlug, tag);

    private static async Task<string> Tag(WholeSite site)
    {
        await using var db = site.Database.Read();
        return (await db.People.SingleAsync(p => p.Slug == site.Known.SpeakerSlug)).PhotoTag!;
    }
}
