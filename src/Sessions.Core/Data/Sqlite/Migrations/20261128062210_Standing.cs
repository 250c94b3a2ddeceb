using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Standing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AnnouncedIn",
                table: "sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Held",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "HeldOrder",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "StandingId",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "followers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    StoppedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_followers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_followers_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_followers_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "standing_registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standing_registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_standing_registrations_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_standing_registrations_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_registrations_StandingId",
                table: "registrations",
                column: "StandingId");

            migrationBuilder.CreateIndex(
                name: "IX_followers_PersonId",
                table: "followers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_followers_SeriesId_Order",
                table: "followers",
                columns: new[] { "SeriesId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_followers_SeriesId_PersonId",
                table: "followers",
                columns: new[] { "SeriesId", "PersonId" },
                unique: true,
                filter: "\"StoppedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_standing_registrations_PersonId",
                table: "standing_registrations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_standing_registrations_SeriesId_Order",
                table: "standing_registrations",
                columns: new[] { "SeriesId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_standing_registrations_SeriesId_PersonId",
                table: "standing_registrations",
                columns: new[] { "SeriesId", "PersonId" },
                unique: true,
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_registrations_standing_registrations_StandingId",
                table: "registrations",
                column: "StandingId",
                principalTable: "standing_registrations",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_registrations_standing_registrations_StandingId",
                table: "registrations");

            migrationBuilder.DropTable(
                name: "followers");

            migrationBuilder.DropTable(
                name: "standing_registrations");

            migrationBuilder.DropIndex(
                name: "IX_registrations_StandingId",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "AnnouncedIn",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "HeldOrder",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "StandingId",
                table: "registrations");
        }
    }
}
