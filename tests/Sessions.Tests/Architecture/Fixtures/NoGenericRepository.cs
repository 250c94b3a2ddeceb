namespace Broken.NoGenericRepository.Sessions.People;

internal sealed class Repository<T>
{
    public T? Found { get; set; }
}

internal sealed class FinePeople;
