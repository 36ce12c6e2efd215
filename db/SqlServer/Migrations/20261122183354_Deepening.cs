using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Deepening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EvidenceDocuments",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Owner = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Issuer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Homes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    RetiredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    SharedWith = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceRequests",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Buyer = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BuyerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Document = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DeclinedBecause = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkRounds",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Framework = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrameworkRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OpensAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    ClosesAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    LegalBasis = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TenderRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkRounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceReviews",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Document = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Buyer = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BuyerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Accepted = table.Column<bool>(type: "bit", nullable: false),
                    Found = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceReviews_EvidenceDocuments_Document",
                        column: x => x.Document,
                        principalSchema: "organisations",
                        principalTable: "EvidenceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceVersions",
                schema: "organisations",
                columns: table => new
                {
                    Document = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    File = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceVersions", x => new { x.Document, x.Number });
                    table.ForeignKey(
                        name: "FK_EvidenceVersions_EvidenceDocuments_Document",
                        column: x => x.Document,
                        principalSchema: "organisations",
                        principalTable: "EvidenceDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoundMembers",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LotNumber = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Standing = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundMembers_FrameworkRounds_Round",
                        column: x => x.Round,
                        principalSchema: "frameworks",
                        principalTable: "FrameworkRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceDocuments_ExpiresOn",
                schema: "organisations",
                table: "EvidenceDocuments",
                column: "ExpiresOn");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceDocuments_Owner",
                schema: "organisations",
                table: "EvidenceDocuments",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceRequests_Buyer",
                schema: "organisations",
                table: "EvidenceRequests",
                column: "Buyer");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceRequests_Provider_Stage",
                schema: "organisations",
                table: "EvidenceRequests",
                columns: new[] { "Provider", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceReviews_Document",
                schema: "organisations",
                table: "EvidenceReviews",
                column: "Document");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceReviews_Sha256",
                schema: "organisations",
                table: "EvidenceReviews",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceVersions_File",
                schema: "organisations",
                table: "EvidenceVersions",
                column: "File");

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkRounds_Framework_Number",
                schema: "frameworks",
                table: "FrameworkRounds",
                columns: new[] { "Framework", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundMembers_Round_LotNumber_Provider",
                schema: "frameworks",
                table: "RoundMembers",
                columns: new[] { "Round", "LotNumber", "Provider" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceRequests",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "EvidenceReviews",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "EvidenceVersions",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "RoundMembers",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "EvidenceDocuments",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "FrameworkRounds",
                schema: "frameworks");
        }
    }
}
