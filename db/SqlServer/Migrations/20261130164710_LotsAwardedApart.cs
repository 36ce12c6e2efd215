using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LotsAwardedApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Awards_Tender",
                schema: "awards",
                table: "Awards");

            migrationBuilder.AddColumn<string>(
                name: "Awarding",
                schema: "tenders",
                table: "Lots",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Own",
                schema: "awards",
                table: "Awards",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Part",
                schema: "awards",
                table: "Awards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Awards_Tender_Part",
                schema: "awards",
                table: "Awards",
                columns: new[] { "Tender", "Part" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Awards_Tender_Part",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Awarding",
                schema: "tenders",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "Own",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Part",
                schema: "awards",
                table: "Awards");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_Tender",
                schema: "awards",
                table: "Awards",
                column: "Tender",
                unique: true);
        }
    }
}
