using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Scheduling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Edited",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "series",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExtraDates",
                table: "series",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "series",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Region",
                table: "series",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SkippedDates",
                table: "series",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateNote",
                table: "series",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BeganAt",
                table: "running_order_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_IsSample_CreatedAt",
                table: "series",
                columns: new[] { "IsSample", "CreatedAt" });

            migrationBuilder.CreateTable(
                name: "talk_moves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AppearanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromSessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToSessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Asks = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talk_moves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_talk_moves_appearances_AppearanceId",
                        column: x => x.AppearanceId,
                        principalTable: "appearances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_talk_moves_sessions_FromSessionId",
                        column: x => x.FromSessionId,
                        principalTable: "sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_talk_moves_sessions_ToSessionId",
                        column: x => x.ToSessionId,
                        principalTable: "sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "undo_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_undo_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_undo_steps_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_talk_moves_AppearanceId",
                table: "talk_moves",
                column: "AppearanceId");

            migrationBuilder.CreateIndex(
                name: "IX_talk_moves_FromSessionId",
                table: "talk_moves",
                column: "FromSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_talk_moves_ToSessionId",
                table: "talk_moves",
                column: "ToSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_undo_steps_At",
                table: "undo_steps",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_undo_steps_SeriesId",
                table: "undo_steps",
                column: "SeriesId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_series_IsSample_CreatedAt",
                table: "series");

            migrationBuilder.DropTable(
                name: "talk_moves");

            migrationBuilder.DropTable(
                name: "undo_steps");

            migrationBuilder.DropColumn(
                name: "Edited",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "series");

            migrationBuilder.DropColumn(
                name: "ExtraDates",
                table: "series");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "series");

            migrationBuilder.DropColumn(
                name: "Region",
                table: "series");

            migrationBuilder.DropColumn(
                name: "SkippedDates",
                table: "series");

            migrationBuilder.DropColumn(
                name: "StateNote",
                table: "series");

            migrationBuilder.DropColumn(
                name: "BeganAt",
                table: "running_order_items");
        }
    }
}
