using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Outbox;

public sealed class SlowDomainTests
{
    private const int Others = 6;
    private const int AtOnce = 8;
    private const int Kept = 2;

    private static readonly SendOutcome Ok = new SendOutcome.Delivered("250 ok");

    [Theory, EachDatabase]
    public async Task A_slow_domain_does_not_hold_up_the_others(DatabaseProvider provider)
    {
        await using var slow = new SlowServer();
        await using var rig = await OutboxRig.Create(provider, slow.Transport);
        using var lane = rig.Lane(new(UrgentOnly: false, AtOnce, Kept, Duration.FromMinutes(7)));
        await Owe(rig, "slow", "slow.example", 20);
        await Owe(rig, "other", "example.org", Others);

        using var stop = new CancellationTokenSource();
        var running = lane.Run(stop.Token);
        // Nobody knows yet: they have all hands.
        await Eventually.Holds(() => Task.FromResult(slow.Hanging == AtOnce));
        Assert.Equal(0, slow.Sent("example.org"));
        await Pass(rig, () => slow.Sent("example.org") == Others);
        Assert.Equal((AtOnce, Others), (slow.Hanging, slow.Sent("example.org")));

        // From now on the domain is known, and is served all the same.
        slow.Answer();
        await running;
        await Eventually.Holds(async () =>
        {
            await lane.Run(default);
            return slow.Hanging >= AtOnce - Kept;
        });
        await Owe(rig, "later", "example.org", Others);
        await Eventually.Holds(async () =>
        {
            await lane.Run(default);
            return slow.Sent("example.org") == 2 * Others;
        });
        Assert.Equal(AtOnce - Kept, slow.Hanging);

        slow.AnswerAll();
        await Eventually.Holds(async () =>
        {
            await lane.Run(default);
            return slow.Sent("slow.example") == 20;
        });
        await lane.Settle(Duration.FromMinutes(1));
    }

    /// <summary>The control: with no hand kept, the others wait until the slow ones have their answers.</summary>
    [Theory, EachDatabase]
    public async Task Without_hands_kept_for_others_a_slow_domain_holds_them_up(DatabaseProvider provider)
    {
        await using var slow = new SlowServer();
        await using var rig = await OutboxRig.Create(provider, slow.Transport);
        using var lane = rig.Lane(new(UrgentOnly: false, AtOnce, Kept: 0, Duration.FromMinutes(7)));
        await Owe(rig, "slow", "slow.example", 20);
        await Owe(rig, "other", "example.org", Others);

        using var stop = new CancellationTokenSource();
        var running = lane.Run(stop.Token);
        await Eventually.Holds(() => Task.FromResult(slow.Hanging == AtOnce));
        for (var i = 0; i < 5; i++)
        {
            rig.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(50);
        }

        Assert.Equal(0, slow.Sent("example.org"));
        slow.AnswerAll();
        await running;
        await lane.Settle(Duration.FromMinutes(1));
        Assert.Equal(Others, slow.Sent("example.org"));
    }

    [Theory, EachDatabase]
    public async Task A_fast_domain_has_all_hands(DatabaseProvider provider)
    {
        await using var server = new SlowServer();
        await using var rig = await OutboxRig.Create(provider, server.Transport);
        using var worker = rig.Worker();
        await Owe(rig, "slow", "slow.example", 20);

        // Each waits for the seven beside it, and none takes long.
        var running = worker.SendAll(default);
        for (var sent = 0; sent < 16; sent += AtOnce)
        {
            await Eventually.Holds(() => Task.FromResult(server.Hanging == AtOnce));
            server.Answer();
        }
        server.AnswerAll();
        await running;
        await worker.Settle(Duration.FromMinutes(1));

        Assert.Equal(20, server.Sent("slow.example"));
    }

    private static async Task Owe(OutboxRig rig, string name, string domain, int count)
    {
        foreach (var i in Enumerable.Range(0, count)) await rig.Owe($"{name}{i}", mail => mail with { Recipient = $"{name}{i}@{domain}" });
    }

    /// <summary>Ten seconds at a time, in which the lane may do its work.</summary>
    private static async Task Pass(OutboxRig rig, Func<bool> until)
    {
        for (var round = 0; round < 5 && !until(); round++)
        {
            rig.Time.Advance(TimeSpan.FromSeconds(10));
            for (var wait = 0; wait < 100 && !until(); wait++) await Task.Delay(20);
        }
    }

    /// <summary>Answers for slow.example only when told to.</summary>
    private sealed class SlowServer : IAsyncDisposable
    {
        private readonly Lock _lock = new();
        private readonly List<TaskCompletionSource<SendOutcome>> _hanging = [];
        private readonly Dictionary<string, int> _sent = [];
        private bool _isQuick;

        public SlowServer() => Transport = new(Send);

        public RecordingTransport Transport { get; }

        public int Hanging
        {
            get
            {
                lock (_lock) return _hanging.Count;
            }
        }

        public int Sent(string domain)
        {
            lock (_lock) return _sent.GetValueOrDefault(domain);
        }

        public void Answer()
        {
            lock (_lock)
            {
                foreach (var hanging in _hanging) hanging.SetResult(Ok);
                _hanging.Clear();
            }
        }

        public void AnswerAll()
        {
            lock (_lock) _isQuick = true;
            Answer();
        }

        public ValueTask DisposeAsync()
        {
            AnswerAll();
            return ValueTask.CompletedTask;
        }

        private async Task<SendOutcome> Send(OutgoingMail mail, CancellationToken stop)
        {
            var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_lock)
            {
                if (_isQuick || mail.Recipient.Domain != "slow.example") answer.SetResult(Ok);
                else _hanging.Add(answer);
            }
            var outcome = await answer.Task.WaitAsync(stop);
            lock (_lock) _sent[mail.Recipient.Domain] = _sent.GetValueOrDefault(mail.Recipient.Domain) + 1;
            return outcome;
        }
    }
}
