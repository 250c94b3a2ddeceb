using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_sessions",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    Titles = table.Column<string>(type: "text", nullable: false),
                    Names = table.Column<string>(type: "text", nullable: false),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    Texts = table.Column<string>(type: "text", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    SortDate = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    HasRecording = table.Column<bool>(type: "boolean", nullable: false),
                    HasWriteUp = table.Column<bool>(type: "boolean", nullable: false),
                    HasResources = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_sessions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "search_state",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_state", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Reversed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Sessions = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_terms", x => x.Term);
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_sessions_SessionId",
                table: "search_sessions",
                column: "SessionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_terms_Reversed",
                table: "search_terms",
                column: "Reversed");

            migrationBuilder.Sql("""
                ALTER TABLE search_sessions ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (
                    setweight(to_tsvector('simple', "Titles"), 'A') || setweight(to_tsvector('simple', "Names"), 'B')
                    || setweight(to_tsvector('simple', "Parts"), 'C') || setweight(to_tsvector('simple', "Texts"), 'D')) STORED;
                CREATE INDEX "IX_search_sessions_Words" ON search_sessions USING gin ("Words");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_sessions");

            migrationBuilder.DropTable(
                name: "search_state");

            migrationBuilder.DropTable(
                name: "search_terms");
        }
    }
}
