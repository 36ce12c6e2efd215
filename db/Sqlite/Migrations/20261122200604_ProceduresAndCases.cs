using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProceduresAndCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AssessmentSummaries_Tender_LotNumber_Bidder",
                schema: "awards",
                table: "AssessmentSummaries");

            migrationBuilder.AddColumn<string>(
                name: "AwardApproval",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Deputies",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EarlierConflicts",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "ExtensionPending",
                schema: "tenders",
                table: "Tenders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "KeptUntil",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MarketContacts",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Proposed",
                schema: "tenders",
                table: "Tenders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                schema: "tenders",
                table: "TenderDocuments",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ConfirmedAt",
                schema: "bids",
                table: "SealedBids",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "MadeFrom",
                schema: "notices",
                table: "Notices",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Rejection",
                schema: "notices",
                table: "Notices",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchCodes",
                schema: "notices",
                table: "Notices",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchLots",
                schema: "notices",
                table: "Notices",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchPlaces",
                schema: "notices",
                table: "Notices",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SearchPounds",
                schema: "notices",
                table: "Notices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchWords",
                schema: "notices",
                table: "Notices",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Corrections",
                schema: "evaluation",
                table: "Moderations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "SuitsSmes",
                schema: "tenders",
                table: "Lots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SuitsVcses",
                schema: "tenders",
                table: "Lots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "LapsedEvidence",
                schema: "frameworks",
                table: "HomeAdmissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FlaggedAt",
                schema: "gate",
                table: "GivenApprovals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DecidedOffline",
                schema: "gate",
                table: "GateDecisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Overridden",
                schema: "gate",
                table: "GateDecisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TableRow",
                schema: "gate",
                table: "GateDecisions",
                type: "TEXT",
                maxLength: 5,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "BindsFrom",
                schema: "frameworks",
                table: "FrameworkLots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                schema: "gate",
                table: "FollowUpDuties",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CameByEmail",
                schema: "clarifications",
                table: "Clarifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "MergedInto",
                schema: "clarifications",
                table: "Clarifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Diligence",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Fallen",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RestsOn",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Withheld",
                schema: "awards",
                table: "Awards",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                schema: "awards",
                table: "AssessmentSummaries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Appeals",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<Guid>(type: "TEXT", nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Panel = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LodgedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LodgedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LodgedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AnswerBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Result = table.Column<Guid>(type: "TEXT", nullable: true),
                    EscalatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BidCases",
                schema: "qualification",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnswerBy = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BidCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckAnswers",
                schema: "evaluation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    FactsSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContractDetailsDuties",
                schema: "calloffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallOffRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Value = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Batch = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractDetailsDuties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deputies",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NamedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    NamedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WeeklyLimit = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deputies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DutyTurns",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyTurns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmailRecords",
                schema: "clarifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExtensionProposals",
                schema: "tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Deadline = table.Column<long>(type: "INTEGER", nullable: false),
                    Outages = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NewDeadline = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExtensionProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackRequests",
                schema: "awards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Heartbeats",
                schema: "tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Heartbeats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HelpRequests",
                schema: "bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Page = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpectedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AlarmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ProposedClosesAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptCopies",
                schema: "bids",
                columns: table => new
                {
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForgottenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptCopies", x => x.Submission);
                });

            migrationBuilder.CreateTable(
                name: "LateDecisions",
                schema: "bids",
                columns: table => new
                {
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Admitted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LateDecisions", x => x.Submission);
                });

            migrationBuilder.CreateTable(
                name: "LibraryItems",
                schema: "tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Versions = table.Column<string>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpeningSeats",
                schema: "bids",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RecoveryReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Passed = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningSeats", x => new { x.Tender, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "PreparedNotices",
                schema: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleaseId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreparedNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                schema: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Search = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SufficiencyChecks",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Sufficient = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CheckedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Supply_Homes = table.Column<int>(type: "INTEGER", nullable: false),
                    Supply_Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Supply_Providers = table.Column<int>(type: "INTEGER", nullable: false),
                    Supply_Vacant = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SufficiencyChecks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SealedBids_OneInTime",
                schema: "bids",
                table: "SealedBids",
                columns: new[] { "Lot", "Bidder" },
                unique: true,
                filter: "\"Status\" = 'InTime'");

            migrationBuilder.CreateIndex(
                name: "IX_SealedBids_Tender_ReceivedAt",
                schema: "bids",
                table: "SealedBids",
                columns: new[] { "Tender", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Buyer_Row",
                schema: "notices",
                table: "Notices",
                columns: new[] { "Buyer", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_GateDecisions_RecordedAt",
                schema: "gate",
                table: "GateDecisions",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpDuties_DoneAt_EscalatedAt_DueBy",
                schema: "gate",
                table: "FollowUpDuties",
                columns: new[] { "DoneAt", "EscalatedAt", "DueBy" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSummaries_Tender_LotNumber_Bidder_Round",
                schema: "awards",
                table: "AssessmentSummaries",
                columns: new[] { "Tender", "LotNumber", "Bidder", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Authority",
                schema: "gate",
                table: "Appeals",
                column: "Authority");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Line",
                schema: "gate",
                table: "Appeals",
                column: "Line");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Panel_Stage_AnswerBy",
                schema: "gate",
                table: "Appeals",
                columns: new[] { "Panel", "Stage", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_BidCases_Bidder",
                schema: "qualification",
                table: "BidCases",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_BidCases_Tender_Number",
                schema: "qualification",
                table: "BidCases",
                columns: new[] { "Tender", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckAnswers_Tender",
                schema: "evaluation",
                table: "CheckAnswers",
                column: "Tender");

            migrationBuilder.CreateIndex(
                name: "IX_ContractDetailsDuties_Authority_Stage",
                schema: "calloffs",
                table: "ContractDetailsDuties",
                columns: new[] { "Authority", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_ContractDetailsDuties_CallOffRef",
                schema: "calloffs",
                table: "ContractDetailsDuties",
                column: "CallOffRef",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_Organisation",
                schema: "gate",
                table: "Deputies",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_Person_Organisation",
                schema: "gate",
                table: "Deputies",
                columns: new[] { "Person", "Organisation" });

            migrationBuilder.CreateIndex(
                name: "IX_DutyTurns_Organisation_To",
                schema: "gate",
                table: "DutyTurns",
                columns: new[] { "Organisation", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_EmailRecords_Tender",
                schema: "clarifications",
                table: "EmailRecords",
                column: "Tender");

            migrationBuilder.CreateIndex(
                name: "IX_ExtensionProposals_Tender_Deadline",
                schema: "tenders",
                table: "ExtensionProposals",
                columns: new[] { "Tender", "Deadline" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackRequests_Tender_Bidder",
                schema: "awards",
                table: "FeedbackRequests",
                columns: new[] { "Tender", "Bidder" });

            migrationBuilder.CreateIndex(
                name: "IX_Heartbeats_At",
                schema: "tenders",
                table: "Heartbeats",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequests_Bidder",
                schema: "bids",
                table: "HelpRequests",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequests_Tender_AnsweredAt",
                schema: "bids",
                table: "HelpRequests",
                columns: new[] { "Tender", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptCopies_ForgottenAt",
                schema: "bids",
                table: "KeptCopies",
                column: "ForgottenAt");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryItems_Organisation",
                schema: "tenders",
                table: "LibraryItems",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_PreparedNotices_Tender_Kind",
                schema: "notices",
                table: "PreparedNotices",
                columns: new[] { "Tender", "Kind" },
                unique: true,
                filter: "\"ReleaseId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_Person",
                schema: "notices",
                table: "SavedSearches",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_SufficiencyChecks_Framework_LotNumber",
                schema: "frameworks",
                table: "SufficiencyChecks",
                columns: new[] { "Framework", "LotNumber" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appeals",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "BidCases",
                schema: "qualification");

            migrationBuilder.DropTable(
                name: "CheckAnswers",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "ContractDetailsDuties",
                schema: "calloffs");

            migrationBuilder.DropTable(
                name: "Deputies",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "DutyTurns",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "EmailRecords",
                schema: "clarifications");

            migrationBuilder.DropTable(
                name: "ExtensionProposals",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "FeedbackRequests",
                schema: "awards");

            migrationBuilder.DropTable(
                name: "Heartbeats",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "HelpRequests",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "KeptCopies",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "LateDecisions",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "LibraryItems",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "OpeningSeats",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "PreparedNotices",
                schema: "notices");

            migrationBuilder.DropTable(
                name: "SavedSearches",
                schema: "notices");

            migrationBuilder.DropTable(
                name: "SufficiencyChecks",
                schema: "frameworks");

            migrationBuilder.DropIndex(
                name: "IX_SealedBids_OneInTime",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropIndex(
                name: "IX_SealedBids_Tender_ReceivedAt",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Buyer_Row",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_GateDecisions_RecordedAt",
                schema: "gate",
                table: "GateDecisions");

            migrationBuilder.DropIndex(
                name: "IX_FollowUpDuties_DoneAt_EscalatedAt_DueBy",
                schema: "gate",
                table: "FollowUpDuties");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentSummaries_Tender_LotNumber_Bidder_Round",
                schema: "awards",
                table: "AssessmentSummaries");

            migrationBuilder.DropColumn(
                name: "AwardApproval",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Deputies",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "EarlierConflicts",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "ExtensionPending",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "KeptUntil",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "MarketContacts",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Proposed",
                schema: "tenders",
                table: "Tenders");

            migrationBuilder.DropColumn(
                name: "Origin",
                schema: "tenders",
                table: "TenderDocuments");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                schema: "bids",
                table: "SealedBids");

            migrationBuilder.DropColumn(
                name: "Rejection",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SearchCodes",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SearchLots",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SearchPlaces",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SearchPounds",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SearchWords",
                schema: "notices",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Corrections",
                schema: "evaluation",
                table: "Moderations");

            migrationBuilder.DropColumn(
                name: "SuitsSmes",
                schema: "tenders",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "SuitsVcses",
                schema: "tenders",
                table: "Lots");

            migrationBuilder.DropColumn(
                name: "LapsedEvidence",
                schema: "frameworks",
                table: "HomeAdmissions");

            migrationBuilder.DropColumn(
                name: "FlaggedAt",
                schema: "gate",
                table: "GivenApprovals");

            migrationBuilder.DropColumn(
                name: "DecidedOffline",
                schema: "gate",
                table: "GateDecisions");

            migrationBuilder.DropColumn(
                name: "Overridden",
                schema: "gate",
                table: "GateDecisions");

            migrationBuilder.DropColumn(
                name: "TableRow",
                schema: "gate",
                table: "GateDecisions");

            migrationBuilder.DropColumn(
                name: "BindsFrom",
                schema: "frameworks",
                table: "FrameworkLots");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                schema: "gate",
                table: "FollowUpDuties");

            migrationBuilder.DropColumn(
                name: "CameByEmail",
                schema: "clarifications",
                table: "Clarifications");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                schema: "clarifications",
                table: "Clarifications");

            migrationBuilder.DropColumn(
                name: "Diligence",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Fallen",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "RestsOn",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Withheld",
                schema: "awards",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Round",
                schema: "awards",
                table: "AssessmentSummaries");

            migrationBuilder.AlterColumn<long>(
                name: "MadeFrom",
                schema: "notices",
                table: "Notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSummaries_Tender_LotNumber_Bidder",
                schema: "awards",
                table: "AssessmentSummaries",
                columns: new[] { "Tender", "LotNumber", "Bidder" },
                unique: true);
        }
    }
}
