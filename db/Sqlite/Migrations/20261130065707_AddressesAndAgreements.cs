using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AgreementFiles",
                schema: "awards",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
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
