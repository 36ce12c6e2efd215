using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QualityScrutinyBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Terms_VolumeFrom",
                schema: "frameworks",
                table: "PriceSchedules",
                type: "INTEGER",
                nullable: true);

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
                name: "BlockContracts",
                schema: "calloffs");

            migrationBuilder.DropTable(
                name: "PlanActions",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "QualityFindings",
                schema: "frameworks");

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
                name: "IX_CallOffs_Block",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "Terms_VolumeFrom",
                schema: "frameworks",
                table: "PriceSchedules");

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
        }
    }
}
