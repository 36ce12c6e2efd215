using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class StagesMarketsAndClasses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TenderSeals_Tender",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "TenderSeals",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Authority",
                schema: "tenders",
                table: "Tenders",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Invitations",
                schema: "tenders",
                table: "Tenders",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Plan",
                schema: "tenders",
                table: "Tenders",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RequestsCloseAt",
                schema: "tenders",
                table: "Tenders",
                type: "datetimeoffset(6)",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "tenders",
                table: "Tenders",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "SealedBids",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                schema: "organisations",
                table: "Organisations",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "OpeningRecords",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "OpenedBids",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords",
                columns: new[] { "Tender", "Round" });

            migrationBuilder.CreateTable(
                name: "NegotiationRounds",
                schema: "bids",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TenderRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Agenda = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    MinutesEach = table.Column<int>(type: "int", nullable: false),
                    BeganAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Meetings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Shared = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NegotiationRounds", x => new { x.Tender, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ParticipationRequests",
                schema: "qualification",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tender = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenderRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Supplier = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    SentByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Standing = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Scores = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ScoredByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Points = table.Column<decimal>(type: "decimal(9,2)", precision: 9, scale: 2, nullable: true),
                    Place = table.Column<int>(type: "int", nullable: true),
                    Wrapped = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipationRequests", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TenderSeals_Tender_Round",
                schema: "bids",
                table: "TenderSeals",
                columns: new[] { "Tender", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationRequests_Tender_Supplier",
                schema: "qualification",
                table: "ParticipationRequests",
                columns: new[] { "Tender", "Supplier" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NegotiationRounds",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "ParticipationRequests",
                schema: "qualification");

            migrationBuilder.DropIndex(
                name: "IX_TenderSeals_Tender_Round",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropColumn(
                name: "Authority",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Invitations",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Plan",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "RequestsCloseAt",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Class",
                schema: "organisations",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "OpenedBids");

            migrationBuilder.AddPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords",
                column: "Tender");

            migrationBuilder.CreateIndex(
                name: "IX_TenderSeals_Tender",
                schema: "bids",
                table: "TenderSeals",
                column: "Tender",
                unique: true);
        }
    }
}
