using System.Text;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

public sealed class MimeHeaderTests
{
    private static readonly string[] Subjects =
    [
        "Your place",
        "Tools & Methods in Open Health Data: what we learned from one hundred and twenty-three sessions, and what comes next for all",
        "Żółć and 🌊🏳️‍🌈 emoji",
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 60)),
        new('x', 10_000),
        string.Join(' ', Enumerable.Repeat("words", 2_000)),
        "looks =?UTF-8?B?YQ==?= encoded",
        "two  spaces",
        "日本語のとても長い件名" + new string('語', 300),
    ];

    private static readonly string[] Names =
    [
        "Kestrel", "van der Berg, J.", "The \"Open\" Data \\ Club", "Žofie Nováková", "=?UTF-8?Q?x?=", "Host <host@example.org>", "a;b:c", "(comment)", "🌊",
        "A community with a name that goes on for much longer than one line of a header may ever be allowed to be",
    ];

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\r\n ", "\u2028", "\u2029", "\u0085", "\0", "\v\f"];

    [NeedsFact(Component.Python)]
    public void Subjects_of_any_length_and_script_read_back_as_written()
    {
        foreach (var subject in Subjects)
            Assert.Equal(subject, Read(Samples.Message() with { Subject = subject })["Subject"]);
    }

    [NeedsFact(Component.Python)]
    public void Names_of_any_kind_read_back_as_written_beside_one_address()
    {
        foreach (var name in Names)
        {
            var message = Samples.Message();
            var read = Read(message with { To = message.To with { Name = name } });
            Assert.Equal(new PeerMailbox(name, "kestrel@example.org"), read.To);
        }
    }

    [NeedsFact(Component.Python)]
    public void No_line_end_in_a_subject_a_name_or_a_file_name_makes_a_header()
    {
        var expected = Read(Samples.Message()).Headers.Select(header => header.Name);
        foreach (var end in LineEnds)
        {
            var attack = $"Hello{end}Bcc: <victim@example.org>{end}{end}body";
            var message = Samples.Message() with { Subject = attack, Calendar = new CalendarPart("REQUEST", Samples.Calendar, attack) };
            message = message with { From = message.From with { Name = attack }, To = message.To with { Name = attack } };

            var read = Read(message);

            Assert.Equal(expected, read.Headers.Select(header => header.Name));
            Assert.Matches("^Hello Bcc: <victim@example.org> +body$", read["Subject"]);
            Assert.Matches("^Hello Bcc: <victim@example.org> +body$", read.To!.Name);
            Assert.Equal("kestrel@example.org", read.To.Address);
            Assert.Equal(2, read.Body.Parts.Count);
        }
    }

    [NeedsFact(Component.Python)]
    public void A_file_name_may_be_long_and_in_any_script()
    {
        foreach (var name in (string[])["invite.ics", "Žluťoučký 🌊 kůň.ics", new string('é', 200) + ".ics", "a~b'c*d%20 (e).ics", "quo\"te.ics"])
        {
            var read = Read(Samples.Message() with { Calendar = new CalendarPart("REQUEST", Samples.Calendar, name) });
            Assert.Equal(name, read.Body.Parts[1].FileName);
        }
    }

    [Fact]
    public void A_word_that_turns_the_reading_direction_around_is_shown_as_it_is()
    {
        var bytes = MimeWriter.Write(Samples.Message() with { Subject = "invoice\u202Egpj.exe" });

        Assert.Contains("Subject: invoice gpj.exe\r\n", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    private static PeerMail Read(MailMessage message)
    {
        var bytes = MimeWriter.Write(message);
        MimeRules.Check(bytes);
        return PeerMail.Read(bytes);
    }
}
