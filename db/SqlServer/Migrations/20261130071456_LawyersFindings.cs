using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LawyersFindings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WhyOutside",
                schema: "evaluation",
                table: "ConsensusScores",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Announced",
                schema: "awards",
                table: "Awards",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContractDates",
                schema: "awards",
                table: "Awards",
                type: "nvarchar(max)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WhyOutside",
                schema: "evaluation",
                table: "ConsensusScores");

            migrationBuilder.DropColumn(
                name: "Announced",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "ContractDates",
                schema: "awards",
                table: "Awards");
        }
    }
}
