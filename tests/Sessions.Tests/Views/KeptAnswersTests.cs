using Sessions.Views;

namespace Sessions.Tests.Views;

public sealed class KeptAnswersTests
{
    private readonly KeptAnswers<string, string> _kept = new();
    private int _asked;

    [Fact]
    public async Task What_was_found_is_asked_once_until_the_version_rises()
    {
        Assert.Equal("a", await Get(1, "a"));
        Assert.Equal("a", await Get(1, "other"));
        Assert.Equal(1, _asked);
        Assert.Equal("other", await Get(2, "other"));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task What_was_not_found_is_asked_again()
    {
        Assert.Null(await Get(1, null));
        Assert.Equal("now", await Get(1, "now"));
    }

    [Fact]
    public async Task An_answer_that_an_edit_overtook_is_kept_for_nobody()
    {
        var slow = new TaskCompletionSource<string?>();
        var old = _kept.Get(1, "key", () => slow.Task);
        Assert.Equal("new", await Get(2, "new"));
        slow.SetResult("old");

        Assert.Equal("old", await old);
        Assert.Equal("new", await Get(2, "newer"));
    }

    private Task<string?> Get(long version, string? answer) => _kept.Get(version, "key", () =>
    {
        _asked++;
        return Task.FromResult(answer);
    });
}
