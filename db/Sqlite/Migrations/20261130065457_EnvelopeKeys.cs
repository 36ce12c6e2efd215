using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EnvelopeKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "TenderSeals",
                type: "INTEGER",
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "Act",
                schema: "bids",
                table: "OpeningRecords",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "OpenedBids",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords",
                columns: new[] { "Tender", "Act" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_OpeningRecords",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "Keys",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropColumn(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "TenderSeals");

            migrationBuilder.DropColumn(
                name: "Envelopes_Qualification",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Envelopes_QualificationCommitment",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Act",
                schema: "bids",
                table: "OpeningRecords");

            migrationBuilder.DropColumn(
                name: "PricesOpenedAt",
                schema: "bids",
                table: "OpenedBids");

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
        }
    }
}
