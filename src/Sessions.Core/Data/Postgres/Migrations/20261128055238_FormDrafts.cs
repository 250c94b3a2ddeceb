using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FormDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "form_drafts",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Basis = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Typed = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_drafts", x => new { x.PersonId, x.Form });
                    table.ForeignKey(
                        name: "FK_form_drafts_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_form_drafts_SavedAt",
                table: "form_drafts",
                column: "SavedAt");

            // What stood on planning screens goes on standing there: an empty box is what it was typed into.
            migrationBuilder.Sql("""
                INSERT INTO form_drafts ("PersonId", "Form", "Basis", "Typed", "SavedAt")
                SELECT d."PersonId", 'plan:' || d."SeriesId"::text, '12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126', to_json(d."Text")::text, d."SavedAt"
                FROM plan_drafts d JOIN people p ON p."Id" = d."PersonId";
                """);

            migrationBuilder.DropTable(
                name: "plan_drafts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "form_drafts");

            migrationBuilder.CreateTable(
                name: "plan_drafts",
                columns: table => new
                {
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_drafts", x => new { x.SeriesId, x.PersonId });
                });
        }
    }
}
