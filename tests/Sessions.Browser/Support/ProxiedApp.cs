namespace Sessions.Browser.Support;

/// <summary>The app with nginx in front of it: <c>IClassFixture&lt;ProxiedApp&gt;</c>.</summary>
public sealed class ProxiedApp : IAsyncLifetime
{
    private readonly Nginx nginx = new();

    public RunningApp App { get; } = new();

    /// <summary>Where people reach it: by https, through nginx.</summary>
    public Uri Address => nginx.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is null || Nginx.Executable is null)
            return;
        App.Settings["Site__PublicUrl"] = Address.GetLeftPart(UriPartial.Authority);
        App.Settings["Proxy__Trusted"] = "127.0.0.1";
        App.Settings["SignUp__NetworkBurst"] = "2";
        App.Settings["SignUp__NetworkPerMinute"] = "1";
        await App.InitializeAsync();
        await nginx.Start(App.Address);
    }

    public async Task DisposeAsync()
    {
        nginx.Dispose();
        await App.DisposeAsync();
    }
}
