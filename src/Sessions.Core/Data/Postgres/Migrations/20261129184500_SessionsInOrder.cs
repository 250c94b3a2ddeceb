using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SessionsInOrder : Migration
    {
        /// <summary>What is next and what was last is read from one end: with the day alone, all sessions of that day are looked up and sorted.</summary>
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DROP INDEX "IX_sessions_SortDate";
            CREATE INDEX "IX_sessions_SortDate" ON sessions ("SortDate", "StartsAt", "Id");
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DROP INDEX "IX_sessions_SortDate";
            CREATE INDEX "IX_sessions_SortDate" ON sessions ("SortDate");
            """);
    }
}
