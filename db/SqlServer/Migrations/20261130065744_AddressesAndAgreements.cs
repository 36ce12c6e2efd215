using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddressesAndAgreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address",
                schema: "organisations",
                table: "Organisations",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                schema: "awards",
                table: "Awards",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AgreementFiles",
                schema: "awards",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementFiles", x => new { x.Tender, x.Sha256 });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementFiles",
                schema: "awards");

            migrationBuilder.DropColumn(
                name: "Address",
                schema: "organisations",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Documents",
                schema: "awards",
                table: "Awards");
        }
    }
}
