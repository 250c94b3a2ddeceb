using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Proposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CallMinutes",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<bool>(
                name: "TakesProposals",
                table: "series",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "NameSaid",
                table: "people",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "people",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pronouns",
                table: "people",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsPage",
                table: "people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "InvitedById",
                table: "appearances",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "appearances",
                type: "character varying(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OtherDateAt",
                table: "appearances",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherDateNote",
                table: "appearances",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherSessions",
                table: "appearances",
                type: "character varying(240)",
                maxLength: 240,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RoomNeeds",
                table: "appearances",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);


            // Whoever has a page by now keeps it: an address that was given out does not die.
            migrationBuilder.Sql("""
                UPDATE "people" SET "ShowsPage" = TRUE WHERE "Slug" IS NOT NULL AND "Address" IS NOT NULL AND EXISTS (
                    SELECT 1 FROM "appearances" AS a JOIN "sessions" AS s ON s."Id" = a."SessionId" JOIN "series" AS o ON o."Id" = s."SeriesId"
                    WHERE a."PersonId" = "people"."Id" AND a."State" IN (0, 2) AND s."PublishedAt" IS NOT NULL AND o."PublishedAt" IS NOT NULL);
                """);

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AppearanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    IsGiven = table.Column<bool>(type: "boolean", nullable: false),
                    Wording = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consents_appearances_AppearanceId",
                        column: x => x.AppearanceId,
                        principalTable: "appearances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_consents_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    About = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    Links = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    StateSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AppearanceId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposals_appearances_AppearanceId",
                        column: x => x.AppearanceId,
                        principalTable: "appearances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_proposals_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_proposals_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "series",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "proposal_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    IsDecline = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposal_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposal_messages_proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_consents_AppearanceId_Number",
                table: "consents",
                columns: new[] { "AppearanceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consents_PersonId",
                table: "consents",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_proposal_messages_ProposalId",
                table: "proposal_messages",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_AppearanceId",
                table: "proposals",
                column: "AppearanceId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_PersonId",
                table: "proposals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_SeriesId",
                table: "proposals",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_State_CreatedAt",
                table: "proposals",
                columns: new[] { "State", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "proposal_messages");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropColumn(
                name: "CallMinutes",
                table: "series");

            migrationBuilder.DropColumn(
                name: "TakesProposals",
                table: "series");

            migrationBuilder.DropColumn(
                name: "NameSaid",
                table: "people");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "people");

            migrationBuilder.DropColumn(
                name: "Pronouns",
                table: "people");

            migrationBuilder.DropColumn(
                name: "ShowsPage",
                table: "people");

            migrationBuilder.DropColumn(
                name: "InvitedById",
                table: "appearances");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "appearances");

            migrationBuilder.DropColumn(
                name: "OtherDateAt",
                table: "appearances");

            migrationBuilder.DropColumn(
                name: "OtherDateNote",
                table: "appearances");

            migrationBuilder.DropColumn(
                name: "OtherSessions",
                table: "appearances");

            migrationBuilder.DropColumn(
                name: "RoomNeeds",
                table: "appearances");
        }
    }
}
