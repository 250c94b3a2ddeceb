using NodaTime;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Invitations;

public sealed class InvitationPlanTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 12, 0);
    private static readonly WantedSlot Held = new(SlotState.Held, Now + Duration.FromDays(7), Now + Duration.FromDays(7) + Duration.FromHours(1), "a");

    [Fact]
    public void A_calendar_that_keeps_the_rules_always_ends_up_with_what_is_wanted()
    {
        var random = new Random(20261120);
        var lives = Scale.Of(2_000, 50_000);
        for (var life = 0; life < lives; life++)
        {
            var calendar = new ModelCalendar();
            var (wanted, now, uid) = (Held, Now, 0);
            ToldSlot? told = null;
            for (var step = 0; step < 12; step++)
            {
                now += Duration.FromMilliseconds(random.Next(0, 3) * random.Next(0, 5_000));
                wanted = Change(wanted, random);
                foreach (var message in InvitationPlan.Plan(told, wanted, now))
                {
                    if (message.IsNewEntry) (uid, told) = (uid + 1, null);
                    Keeps_the_numbers(told, message);
                    // Mail may come twice and late: a repeat must change nothing.
                    calendar.Read(uid, message);
                    calendar.Read(uid, message);
                    told = message.Tells;
                }

                Assert.Equal(wanted.State == SlotState.Held ? (wanted.Start, wanted.End, wanted.Hash) : null, calendar.Shows());
            }
        }

        Measurements.Note("Random lives of an invitation, mail coming twice and late", $"{lives:N0} lives of 12 changes: the calendar ends right after each");
    }

    [Fact]
    public void Messages_read_in_any_order_leave_the_calendar_right()
    {
        var moved = Held with { Start = Held.Start + Duration.FromHours(1), End = Held.End + Duration.FromHours(1) };
        var first = Assert.Single(InvitationPlan.Plan(null, Held, Now));
        var second = Assert.Single(InvitationPlan.Plan(first.Tells, moved, Now));
        var third = Assert.Single(InvitationPlan.Plan(second.Tells, moved with { Hash = "b" }, Now));
        foreach (var order in new[] { new[] { third, first, second }, [second, third, first], [third, second, first], [first, third, second] })
        {
            var calendar = new ModelCalendar();
            foreach (var message in order) calendar.Read(0, message);
            Assert.Equal((moved.Start, moved.End, "b"), calendar.Shows());
        }
    }

    [Fact]
    public void A_new_title_keeps_the_number_and_a_new_hour_raises_it_and_asks_again()
    {
        var first = Assert.Single(InvitationPlan.Plan(null, Held, Now));
        var title = Assert.Single(InvitationPlan.Plan(first.Tells, Held with { Hash = "b" }, Now));
        var hour = Assert.Single(InvitationPlan.Plan(title.Tells, Held with { End = Held.End + Duration.FromMinutes(30), Hash = "b" }, Now));

        Assert.Equal((0, 0, 1), (first.Tells.Sequence, title.Tells.Sequence, hour.Tells.Sequence));
        Assert.Equal((false, false, true), (first.AsksAgain, title.AsksAgain, hour.AsksAgain));
        Assert.True(first.Tells.Dtstamp < title.Tells.Dtstamp && title.Tells.Dtstamp < hour.Tells.Dtstamp);
    }

    [Fact]
    public void Only_a_session_that_does_not_take_place_is_cancelled_with_a_status()
    {
        var told = InvitationPlan.Plan(null, Held, Now)[0].Tells;

        var left = Assert.Single(InvitationPlan.Plan(told, Held with { State = SlotState.Left }, Now));
        var cancelled = Assert.Single(InvitationPlan.Plan(told, Held with { State = SlotState.Cancelled }, Now));

        Assert.Equal((Method.Cancel, (EventStatus?)null, 1), (left.Method, left.Status, left.Tells.Sequence));
        Assert.Equal((Method.Cancel, EventStatus.Cancelled, 1), (cancelled.Method, cancelled.Status, cancelled.Tells.Sequence));
    }

    [Fact]
    public void Coming_back_is_a_new_entry_and_a_reinstated_session_the_old_one()
    {
        var told = InvitationPlan.Plan(null, Held, Now)[0].Tells;
        var left = InvitationPlan.Plan(told, Held with { State = SlotState.Left }, Now)[0].Tells;
        var cancelled = InvitationPlan.Plan(told, Held with { State = SlotState.Cancelled }, Now)[0].Tells;

        var back = Assert.Single(InvitationPlan.Plan(left, Held, Now));
        var reinstated = Assert.Single(InvitationPlan.Plan(cancelled, Held, Now));

        Assert.Equal((true, 0), (back.IsNewEntry, back.Tells.Sequence));
        Assert.Equal((false, 2), (reinstated.IsNewEntry, reinstated.Tells.Sequence));
        Assert.Empty(InvitationPlan.Plan(left, Held with { State = SlotState.Cancelled }, Now));
        Assert.Empty(InvitationPlan.Plan(null, Held with { State = SlotState.Left }, Now));
    }

    private static WantedSlot Change(WantedSlot wanted, Random random) => random.Next(7) switch
    {
        0 => wanted with { Start = Held.Start + Duration.FromMinutes(30 * random.Next(3)), End = Held.End + Duration.FromMinutes(30 * random.Next(4)) },
        1 => wanted with { Hash = $"{(char)('a' + random.Next(3))}" },
        2 => wanted with { State = SlotState.Left },
        3 => wanted with { State = SlotState.Cancelled },
        4 => wanted with { Again = !wanted.Again },
        _ => wanted with { State = SlotState.Held },
    };

    /// <summary>RFC 5546 2.1.4, the other way round: nothing but time, status and CANCEL raises the number.</summary>
    private static void Keeps_the_numbers(ToldSlot? told, InvitationMessage message)
    {
        if (told is null)
        {
            Assert.Equal(0, message.Tells.Sequence);
            return;
        }

        var rises = message.Method == Method.Cancel || told.State != message.Tells.State || (told.Start, told.End) != (message.Tells.Start, message.Tells.End);
        Assert.Equal(told.Sequence + (rises ? 1 : 0), message.Tells.Sequence);
        Assert.True(message.Tells.Dtstamp > told.Dtstamp);
    }

    /// <summary>What a client does with the messages: older ones lose (RFC 5546 2.1.5), CANCEL takes the entry away.</summary>
    private sealed class ModelCalendar
    {
        private readonly Dictionary<int, InvitationMessage> _entries = [];

        public void Read(int uid, InvitationMessage message)
        {
            if (_entries.TryGetValue(uid, out var known)
                && (message.Tells.Sequence, message.Tells.Dtstamp).CompareTo((known.Tells.Sequence, known.Tells.Dtstamp)) < 0) return;
            _entries[uid] = message;
        }

        public (Instant Start, Instant End, string Hash)? Shows()
        {
            var shown = _entries.Values.Where(m => m.Method == Method.Request).ToList();
            Assert.InRange(shown.Count, 0, 1);
            return shown.Count == 0 ? null : (shown[0].Tells.Start, shown[0].Tells.End, shown[0].Tells.Hash);
        }
    }
}
