using Microsoft.EntityFrameworkCore;

namespace Broken.EntitiesAreInternal.Sessions.Data;

public sealed class SessionsDb : DbContext
{
    public DbSet<FineDraft> Drafts => Set<FineDraft>();
}

public abstract class Database;

internal sealed class DraftsDb : DbContext
{
    public DbSet<FineDraft> Drafts => Set<FineDraft>();
}

internal sealed class NotesDbFine : DbContext
{
    public DbSet<FineNote> Notes => Set<FineNote>();
}

public sealed class FineDraft;

internal sealed class FineNote;
