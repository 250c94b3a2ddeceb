using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Visibility : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "TakenDownAt",
                table: "resources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TakenDownBecause",
                table: "resources",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Audience",
                table: "recordings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LinkGeneration",
                table: "recordings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenDownAt",
                table: "recordings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TakenDownBecause",
                table: "recordings",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TakenDownAt",
                table: "resources");

            migrationBuilder.DropColumn(
                name: "TakenDownBecause",
                table: "resources");

            migrationBuilder.DropColumn(
                name: "Audience",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "LinkGeneration",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "TakenDownAt",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "TakenDownBecause",
                table: "recordings");
        }
    }
}
