using Microsoft.EntityFrameworkCore;
using Sessions.People;

namespace Sessions.Data.Tables;

internal static class PeopleTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(p => p.Address).HasMaxLength(254);
            person.Property(p => p.Name).HasMaxLength(200);
            person.Property(p => p.Slug).HasMaxLength(100);
            person.Property(p => p.Line).HasMaxLength(300);
            person.Property(p => p.PhotoTag).HasMaxLength(PhotoTags.Length);
            person.HasIndex(p => p.Address).IsUnique();
            person.HasIndex(p => p.Slug).IsUnique();
            person.HasIndex(p => p.Name);
            person.HasIndex(p => p.MergedIntoId);
        });
        model.Entity<PersonNote>(note =>
        {
            note.ToTable("person_notes");
            note.Property(n => n.Text).HasMaxLength(PersonNote.LongestText);
            note.HasIndex(n => new { n.PersonId, n.SeriesId });
            note.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        });
        model.Entity<Photo>(photo =>
        {
            photo.ToTable("photos");
            photo.HasKey(p => p.PersonId);
            photo.HasOne<Person>().WithOne().HasForeignKey<Photo>(p => p.PersonId);
        });
        model.Entity<HostGrant>(grant =>
        {
            grant.ToTable("host_grants");
            grant.HasIndex(g => new { g.PersonId, g.SeriesId, g.Role }).IsUnique();
            grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
        });
        model.Entity<SignIn>(signIn =>
        {
            signIn.ToTable("sign_ins");
            signIn.Property(s => s.Device).HasMaxLength(SignIn.LongestDevice);
            signIn.HasIndex(s => s.PersonId);
            signIn.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        });
        model.Entity<Credential>(credential =>
        {
            credential.ToTable("credentials");
            credential.Property(c => c.CredentialId).HasMaxLength(Credential.LongestCredentialId);
            credential.Property(c => c.PublicKey).HasMaxLength(Credential.LongestPublicKey);
            credential.Property(c => c.Transports).HasMaxLength(Credential.LongestTransports);
            credential.Property(c => c.Name).HasMaxLength(Credential.LongestName);
            credential.HasIndex(c => c.CredentialId).IsUnique();
            credential.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("one_time_links");
            link.Property(l => l.Hash).HasMaxLength(32);
            link.HasIndex(l => l.Hash).IsUnique();
        });
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("api_tokens");
            token.Property(t => t.Name).HasMaxLength(ApiToken.LongestName);
            token.Property(t => t.Hash).HasMaxLength(32);
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasOne(t => t.Person).WithMany().HasForeignKey(t => t.PersonId);
        });
        model.Entity<ApiRequest>(request =>
        {
            request.ToTable("api_requests");
            request.HasKey(r => new { r.TokenId, r.Key });
            request.Property(r => r.Key).HasMaxLength(ApiRequest.LongestKey);
            request.Property(r => r.Hash).HasMaxLength(32);
            request.HasIndex(r => r.CreatedAt);
            request.HasOne<ApiToken>().WithMany().HasForeignKey(r => r.TokenId);
        });
        model.Entity<FormDraft>(draft =>
        {
            draft.ToTable("form_drafts");
            draft.HasKey(d => new { d.PersonId, d.Form });
            draft.Property(d => d.Form).HasMaxLength(FormDraft.LongestForm);
            draft.Property(d => d.Basis).HasMaxLength(FormDraft.LongestForm);
            draft.HasIndex(d => d.SavedAt);
            draft.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit");
            entry.Property(e => e.Text).HasMaxLength(500);
            entry.HasIndex(e => new { e.SeriesId, e.At });
            entry.HasIndex(e => new { e.SessionId, e.At });
        });
    }
}
