using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EndLotsAndHoldAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ended",
                schema: "tenders",
                table: "Lots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ByChange",
                schema: "clarifications",
                table: "Clarifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Effect",
                schema: "clarifications",
                table: "Clarifications",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Held",
                schema: "clarifications",
                table: "Clarifications",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Ended",
                schema: "tenders",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "ByChange",
                schema: "clarifications",
                table: "Clarifications");

            migrationBuilder.DropColumn(
                name: "Effect",
                schema: "clarifications",
                table: "Clarifications");

            migrationBuilder.DropColumn(
                name: "Held",
                schema: "clarifications",
                table: "Clarifications");
        }
    }
}
