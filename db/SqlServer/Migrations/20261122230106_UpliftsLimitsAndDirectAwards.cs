using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class UpliftsLimitsAndDirectAwards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DirectGround",
                schema: "tenders",
                table: "Tenders",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LotLimit",
                schema: "tenders",
                table: "Tenders",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerUrn",
                schema: "organisations",
                table: "ProviderHomes",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DirectAwards",
                schema: "awards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tender = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenderRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Buyer = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Supplier = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    GroundCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Terms = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    BegunByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    NoticeId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    NoticePublicAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    GivenUpBecause = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectAwards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Novations",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Framework = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrameworkRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    FormerUrn = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Urn = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    From = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    To = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Deed = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Because = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Novations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignUpReasons",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cooperative = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HomeUrn = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignUpReasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UpliftRules",
                schema: "frameworks",
                columns: table => new
                {
                    Framework = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrameworkRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IndexPercent = table.Column<decimal>(type: "decimal(19,6)", precision: 19, scale: 6, nullable: true),
                    IndexPeriod = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    IndexSource = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Terms_CapPercent = table.Column<decimal>(type: "decimal(19,6)", precision: 19, scale: 6, nullable: false),
                    Terms_Index = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Terms_Published = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_QuorumPercent = table.Column<int>(type: "int", nullable: false),
                    Terms_ReviewAbovePercent = table.Column<decimal>(type: "decimal(19,6)", precision: 19, scale: 6, nullable: true),
                    Terms_VoteDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpliftRules", x => x.Framework);
                });

            migrationBuilder.CreateTable(
                name: "Uplifts",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvidenceFound = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    ModificationGround = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    PutBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PutByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Board = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    VoteClosesAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    CountedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Framework = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrameworkRef = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Percent = table.Column<decimal>(type: "decimal(19,6)", precision: 19, scale: 6, nullable: false),
                    PermittedPercent = table.Column<decimal>(type: "decimal(19,6)", precision: 19, scale: 6, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    QuorumPercent = table.Column<int>(type: "int", nullable: false),
                    VoteDays = table.Column<int>(type: "int", nullable: false),
                    Because = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    AskedFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    HoldsFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FinanceWords = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    EndedBecause = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uplifts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BoardVotes",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Uplift = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Authority = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorityName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Voice = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoardVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoardVotes_Uplifts_Uplift",
                        column: x => x.Uplift,
                        principalSchema: "frameworks",
                        principalTable: "Uplifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UpliftHomes",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Uplift = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HomeAdmission = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HomeUrn = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    FromVersion = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    After = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    NewVersion = table.Column<int>(type: "int", nullable: true),
                    LeftOutBecause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpliftHomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UpliftHomes_Uplifts_Uplift",
                        column: x => x.Uplift,
                        principalSchema: "frameworks",
                        principalTable: "Uplifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BoardVotes_Uplift_Authority",
                schema: "frameworks",
                table: "BoardVotes",
                columns: new[] { "Uplift", "Authority" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DirectAwards_Buyer_Stage",
                schema: "awards",
                table: "DirectAwards",
                columns: new[] { "Buyer", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_DirectAwards_Supplier",
                schema: "awards",
                table: "DirectAwards",
                column: "Supplier");

            migrationBuilder.CreateIndex(
                name: "IX_DirectAwards_Tender",
                schema: "awards",
                table: "DirectAwards",
                column: "Tender",
                unique: true,
                filter: "\"Stage\" <> 'GivenUp'");

            migrationBuilder.CreateIndex(
                name: "IX_Novations_Framework_LotNumber_Urn",
                schema: "frameworks",
                table: "Novations",
                columns: new[] { "Framework", "LotNumber", "Urn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Novations_Urn",
                schema: "frameworks",
                table: "Novations",
                column: "Urn");

            migrationBuilder.CreateIndex(
                name: "IX_SignUpReasons_Cooperative_HomeUrn",
                schema: "frameworks",
                table: "SignUpReasons",
                columns: new[] { "Cooperative", "HomeUrn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UpliftHomes_HomeAdmission",
                schema: "frameworks",
                table: "UpliftHomes",
                column: "HomeAdmission");

            migrationBuilder.CreateIndex(
                name: "IX_UpliftHomes_Uplift",
                schema: "frameworks",
                table: "UpliftHomes",
                column: "Uplift");

            migrationBuilder.CreateIndex(
                name: "IX_Uplifts_Framework_Stage",
                schema: "frameworks",
                table: "Uplifts",
                columns: new[] { "Framework", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Uplifts_Provider",
                schema: "frameworks",
                table: "Uplifts",
                column: "Provider");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BoardVotes",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "DirectAwards",
                schema: "awards");

            migrationBuilder.DropTable(
                name: "Novations",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "SignUpReasons",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "UpliftHomes",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "UpliftRules",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "Uplifts",
                schema: "frameworks");

            migrationBuilder.DropColumn(
                name: "DirectGround",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "LotLimit",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "FormerUrn",
                schema: "organisations",
                table: "ProviderHomes");
        }
    }
}
