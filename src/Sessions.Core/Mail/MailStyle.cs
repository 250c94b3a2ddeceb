namespace Sessions.Mail;

internal static class MailStyle
{
    /// <summary>One short sheet: mail readers drop what is linked, and some drop a sheet over 8 KiB.</summary>
    public const string Css = """
        body { margin: 0; padding: 24px 16px; background: #eef3f1; color: #15211e; font: 16px/1.55 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
        .mail { max-width: 600px; margin: 0 auto; background: #ffffff; border-top: 6px solid #0d3b33; overflow-wrap: break-word; }
        .part { padding: 0 32px 24px; }
        .part:first-child { padding-top: 28px; }
        h1 { margin: 4px 0 16px; font: normal 30px/1.15 "Iowan Old Style", P052, "Palatino Linotype", Palatino, Georgia, serif; }
        p, ul { margin: 0 0 12px; }
        ul { padding-left: 20px; }
        .when { padding: 16px 20px; background: #e3efeb; border-left: 4px solid #0d5f50; }
        .when p { margin: 0; }
        .go { display: inline-block; padding: 13px 24px; background: #0d5f50; color: #ffffff; font-weight: 600; text-decoration: none; border-radius: 8px; }
        .quiet { color: #51605c; font-size: 14px; }
        .foot { border-top: 1px solid #d5dfdc; padding-top: 20px; }
        a { color: #0d5f50; }
        a.go { color: #ffffff; }
        @media (prefers-color-scheme: dark) {
        body { background: #0e1614; color: #e6efec; }
        .mail { background: #16211e; border-color: #7fd3bd; }
        .when { background: #1d3630; border-color: #7fd3bd; }
        .quiet { color: #a9b8b3; }
        .foot { border-color: #33413d; }
        a { color: #8adbc7; }
        .go, a.go { background: #8adbc7; color: #0d211c; }
        }
        @media (max-width: 480px) { body { padding: 0; } .part { padding-left: 20px; padding-right: 20px; } h1 { font-size: 26px; } }
        """;
}
