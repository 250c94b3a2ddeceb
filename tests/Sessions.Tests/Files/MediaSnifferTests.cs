using System.Text;
using Sessions.Files;

namespace Sessions.Tests.Files;

public sealed class MediaSnifferTests
{
    public static TheoryData<byte[], string, string> Taken => new()
    {
        { Samples.Pdf, "slides.pdf", "application/pdf" },
        { Samples.Pptx, "slides.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { Samples.Docx, "notes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { Samples.Xlsx, "table.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { Samples.Odp, "slides.odp", "application/vnd.oasis.opendocument.presentation" },
        { Samples.Png, "a.png", "image/png" },
        { Samples.Jpeg, "a.jpg", "image/jpeg" },
        { Samples.Mp4, "a.mp4", "video/mp4" },
        { Samples.M4a, "a.m4a", "audio/mp4" },
        { Samples.WebM, "a.webm", "video/webm" },
        { Samples.Ogg, "a.ogg", "audio/ogg" },
        { Samples.Mp3, "a.mp3", "audio/mpeg" },
        { Samples.BareMp3, "a.mp3", "audio/mpeg" },
        { Samples.Text("hour;people\n1;2\n"), "a.csv", "text/csv" },
        { Samples.Text("Grüße, 3 < 4 and 5 > 2\n"), "a.txt", "text/plain" },
        { Samples.Text("\uFEFFhour,people\n"), "a.csv", "text/csv" },
    };

    [Theory, MemberData(nameof(Taken))]
    public void The_content_decides_what_a_file_is_whatever_its_name_says(byte[] bytes, string name, string mediaType)
    {
        Assert.Equal(mediaType, Decide(bytes, name).Value?.MediaType);
        if (!mediaType.StartsWith("text/", StringComparison.Ordinal)) Assert.Equal(mediaType, Decide(bytes, "page.html").Value?.MediaType);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>x</title>", "a.txt")]
    [InlineData("\uFEFF \r\n<HTML><body>x", "a.pdf")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "a.png")]
    [InlineData("<?xml version='1.0'?><html/>", "a.csv")]
    [InlineData("Dear all,\n<script>alert(1)</script>", "a.txt")]
    [InlineData("<!-- x --><b>bold</b>", "a.txt")]
    [InlineData("#!/bin/sh\nrm -r /\n", "a.txt")]
    [InlineData("alert(1)", "a.js")]
    [InlineData("WScript.Echo 1", "a.vbs")]
    [InlineData("anything", "page.HTML ")]
    public void What_a_browser_or_a_shell_would_run_is_refused(string text, string name) =>
        Assert.Equal(FileRefusal.Active, Decide(Samples.Text(text), name).No);

    [Fact]
    public void A_picture_that_is_a_page_as_well_is_refused()
    {
        Assert.Equal(FileRefusal.Active, Decide([.. Samples.Png, .. "<html><script>alert(1)</script>"u8], "a.png").No);
        Assert.Equal(FileRefusal.Active, Decide([.. Samples.Jpeg[..4], .. "\0\0<ScRiPt src=x>"u8, .. Samples.Jpeg], "a.jpg").No);
        Assert.Equal(FileRefusal.Active, Decide([.. "%PDF-1.7 <!doctype html>"u8, .. Samples.Pdf], "a.pdf").No);
    }

    [Fact]
    public void A_picture_that_is_an_archive_as_well_is_refused() =>
        Assert.Equal(FileRefusal.TwoInOne, Decide([.. Samples.Png, .. Samples.Zip("a.class")], "a.png").No);

    [Theory]
    [InlineData("ppt/presentation.xml", "ppt/vbaProject.bin")]
    [InlineData("xl/workbook.xml", "xl/VBAPROJECT.BIN")]
    [InlineData("xl/workbook.xml", "xl/macrosheets/sheet1.xml")]
    [InlineData("word/document.xml", "word\\vbaData.xml")]
    public void Macros_are_found_by_their_parts_under_any_name(string main, string macro)
    {
        Assert.Equal(FileRefusal.HasMacros, Decide(Samples.Zip(main, macro), "slides.pptx").No);
        Assert.Equal(FileRefusal.HasMacros, Decide(Samples.Zip(macro, main), "slides.pptx").No);
    }

    [Fact]
    public void Macros_in_an_open_document_are_found() =>
        Assert.Equal(FileRefusal.HasMacros, Decide(Samples.OpenDocumentZip("presentation", "Basic/script-lc.xml"), "slides.odp").No);

    [Fact]
    public void Archives_are_refused()
    {
        Assert.Equal(FileRefusal.Archive, Decide(Samples.Zip("readme.txt", "data.csv"), "slides.pptx").No);
        Assert.Equal(FileRefusal.Archive, Decide(Samples.Zip([]), "a.zip").No);
        Assert.Equal(FileRefusal.Archive, Decide([0x1f, 0x8b, 8, 0], "a.gz").No);
    }

    [Fact]
    public void What_is_nothing_we_know_is_refused()
    {
        Assert.Equal(FileRefusal.Empty, Decide([], "a.pdf").No);
        Assert.Equal(FileRefusal.UnknownType, Decide("MZ\x90\0\x03"u8.ToArray(), "slides.pdf").No);
        Assert.Equal(FileRefusal.UnknownType, Decide("PK\x03\x04 cut short"u8.ToArray(), "slides.pptx").No);
        Assert.Equal(FileRefusal.UnknownType, Decide([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "a.mp4").No);
        Assert.Equal(FileRefusal.UnknownType, Decide([.. Encoding.ASCII.GetBytes(new string('a', 100_000)), 0], "a.txt").No);
    }

    [Fact]
    public void A_damaged_directory_of_an_office_file_is_refused_and_not_believed()
    {
        var bytes = Samples.Pptx;
        var entry = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        bytes[entry] = 0;
        Assert.Equal(FileRefusal.UnknownType, Decide(bytes, "slides.pptx").No);
    }

    private static Answer<FileType, FileRefusal> Decide(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        return MediaSniffer.Decide(stream, name);
    }
}
