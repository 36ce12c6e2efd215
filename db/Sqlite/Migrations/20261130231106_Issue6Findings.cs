using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Issue6Findings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Figures",
                schema: "frameworks",
                table: "UpliftRules",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Proposal",
                schema: "frameworks",
                table: "UpliftRules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Vacant",
                schema: "frameworks",
                table: "OnboardingChecks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "TakingBackFirstAgreedBy",
                schema: "gate",
                table: "GateRuleSets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakingBackProposedBy",
                schema: "gate",
                table: "GateRuleSets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakingBackReason",
                schema: "gate",
                table: "GateRuleSets",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakingBackSecondAgreedBy",
                schema: "gate",
                table: "GateRuleSets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CapChanges",
                schema: "frameworks",
                table: "Frameworks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CoverChanges",
                schema: "frameworks",
                table: "FrameworkLots",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "RunTo",
                schema: "frameworks",
                table: "FrameworkCommitments",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Figures",
                schema: "frameworks",
                table: "UpliftRules");

            migrationBuilder.DropColumn(
                name: "Proposal",
                schema: "frameworks",
                table: "UpliftRules");

            migrationBuilder.DropColumn(
                name: "Vacant",
                schema: "frameworks",
                table: "OnboardingChecks");

            migrationBuilder.DropColumn(
                name: "TakingBackFirstAgreedBy",
                schema: "gate",
                table: "GateRuleSets");

            migrationBuilder.DropColumn(
                name: "TakingBackProposedBy",
                schema: "gate",
                table: "GateRuleSets");

            migrationBuilder.DropColumn(
                name: "TakingBackReason",
                schema: "gate",
                table: "GateRuleSets");

            migrationBuilder.DropColumn(
                name: "TakingBackSecondAgreedBy",
                schema: "gate",
                table: "GateRuleSets");

            migrationBuilder.DropColumn(
                name: "CapChanges",
                schema: "frameworks",
                table: "Frameworks");

            migrationBuilder.DropColumn(
                name: "CoverChanges",
                schema: "frameworks",
                table: "FrameworkLots");

            migrationBuilder.DropColumn(
                name: "RunTo",
                schema: "frameworks",
                table: "FrameworkCommitments");
        }
    }
}
