using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EndedLotsAndHeldAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ShowBidderCount",
                schema: "tenders",
                table: "Tenders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Ended",
                schema: "tenders",
                table: "Lots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ByChange",
                schema: "clarifications",
                table: "Clarifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Effect",
                schema: "clarifications",
                table: "Clarifications",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Held",
                schema: "clarifications",
                table: "Clarifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CallOffKeys",
                schema: "calloffs",
                columns: table => new
                {
                    Client = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    BodySha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CallOff = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallOffKeys", x => new { x.Client, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "OfflineCards",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorityName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RuleSet = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Numbers = table.Column<string>(type: "TEXT", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    KeyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfflineCards", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OfflineCards_Authority_IssuedAt",
                schema: "gate",
                table: "OfflineCards",
                columns: new[] { "Authority", "IssuedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallOffKeys",
                schema: "calloffs");

            migrationBuilder.DropTable(
                name: "OfflineCards",
                schema: "gate");

            migrationBuilder.DropColumn(
                name: "ShowBidderCount",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Ended",
                schema: "tenders",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "ByChange",
                schema: "clarifications",
                table: "Clarifications");

            migrationBuilder.DropColumn(
                name: "Effect",
                schema: "clarifications",
                table: "Clarifications");

            migrationBuilder.DropColumn(
                name: "Held",
                schema: "clarifications",
                table: "Clarifications");
        }
    }
}
