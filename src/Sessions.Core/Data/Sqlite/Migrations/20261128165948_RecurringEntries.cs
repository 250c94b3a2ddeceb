using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RecurringEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_calendar_entries_Uid",
                table: "calendar_entries");

            migrationBuilder.AddColumn<long>(
                name: "Occurrence",
                table: "calendar_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RecurringId",
                table: "calendar_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SaysSeries",
                table: "calendar_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "recurring_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Uid = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Organizer = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 19, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 19, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Dtstamp = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstMessageId = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredSequence = table.Column<int>(type: "INTEGER", nullable: true),
                    AnsweredStamp = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recurring_entries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_entries_RecurringId_Occurrence",
                table: "calendar_entries",
                columns: new[] { "RecurringId", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_calendar_entries_Uid",
                table: "calendar_entries",
                column: "Uid");

            migrationBuilder.CreateIndex(
                name: "IX_recurring_entries_Organizer",
                table: "recurring_entries",
                column: "Organizer");

            migrationBuilder.CreateIndex(
                name: "IX_recurring_entries_PersonId_SeriesId",
                table: "recurring_entries",
                columns: new[] { "PersonId", "SeriesId" });

            migrationBuilder.CreateIndex(
                name: "IX_recurring_entries_Uid",
                table: "recurring_entries",
                column: "Uid",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_calendar_entries_recurring_entries_RecurringId",
                table: "calendar_entries",
                column: "RecurringId",
                principalTable: "recurring_entries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_calendar_entries_recurring_entries_RecurringId",
                table: "calendar_entries");

            migrationBuilder.DropTable(
                name: "recurring_entries");

            migrationBuilder.DropIndex(
                name: "IX_calendar_entries_RecurringId_Occurrence",
                table: "calendar_entries");

            migrationBuilder.DropIndex(
                name: "IX_calendar_entries_Uid",
                table: "calendar_entries");

            migrationBuilder.DropColumn(
                name: "Occurrence",
                table: "calendar_entries");

            migrationBuilder.DropColumn(
                name: "RecurringId",
                table: "calendar_entries");

            migrationBuilder.DropColumn(
                name: "SaysSeries",
                table: "calendar_entries");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_entries_Uid",
                table: "calendar_entries",
                column: "Uid",
                unique: true);
        }
    }
}
