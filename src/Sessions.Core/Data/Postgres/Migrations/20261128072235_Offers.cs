using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Offers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FollowedUpAt",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: true);

            // What was held before this upgrade is not written about any more.
            migrationBuilder.Sql("""UPDATE sessions SET "FollowedUpAt" = "EndsAt" WHERE "EndsAt" < now();""");

            migrationBuilder.AddColumn<int>(
                name: "Offered",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FollowUpHours",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 48);

            migrationBuilder.AddColumn<int>(
                name: "OfferHours",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 24);

            migrationBuilder.AddColumn<int>(
                name: "ReminderHours",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 24);

            migrationBuilder.AddColumn<DateTime>(
                name: "OfferEndsAt",
                table: "registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfferedBecause",
                table: "registrations",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TickedAt",
                table: "registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    RegistrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    Comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback", x => x.RegistrationId);
                    table.ForeignKey(
                        name: "FK_feedback_registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_SessionId",
                table: "feedback",
                column: "SessionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropColumn(
                name: "FollowedUpAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Offered",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "FollowUpHours",
                table: "series");

            migrationBuilder.DropColumn(
                name: "OfferHours",
                table: "series");

            migrationBuilder.DropColumn(
                name: "ReminderHours",
                table: "series");

            migrationBuilder.DropColumn(
                name: "OfferEndsAt",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "OfferedBecause",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "TickedAt",
                table: "registrations");
        }
    }
}
