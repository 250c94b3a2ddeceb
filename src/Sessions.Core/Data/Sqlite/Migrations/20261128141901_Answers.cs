using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "BouncedAt",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Answer",
                table: "calendar_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "AnsweredSequence",
                table: "calendar_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredStamp",
                table: "calendar_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "inbound_mail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Way = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Effect = table.Column<int>(type: "INTEGER", nullable: false),
                    Refusal = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbound_mail", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_entries_Organizer",
                table: "calendar_entries",
                column: "Organizer");

            migrationBuilder.CreateIndex(
                name: "IX_inbound_mail_At",
                table: "inbound_mail",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_inbound_mail_Key_Part",
                table: "inbound_mail",
                columns: new[] { "Key", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbound_mail_PersonId",
                table: "inbound_mail",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_inbound_mail_SeriesId_At",
                table: "inbound_mail",
                columns: new[] { "SeriesId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbound_mail");

            migrationBuilder.DropIndex(
                name: "IX_calendar_entries_Organizer",
                table: "calendar_entries");

            migrationBuilder.DropColumn(
                name: "BouncedAt",
                table: "people");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "calendar_entries");

            migrationBuilder.DropColumn(
                name: "AnsweredSequence",
                table: "calendar_entries");

            migrationBuilder.DropColumn(
                name: "AnsweredStamp",
                table: "calendar_entries");
        }
    }
}
