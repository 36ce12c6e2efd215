using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OpenerPasskeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Passkeys",
                schema: "bids",
                table: "OpenerKeys",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Passkeys",
                schema: "bids",
                table: "OpenerKeys");
        }
    }
}
