namespace Sessions.Scheduling;

public enum RunningOrderKind
{
    Welcome = 1,
    Notices = 2,
    Talk = 3,
    Questions = 4,
    Break = 5,
    Close = 6,
    Other = 7,
}
