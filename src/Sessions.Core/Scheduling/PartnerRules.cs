namespace Sessions.Scheduling;

internal static class PartnerRules
{
    public const int Most = 200;
    public const int LongestName = 200;
    public const int LongestWhat = 300;

    public static PartnerRefusal? Check(PartnerForm form) => form switch
    {
        { Kind: var kind } when !Enum.IsDefined(kind) => PartnerRefusal.KindUnknown,
        { Name: var name } when TypedText.Line(name) is null => PartnerRefusal.NameMissing,
        { Name.Length: > LongestName } or { What.Length: > LongestWhat } => PartnerRefusal.TooLong,
        { Url: var url } when !SeriesRules.IsLink(TypedText.Line(url)) => PartnerRefusal.NotALink,
        { From: { } from, To: { } to } when to < from => PartnerRefusal.DatesReversed,
        _ => null,
    };

    public static void Apply(PartnerForm form, Partner partner)
    {
        partner.Kind = form.Kind;
        partner.Name = TypedText.Line(form.Name)!;
        partner.Url = TypedText.Line(form.Url);
        partner.What = TypedText.Line(form.What);
        (partner.From, partner.To) = (form.From, form.To);
    }
}
