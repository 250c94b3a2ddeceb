using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Archive.Counts;
using Sessions.Archive.Links;
using Sessions.Archive.Media;
using Sessions.Archive.Reports;
using Sessions.Scheduling;

namespace Sessions.Data.Tables;

internal static class ArchiveTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("files");
            file.Property(f => f.Name).HasMaxLength(255);
            file.Property(f => f.MediaType).HasMaxLength(100);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.HasIndex(f => f.SessionId);
        });
        model.Entity<Recording>(recording =>
        {
            recording.ToTable("recordings");
            recording.Property(r => r.Url).HasMaxLength(2000);
            recording.Property(r => r.Title).HasMaxLength(300);
            recording.HasIndex(r => r.SessionId);
            recording.HasOne(r => r.File).WithMany().HasForeignKey(r => r.FileId);
            // A poster that is being made while its recording is removed must not stay behind: whoever removes or writes it did see what there is.
            recording.Property(r => r.PosterId).IsConcurrencyToken();
            recording.Property(r => r.AudioId).IsConcurrencyToken();
            recording.HasOne(r => r.Poster).WithMany().HasForeignKey(r => r.PosterId);
            recording.HasOne(r => r.Audio).WithMany().HasForeignKey(r => r.AudioId);
        });
        model.Entity<MediaWork>(work =>
        {
            work.ToTable("media_work");
            work.HasKey(w => new { w.RecordingId, w.Step });
            work.Property(w => w.Said).HasMaxLength(MediaWork.LongestSaid);
            work.HasOne<Recording>().WithMany().HasForeignKey(w => w.RecordingId);
        });
        model.Entity<CaptionTrack>(track =>
        {
            track.ToTable("caption_tracks");
            track.Property(t => t.Language).HasMaxLength(CaptionLanguage.Longest);
            track.HasIndex(t => new { t.RecordingId, t.Language }).IsUnique();
            track.HasOne(t => t.Recording).WithMany().HasForeignKey(t => t.RecordingId);
        });
        model.Entity<FileUse>(use =>
        {
            use.ToTable("file_uses");
            use.HasKey(u => new { u.FileId, u.Day, u.Kind });
        });
        model.Entity<Report>(report =>
        {
            report.ToTable("reports");
            report.Property(r => r.Words).HasMaxLength(Report.LongestWords);
            report.Property(r => r.Url).HasMaxLength(Report.LongestUrl);
            report.Property(r => r.ReplyTo).HasMaxLength(254);
            report.HasIndex(r => new { r.SessionId, r.State });
            report.HasIndex(r => r.ReplyTo);
            report.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Resource>(resource =>
        {
            resource.ToTable("resources");
            resource.Property(r => r.Url).HasMaxLength(2000);
            resource.Property(r => r.Title).HasMaxLength(300);
            resource.HasIndex(r => r.SessionId);
            resource.Property(r => r.Author).HasMaxLength(Resource.LongestName);
            resource.Property(r => r.Organisation).HasMaxLength(Resource.LongestName);
            resource.Property(r => r.Contact).HasMaxLength(Resource.LongestSource);
            resource.Property(r => r.Source).HasMaxLength(Resource.LongestSource);
            resource.Property(r => r.Language).HasMaxLength(CaptionLanguage.Longest);
            resource.HasIndex(r => r.AppearanceId);
            resource.HasOne(r => r.File).WithMany().HasForeignKey(r => r.FileId);
        });
        model.Entity<ResourceVersion>(version =>
        {
            version.ToTable("resource_versions");
            version.Property(v => v.Url).HasMaxLength(2000);
            version.HasIndex(v => new { v.ResourceId, v.Number }).IsUnique();
            version.HasOne(v => v.Resource).WithMany().HasForeignKey(v => v.ResourceId);
            version.HasOne(v => v.File).WithMany().HasForeignKey(v => v.FileId);
        });
        model.Entity<LinkCheck>(check =>
        {
            check.ToTable("link_checks");
            check.Property(c => c.Url).HasMaxLength(2000);
            check.HasIndex(c => c.Url).IsUnique();
        });
        model.Entity<WriteUp>(writeUp =>
        {
            writeUp.ToTable("write_ups");
            writeUp.HasKey(w => w.SessionId);
            writeUp.Property(w => w.Url).HasMaxLength(2000);
        });
    }
}
