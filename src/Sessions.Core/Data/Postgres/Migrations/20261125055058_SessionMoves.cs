using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
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
                type: "integer",
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
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}
