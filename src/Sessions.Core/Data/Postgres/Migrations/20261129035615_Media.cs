using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sessions.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Media : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AudioId",
                table: "recordings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Height",
                table: "recordings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PosterId",
                table: "recordings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seconds",
                table: "recordings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Width",
                table: "recordings",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "media_work",
                columns: table => new
                {
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Fault = table.Column<int>(type: "integer", nullable: true),
                    Said = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_work", x => new { x.RecordingId, x.Step });
                    table.ForeignKey(
                        name: "FK_media_work_recordings_RecordingId",
                        column: x => x.RecordingId,
                        principalTable: "recordings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_recordings_AudioId",
                table: "recordings",
                column: "AudioId");

            migrationBuilder.CreateIndex(
                name: "IX_recordings_PosterId",
                table: "recordings",
                column: "PosterId");

            migrationBuilder.AddForeignKey(
                name: "FK_recordings_files_AudioId",
                table: "recordings",
                column: "AudioId",
                principalTable: "files",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_recordings_files_PosterId",
                table: "recordings",
                column: "PosterId",
                principalTable: "files",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_recordings_files_AudioId",
                table: "recordings");

            migrationBuilder.DropForeignKey(
                name: "FK_recordings_files_PosterId",
                table: "recordings");

            migrationBuilder.DropTable(
                name: "media_work");

            migrationBuilder.DropIndex(
                name: "IX_recordings_AudioId",
                table: "recordings");

            migrationBuilder.DropIndex(
                name: "IX_recordings_PosterId",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "AudioId",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "Height",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "PosterId",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "Seconds",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "Width",
                table: "recordings");
        }
    }
}
