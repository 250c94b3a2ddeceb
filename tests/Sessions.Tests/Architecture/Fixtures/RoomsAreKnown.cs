namespace Broken.RoomsAreKnown.Sessions
{
    namespace Attic
    {
        internal sealed class Box;
    }

    namespace People
    {
        internal sealed class Fine;
    }
}
