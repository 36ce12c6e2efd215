using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EnvelopesStagesAndStandings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Seals made before envelopes had keys of their own cannot be opened by this version (ADR 7).
            migrationBuilder.Sql("UPDATE \"TenderSeals\" SET \"Lots\" = '[]'");

            migrationBuilder.DropIndex(
                name: "IX_TenderSeals_Tender",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "WrappedOpenersHalf",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropColumn(
                name: "WrappedPortalHalf",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.RenameColumn(
                name: "Lots",
                schema: "bids",
                table: "TenderSeals",
                newName: "Secrets");

            migrationBuilder.AddColumn<string>(
                name: "Keys",
                schema: "bids",
                table: "TenderSeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "TenderSeals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "TenderSeals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Authority",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "SubCentral");

            migrationBuilder.AddColumn<string>(
                name: "Invitations",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Plan",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RequestsCloseAt",
                schema: "tenders",
                table: "Tenders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "tenders",
                table: "Tenders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<byte[]>(
                name: "Envelopes_Qualification",
                schema: "bids",
                table: "SealedBids",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Envelopes_QualificationCommitment",
                schema: "bids",
                table: "SealedBids",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "SealedBids",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<byte[]>(
                name: "WrappedLeftOut",
                schema: "bids",
                table: "SealedBids",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "Terms_VolumeFrom",
                schema: "frameworks",
                table: "PriceSchedules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Home",
                schema: "organisations",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                schema: "organisations",
                table: "Organisations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                schema: "organisations",
                table: "Organisations",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "SubCentral");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "OpeningRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Act",
                schema: "bids",
                table: "OpeningRecords",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Bids");

            migrationBuilder.AddColumn<long>(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "OpenedBids",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "bids",
                table: "OpenedBids",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "WhyOutside",
                schema: "evaluation",
                table: "ConsensusScores",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "AfterAYear",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Block",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockRef",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChosenBecause",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FeeJson",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Route",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Announced",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContractDates",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords",
                columns: new[] { "Tender", "Round", "Act" });

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

            migrationBuilder.CreateTable(
                name: "BlockContracts",
                schema: "calloffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ref = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    GuaranteePercent = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    VoidRate = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    PlacePrice = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockContracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EndedSessions",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImprovementPlans",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByCooperative = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Visit = table.Column<Guid>(type: "TEXT", nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImprovementPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    AddressedAs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InvitedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NegotiationRounds",
                schema: "bids",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Agenda = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    MinutesEach = table.Column<int>(type: "INTEGER", nullable: false),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Meetings = table.Column<string>(type: "TEXT", nullable: false),
                    Shared = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Supplier = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Scores = table.Column<string>(type: "TEXT", nullable: false),
                    ScoredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Points = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: true),
                    Place = table.Column<int>(type: "INTEGER", nullable: true),
                    Wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipationRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityVisits",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByCooperative = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Visitors = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoleRequests",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Scrutinies",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<Guid>(type: "TEXT", nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Panel = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WantedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    View = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    GivenByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scrutinies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanActions",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReportedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanActions_ImprovementPlans_Plan",
                        column: x => x.Plan,
                        principalSchema: "frameworks",
                        principalTable: "ImprovementPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QualityFindings",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Visit = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QualityFindings_QualityVisits_Visit",
                        column: x => x.Visit,
                        principalSchema: "frameworks",
                        principalTable: "QualityVisits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TenderSeals_Tender_Round",
                schema: "bids",
                table: "TenderSeals",
                columns: new[] { "Tender", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CallOffs_Block",
                schema: "calloffs",
                table: "CallOffs",
                column: "Block");

            migrationBuilder.CreateIndex(
                name: "IX_BlockContracts_Cooperative",
                schema: "calloffs",
                table: "BlockContracts",
                column: "Cooperative");

            migrationBuilder.CreateIndex(
                name: "IX_BlockContracts_HomeUrn_To",
                schema: "calloffs",
                table: "BlockContracts",
                columns: new[] { "HomeUrn", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_BlockContracts_Provider",
                schema: "calloffs",
                table: "BlockContracts",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_BlockContracts_Ref",
                schema: "calloffs",
                table: "BlockContracts",
                column: "Ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EndedSessions_EndedAt",
                schema: "organisations",
                table: "EndedSessions",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementPlans_HomeUrn",
                schema: "frameworks",
                table: "ImprovementPlans",
                column: "HomeUrn");

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementPlans_Provider",
                schema: "frameworks",
                table: "ImprovementPlans",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementPlans_Stage_OpenedAt",
                schema: "frameworks",
                table: "ImprovementPlans",
                columns: new[] { "Stage", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Organisation",
                schema: "organisations",
                table: "Invitations",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Person_Organisation",
                schema: "organisations",
                table: "Invitations",
                columns: new[] { "Person", "Organisation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationRequests_Tender_Supplier",
                schema: "qualification",
                table: "ParticipationRequests",
                columns: new[] { "Tender", "Supplier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanActions_Plan_Number",
                schema: "frameworks",
                table: "PlanActions",
                columns: new[] { "Plan", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_Visit_Number",
                schema: "frameworks",
                table: "QualityFindings",
                columns: new[] { "Visit", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityVisits_HomeUrn_VisitedOn",
                schema: "frameworks",
                table: "QualityVisits",
                columns: new[] { "HomeUrn", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleRequests_Organisation_Person",
                schema: "organisations",
                table: "RoleRequests",
                columns: new[] { "Organisation", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scrutinies_Line",
                schema: "gate",
                table: "Scrutinies",
                column: "Line",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scrutinies_Panel_View_WantedBy",
                schema: "gate",
                table: "Scrutinies",
                columns: new[] { "Panel", "View", "WantedBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementFiles",
                schema: "awards");

            migrationBuilder.DropTable(
                name: "BlockContracts",
                schema: "calloffs");

            migrationBuilder.DropTable(
                name: "EndedSessions",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "Invitations",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "NegotiationRounds",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "ParticipationRequests",
                schema: "qualification");

            migrationBuilder.DropTable(
                name: "PlanActions",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "QualityFindings",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "RoleRequests",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "Scrutinies",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "ImprovementPlans",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "QualityVisits",
                schema: "frameworks");

            migrationBuilder.DropIndex(
                name: "IX_TenderSeals_Tender_Round",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropIndex(
                name: "IX_CallOffs_Block",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "Keys",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropColumn(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "TenderSeals");

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
                name: "Envelopes_Qualification",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Envelopes_QualificationCommitment",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "WrappedLeftOut",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Terms_VolumeFrom",
                schema: "frameworks",
                table: "PriceSchedules");

            migrationBuilder.DropColumn(
                name: "Home",
                schema: "organisations",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Address",
                schema: "organisations",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Class",
                schema: "organisations",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "Act",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "OpenedBids");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "bids",
                table: "OpenedBids");

            migrationBuilder.DropColumn(
                name: "WhyOutside",
                schema: "evaluation",
                table: "ConsensusScores");

            migrationBuilder.DropColumn(
                name: "AfterAYear",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "Block",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "BlockRef",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "ChosenBecause",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "FeeJson",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "Route",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "Announced",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "ContractDates",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Documents",
                schema: "awards",
                table: "Awards");

            migrationBuilder.RenameColumn(
                name: "Secrets",
                schema: "bids",
                table: "TenderSeals",
                newName: "Lots");

            migrationBuilder.AddColumn<byte[]>(
                name: "WrappedOpenersHalf",
                schema: "bids",
                table: "TenderSeals",
                type: "BLOB",
                maxLength: 200,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "WrappedPortalHalf",
                schema: "bids",
                table: "TenderSeals",
                type: "BLOB",
                maxLength: 200,
                nullable: false,
                defaultValue: new byte[0]);

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
