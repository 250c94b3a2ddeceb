using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Dues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AboutDue",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<int>(
                name: "AnswerDue",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 28);

            migrationBuilder.AddColumn<int>(
                name: "ConsentDue",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<int>(
                name: "SlidesDue",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<int>(
                name: "TitleDue",
                table: "series",
                type: "integer",
                nullable: false,
                defaultValue: 21);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AboutDue",
                table: "series");

            migrationBuilder.DropColumn(
                name: "AnswerDue",
                table: "series");

            migrationBuilder.DropColumn(
                name: "ConsentDue",
                table: "series");

            migrationBuilder.DropColumn(
                name: "SlidesDue",
                table: "series");

            migrationBuilder.DropColumn(
                name: "TitleDue",
                table: "series");
        }
    }
}
