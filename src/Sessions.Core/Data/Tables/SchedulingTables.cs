using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sessions.Scheduling;

namespace Sessions.Data.Tables;

internal static class SchedulingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Series>(series =>
        {
            series.ToTable("series");
            series.Property(s => s.Slug).HasMaxLength(80);
            series.Property(s => s.Name).HasMaxLength(200);
            series.Property(s => s.Hashtag).HasMaxLength(80);
            series.Property(s => s.Zone).HasMaxLength(64);
            series.Property(s => s.Rule).HasMaxLength(200);
            series.Property(s => s.ExtraDates).HasConversion<DateListConverter>().HasDefaultValue(DateList.None);
            series.Property(s => s.SkippedDates).HasConversion<DateListConverter>().HasDefaultValue(DateList.None);
            series.Property(s => s.Region).HasMaxLength(10);
            series.Ignore(s => s.State);
            series.HasIndex(s => s.Slug).IsUnique();
            series.HasIndex(s => new { s.IsSample, s.CreatedAt });
            series.ComplexProperty(s => s.Venue, Venue);
            series.ComplexProperty(s => s.Terms, terms =>
            {
                terms.Property(t => t.OfferHours).HasColumnName("OfferHours");
                terms.Property(t => t.ReminderHours).HasColumnName("ReminderHours");
                terms.Property(t => t.FollowUpHours).HasColumnName("FollowUpHours");
                terms.Property(t => t.KeepMonths).HasColumnName("KeepMonths");
                terms.Property(t => t.CallMinutes).HasColumnName("CallMinutes");
                terms.Property(t => t.TakesProposals).HasColumnName("TakesProposals");
            });
            series.ComplexProperty(s => s.Dues, dues =>
            {
                dues.Ignore(d => d.IsFit);
                dues.Property(d => d.Answer).HasColumnName("AnswerDue");
                dues.Property(d => d.Title).HasColumnName("TitleDue");
                dues.Property(d => d.About).HasColumnName("AboutDue");
                dues.Property(d => d.Consent).HasColumnName("ConsentDue");
                dues.Property(d => d.Slides).HasColumnName("SlidesDue");
            });
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Slug).HasMaxLength(100);
            session.Property(s => s.Title).HasMaxLength(300);
            session.Property(s => s.Theme).HasMaxLength(300);
            session.Property(s => s.CancelledBecause).HasMaxLength(1000);
            session.HasIndex(s => new { s.SeriesId, s.Slug }).IsUnique();
            session.HasIndex(s => new { s.SeriesId, s.Number }).IsUnique();
            // With the last two, counting a series' sessions reads the index alone.
            session.HasIndex(s => new { s.SeriesId, s.SortDate, s.PublishedAt, s.CancelledAt });
            // The migration SessionsInOrder adds StartsAt and Id to it: EF has no indexes on nested values.
            session.HasIndex(s => s.SortDate);
            session.HasOne(s => s.Series).WithMany().HasForeignKey(s => s.SeriesId);
            session.ComplexProperty(s => s.OwnVenue, Venue);
            session.ComplexProperty(s => s.When, when =>
            {
                when.Property(w => w.Precision).HasColumnName("Precision");
                when.Property(w => w.Date).HasColumnName("Date");
                when.Property(w => w.LastDate).HasColumnName("LastDate");
                when.Property(w => w.LocalStart).HasColumnName("LocalStart");
                when.Property(w => w.Zone).HasColumnName("Zone").HasMaxLength(64);
                when.Property(w => w.Start).HasColumnName("StartsAt");
                when.Property(w => w.End).HasColumnName("EndsAt");
            });
            session.Ignore(s => s.IsFull);
            session.Ignore(s => s.Place);
        });
        model.Entity<RunningOrderItem>(item =>
        {
            item.ToTable("running_order_items");
            item.Property(i => i.Title).HasMaxLength(RunningOrderRules.LongestTitle);
            item.HasOne<Series>().WithMany().HasForeignKey(i => i.SeriesId);
            item.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId);
            item.HasIndex(i => new { i.SeriesId, i.SessionId });
        });
        model.Entity<Partner>(partner =>
        {
            partner.ToTable("partners");
            partner.Property(p => p.Name).HasMaxLength(PartnerRules.LongestName);
            partner.Property(p => p.Url).HasMaxLength(2000);
            partner.Property(p => p.What).HasMaxLength(PartnerRules.LongestWhat);
            partner.HasOne<Series>().WithMany().HasForeignKey(p => p.SeriesId);
        });
        model.Entity<UndoStep>(step =>
        {
            step.ToTable("undo_steps");
            step.HasOne<Series>().WithMany().HasForeignKey(s => s.SeriesId);
            step.HasIndex(s => s.At);
        });
    }

    private static void Venue(ComplexPropertyBuilder<Venue> venue)
    {
        venue.Property(v => v.RoomLink).HasColumnName("RoomLink").HasMaxLength(2000);
        venue.Property(v => v.StreamLink).HasColumnName("StreamLink").HasMaxLength(2000);
        venue.Property(v => v.Address).HasColumnName("VenueAddress").HasMaxLength(500);
    }
}
