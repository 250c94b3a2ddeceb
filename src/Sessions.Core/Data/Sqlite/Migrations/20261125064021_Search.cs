using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Sqlite.Migrations
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
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Titles = table.Column<string>(type: "TEXT", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    SortDate = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    HasRecording = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasWriteUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasResources = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_sessions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "search_state",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_state", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reversed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sessions = table.Column<int>(type: "INTEGER", nullable: false)
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
                CREATE VIRTUAL TABLE search_words USING fts5("Titles", "Names", "Parts", "Texts",
                    content='search_sessions', content_rowid='Key', tokenize='ascii', prefix='3');
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER search_sessions_added AFTER INSERT ON search_sessions BEGIN
                    INSERT INTO search_words(rowid, "Titles", "Names", "Parts", "Texts") VALUES (new."Key", new."Titles", new."Names", new."Parts", new."Texts");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER search_sessions_removed AFTER DELETE ON search_sessions BEGIN
                    INSERT INTO search_words(search_words, rowid, "Titles", "Names", "Parts", "Texts") VALUES ('delete', old."Key", old."Titles", old."Names", old."Parts", old."Texts");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER search_sessions_changed AFTER UPDATE OF "Titles", "Names", "Parts", "Texts" ON search_sessions BEGIN
                    INSERT INTO search_words(search_words, rowid, "Titles", "Names", "Parts", "Texts") VALUES ('delete', old."Key", old."Titles", old."Names", old."Parts", old."Texts");
                    INSERT INTO search_words(rowid, "Titles", "Names", "Parts", "Texts") VALUES (new."Key", new."Titles", new."Names", new."Parts", new."Texts");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_words;");

            migrationBuilder.DropTable(
                name: "search_sessions");

            migrationBuilder.DropTable(
                name: "search_state");

            migrationBuilder.DropTable(
                name: "search_terms");
        }
    }
}
