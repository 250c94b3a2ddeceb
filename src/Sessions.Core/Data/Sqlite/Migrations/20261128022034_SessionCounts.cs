using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SessionCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sessions_SeriesId_SortDate",
                table: "sessions");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_SeriesId_SortDate_PublishedAt_CancelledAt",
                table: "sessions",
                columns: new[] { "SeriesId", "SortDate", "PublishedAt", "CancelledAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sessions_SeriesId_SortDate_PublishedAt_CancelledAt",
                table: "sessions");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_SeriesId_SortDate",
                table: "sessions",
                columns: new[] { "SeriesId", "SortDate" });
        }
    }
}
