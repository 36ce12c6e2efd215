using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TenderLotCover : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Changes",
                schema: "frameworks",
                table: "UpliftRules",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "IndexName",
                schema: "frameworks",
                table: "UpliftRules",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Terms_EarliestOn",
                schema: "frameworks",
                table: "UpliftRules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Named",
                schema: "frameworks",
                table: "OnboardingChecks",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cover",
                schema: "tenders",
                table: "Lots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ValueReleased",
                schema: "frameworks",
                table: "Frameworks",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "Settled",
                schema: "frameworks",
                table: "FrameworkCommitments",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SettledOn",
                schema: "frameworks",
                table: "FrameworkCommitments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PaidTo",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RegisteredManager",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResponsibleIndividual",
                schema: "calloffs",
                table: "CallOffs",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Changes",
                schema: "frameworks",
                table: "UpliftRules");

            migrationBuilder.DropColumn(
                name: "IndexName",
                schema: "frameworks",
                table: "UpliftRules");

            migrationBuilder.DropColumn(
                name: "Terms_EarliestOn",
                schema: "frameworks",
                table: "UpliftRules");

            migrationBuilder.DropColumn(
                name: "Named",
                schema: "frameworks",
                table: "OnboardingChecks");

            migrationBuilder.DropColumn(
                name: "Cover",
                schema: "tenders",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "ValueReleased",
                schema: "frameworks",
                table: "Frameworks");

            migrationBuilder.DropColumn(
                name: "Settled",
                schema: "frameworks",
                table: "FrameworkCommitments");

            migrationBuilder.DropColumn(
                name: "SettledOn",
                schema: "frameworks",
                table: "FrameworkCommitments");

            migrationBuilder.DropColumn(
                name: "PaidTo",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "RegisteredManager",
                schema: "calloffs",
                table: "CallOffs");

            migrationBuilder.DropColumn(
                name: "ResponsibleIndividual",
                schema: "calloffs",
                table: "CallOffs");
        }
    }
}
