using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SessionMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsSpeaker",
                table: "calendar_entries");

            migrationBuilder.AddColumn<int>(
                name: "Moves",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Moves",
                table: "sessions");

            migrationBuilder.AddColumn<bool>(
                name: "IsSpeaker",
                table: "calendar_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
