using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "frameworks");

            migrationBuilder.EnsureSchema(
                name: "organisations");

            migrationBuilder.EnsureSchema(
                name: "awards");

            migrationBuilder.EnsureSchema(
                name: "bids");

            migrationBuilder.EnsureSchema(
                name: "workflows");

            migrationBuilder.EnsureSchema(
                name: "calloffs");

            migrationBuilder.EnsureSchema(
                name: "clarifications");

            migrationBuilder.EnsureSchema(
                name: "evaluation");

            migrationBuilder.EnsureSchema(
                name: "fees");

            migrationBuilder.EnsureSchema(
                name: "tenders");

            migrationBuilder.EnsureSchema(
                name: "referrals");

            migrationBuilder.EnsureSchema(
                name: "gate");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.EnsureSchema(
                name: "notices");

            migrationBuilder.EnsureSchema(
                name: "qualification");

            migrationBuilder.CreateTable(
                name: "Accessions",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppliedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Admissions",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Admissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApiClients",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DisabledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiClients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentSummaries",
                schema: "awards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentSummaries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Awards",
                schema: "awards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Winners = table.Column<string>(type: "TEXT", nullable: false),
                    Recommendation = table.Column<string>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", nullable: true),
                    SummariesSentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NoticePublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Claims = table.Column<string>(type: "TEXT", nullable: false),
                    Signatures = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Awards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BidDrafts",
                schema: "bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SavedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BidDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallOffs",
                schema: "calloffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ref = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ChildReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Weeks = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GateDecision = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallOffs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Clarifications",
                schema: "clarifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByPerson = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfidentialWish = table.Column<string>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PublishedQuestion = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfidentialReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clarifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConflictDeclarations",
                schema: "evaluation",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Details = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DeclaredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReviewReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReviewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConflictDeclarations", x => new { x.Tender, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "CostSheets",
                schema: "fees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Occupied = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    StatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CostSheets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeclinedTenders",
                schema: "tenders",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclinedTenders", x => new { x.Tender, x.Provider });
                });

            migrationBuilder.CreateTable(
                name: "Declines",
                schema: "referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Referral = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Declines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeeApprovals",
                schema: "fees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Asked_CallOffRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Asked_Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Asked_Cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    Asked_Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Asked_HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Asked_ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Asked_Fee = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Asked_Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Asked_Weeks = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: true),
                    Asked_FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Asked_LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Asked_RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AboveThreshold = table.Column<bool>(type: "INTEGER", nullable: false),
                    Signers = table.Column<string>(type: "TEXT", nullable: false),
                    Flags = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Comparison_Ceiling = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Comparison_Median = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Comparison_Register = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Comparison_Schedule = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeApprovals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpDuties",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<Guid>(type: "TEXT", nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DueBy = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpDuties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkCommitments",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    CallOffRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkCommitments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Frameworks",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ref = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Lead = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MayExtendTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegisterClause = table.Column<bool>(type: "INTEGER", nullable: false),
                    PendingHomesAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    EstimatedValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    ValueUsed = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Frameworks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GateDecisions",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<Guid>(type: "TEXT", nullable: false),
                    Previous = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorityCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Requester = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RequesterName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChildReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: true),
                    ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ReferralRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Decisive = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    AllowedPrice = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    AuthorityLapses = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RuleSet = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssertedJson = table.Column<string>(type: "TEXT", nullable: false),
                    FactsJson = table.Column<string>(type: "TEXT", nullable: false),
                    AnswerJson = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GateRequestKeys",
                schema: "gate",
                columns: table => new
                {
                    Client = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    BodySha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Decision = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateRequestKeys", x => new { x.Client, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "GateRuleSets",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TermsJson = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateRuleSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GivenApprovals",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<Guid>(type: "TEXT", nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConfirmBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GivenApprovals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HomeAdmissions",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrameworkRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    FormerUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeAdmissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HubConfirmations",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubConfirmations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptNotices",
                schema: "tenders",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptNotices", x => x.Tender);
                });

            migrationBuilder.CreateTable(
                name: "LogCheckpoints",
                schema: "audit",
                columns: table => new
                {
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogCheckpoints", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "LogEntries",
                schema: "audit",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Index = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EntryJson = table.Column<string>(type: "TEXT", nullable: false),
                    Relayed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEntries", x => x.Row);
                });

            migrationBuilder.CreateTable(
                name: "LogHeads",
                schema: "audit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogPayloads",
                schema: "audit",
                columns: table => new
                {
                    Entry = table.Column<Guid>(type: "TEXT", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogPayloads", x => x.Entry);
                });

            migrationBuilder.CreateTable(
                name: "LogTiles",
                schema: "audit",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    Hashes = table.Column<byte[]>(type: "BLOB", maxLength: 8192, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogTiles", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "LotRankings",
                schema: "evaluation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MethodologySha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RankedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RankedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Winner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TieDecision = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LotRankings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MailDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Moderations",
                schema: "evaluation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    Attendance = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Moderations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                schema: "notices",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReleaseId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Buyer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Ocid = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleaseJson = table.Column<string>(type: "TEXT", nullable: false),
                    MadeFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    Delivery = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NationalNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    NationalOcid = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Row);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                schema: "referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Referral = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    AvailableFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HowNeedsAreMet = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    NeedsNotMet = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Suitable = table.Column<bool>(type: "INTEGER", nullable: true),
                    MatchReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AssessedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AssessedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenedBids",
                schema: "bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WrappedQuality = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrappedPrices = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedBids", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenerKeys",
                schema: "bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TestedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HoldsRecovery = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", maxLength: 65, nullable: false),
                    WrappedPrivateKey = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenerKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpeningRecords",
                schema: "bids",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UnderSharedKey = table.Column<bool>(type: "INTEGER", nullable: false),
                    People = table.Column<string>(type: "TEXT", nullable: false),
                    Opened = table.Column<string>(type: "TEXT", nullable: false),
                    Failures = table.Column<string>(type: "TEXT", nullable: false),
                    Late = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningRecords", x => x.Tender);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CompanyNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Ppon = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    VerifiedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VerificationRefusal = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                schema: "workflows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Poisoned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ParticipationDecisions",
                schema: "qualification",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipationDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlacementPrices",
                schema: "gate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlacementPrices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProviderHomes",
                schema: "organisations",
                columns: table => new
                {
                    Urn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HostAuthority = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    ServiceTypes = table.Column<string>(type: "TEXT", nullable: false),
                    Registration = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Judgement = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Restriction = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlacesRegistered = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacesOccupied = table.Column<int>(type: "INTEGER", nullable: false),
                    OccupancyStatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderHomes", x => x.Urn);
                });

            migrationBuilder.CreateTable(
                name: "QaRestrictions",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ByCooperative = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ImposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QaRestrictions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                schema: "referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ref = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Authority = table.Column<Guid>(type: "TEXT", nullable: false),
                    RaisedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildReference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChildAge = table.Column<int>(type: "INTEGER", nullable: false),
                    ServiceTypes = table.Column<string>(type: "TEXT", nullable: false),
                    Needs = table.Column<string>(type: "TEXT", nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CodesignedWith = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ChildsViews = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NeededBy = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownSince = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WindowClosesAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WindowClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WiderSearch = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScoreSheets",
                schema: "evaluation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    Evaluator = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluatorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LockedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealedBids",
                schema: "bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ManifestSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrappedFileList = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Envelopes_Price = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Envelopes_PriceCommitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Envelopes_Quality = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Envelopes_QualityCommitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedBids", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionKeys",
                schema: "bids",
                columns: table => new
                {
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BodySha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionKeys", x => new { x.Client, x.Place, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Tenders",
                schema: "tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ref = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Buyer = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Procedure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RuleSetVersion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Cpv = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    AdditionalCpv = table.Column<string>(type: "TEXT", nullable: false),
                    NetValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    GrossValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    MarketEngagement = table.Column<string>(type: "TEXT", nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", nullable: false),
                    HideBidderNames = table.Column<bool>(type: "INTEGER", nullable: false),
                    Dates = table.Column<string>(type: "TEXT", nullable: false),
                    Framework = table.Column<string>(type: "TEXT", nullable: true),
                    Conflicts = table.Column<string>(type: "TEXT", nullable: true),
                    Approval = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    QuestionsCloseAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosesAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpensAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StandstillEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MethodologySha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Amendments = table.Column<string>(type: "TEXT", nullable: false),
                    Cancelled = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tenders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TenderSeals",
                schema: "bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenderRef = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Lots = table.Column<string>(type: "TEXT", nullable: false),
                    Shares = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DealtAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WrappedPortalHalf = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    WrappedOpenersHalf = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderSeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TenderWatches",
                schema: "tenders",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderWatches", x => new { x.Tender, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                schema: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Offset = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Scan = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowInstances",
                schema: "workflows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DefinitionVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SinceRow = table.Column<long>(type: "INTEGER", nullable: false),
                    Moves = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowInstances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FeeQueries",
                schema: "fees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fee = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnswererName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeQueries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeeQueries_FeeApprovals_Fee",
                        column: x => x.Fee,
                        principalSchema: "fees",
                        principalTable: "FeeApprovals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FeeSignatures",
                schema: "fees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fee = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeeSignatures_FeeApprovals_Fee",
                        column: x => x.Fee,
                        principalSchema: "fees",
                        principalTable: "FeeApprovals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FrameworkLots",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Framework = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Ceiling = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    OpenBook = table.Column<bool>(type: "INTEGER", nullable: false),
                    AgeFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    AgeTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Needs = table.Column<string>(type: "TEXT", nullable: false),
                    Geography = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    MinimumJudgement = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkLots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrameworkLots_Frameworks_Framework",
                        column: x => x.Framework,
                        principalSchema: "frameworks",
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OnboardingChecks",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeAdmission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Satisfied = table.Column<bool>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SeenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OnboardingChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OnboardingChecks_HomeAdmissions_HomeAdmission",
                        column: x => x.HomeAdmission,
                        principalSchema: "frameworks",
                        principalTable: "HomeAdmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PriceSchedules",
                schema: "frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeAdmission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DecidedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Terms_AbsenceFullDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_BlockDiscount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    Terms_Core = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Terms_EducationWeek = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Terms_LongTermDiscount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    Terms_NoticeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_OneToOneHour = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Terms_RetainerDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_RetainerRate = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    Terms_ShortBreakNight = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Terms_SiblingDiscount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false),
                    Terms_TherapyHour = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Terms_TransportMile = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Terms_UpliftRule = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_VoidRate = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: true),
                    Terms_VolumeDiscount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceSchedules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceSchedules_HomeAdmissions_HomeAdmission",
                        column: x => x.HomeAdmission,
                        principalSchema: "frameworks",
                        principalTable: "HomeAdmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RankedTenders",
                schema: "evaluation",
                columns: table => new
                {
                    Ranking = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bidder = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomeUrn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Total = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ExactTotal = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    WhyOut = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RankedTenders", x => new { x.Ranking, x.Label });
                    table.ForeignKey(
                        name: "FK_RankedTenders_LotRankings_Ranking",
                        column: x => x.Ranking,
                        principalSchema: "evaluation",
                        principalTable: "LotRankings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConsensusScores",
                schema: "evaluation",
                columns: table => new
                {
                    Moderation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    AgreedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsensusScores", x => new { x.Moderation, x.Submission, x.Criterion });
                    table.ForeignKey(
                        name: "FK_ConsensusScores_Moderations_Moderation",
                        column: x => x.Moderation,
                        principalSchema: "evaluation",
                        principalTable: "Moderations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                schema: "organisations",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Roles = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.Person, x.Organisation });
                    table.ForeignKey(
                        name: "FK_Memberships_People_Person",
                        column: x => x.Person,
                        principalSchema: "organisations",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReferralRecipients",
                schema: "referrals",
                columns: table => new
                {
                    Referral = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralRecipients", x => new { x.Referral, x.Provider });
                    table.ForeignKey(
                        name: "FK_ReferralRecipients_Referrals_Referral",
                        column: x => x.Referral,
                        principalSchema: "referrals",
                        principalTable: "Referrals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GivenScores",
                schema: "evaluation",
                columns: table => new
                {
                    Sheet = table.Column<Guid>(type: "TEXT", nullable: false),
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Citation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GivenScores", x => new { x.Sheet, x.Submission, x.Criterion });
                    table.ForeignKey(
                        name: "FK_GivenScores_ScoreSheets_Sheet",
                        column: x => x.Sheet,
                        principalSchema: "evaluation",
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SealedFiles",
                schema: "bids",
                columns: table => new
                {
                    Submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Upload = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedKeys = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedFiles", x => new { x.Submission, x.Upload });
                    table.ForeignKey(
                        name: "FK_SealedFiles_SealedBids_Submission",
                        column: x => x.Submission,
                        principalSchema: "bids",
                        principalTable: "SealedBids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Lots",
                schema: "tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    PerHome = table.Column<bool>(type: "INTEGER", nullable: false),
                    ServiceType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NetValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    GrossValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true),
                    Regions = table.Column<string>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExtensionsTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Criteria = table.Column<string>(type: "TEXT", nullable: false),
                    Questions = table.Column<string>(type: "TEXT", nullable: false),
                    PriceLines = table.Column<string>(type: "TEXT", nullable: false),
                    RequiredDocuments = table.Column<string>(type: "TEXT", nullable: false),
                    Declarations = table.Column<string>(type: "TEXT", nullable: false),
                    PriceMethod = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lots_Tenders_Tender",
                        column: x => x.Tender,
                        principalSchema: "tenders",
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                schema: "tenders",
                columns: table => new
                {
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => new { x.Tender, x.Person, x.Part });
                    table.ForeignKey(
                        name: "FK_TeamMembers_Tenders_Tender",
                        column: x => x.Tender,
                        principalSchema: "tenders",
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TenderDocuments",
                schema: "tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TenderDocuments_Tenders_Tender",
                        column: x => x.Tender,
                        principalSchema: "tenders",
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UploadSegments",
                schema: "organisations",
                columns: table => new
                {
                    File = table.Column<Guid>(type: "TEXT", nullable: false),
                    Upload = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadSegments", x => x.File);
                    table.ForeignKey(
                        name: "FK_UploadSegments_Uploads_Upload",
                        column: x => x.Upload,
                        principalSchema: "organisations",
                        principalTable: "Uploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bookmarks",
                schema: "workflows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Instance = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Branch = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WakeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Poisoned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookmarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bookmarks_WorkflowInstances_Instance",
                        column: x => x.Instance,
                        principalSchema: "workflows",
                        principalTable: "WorkflowInstances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StepRecords",
                schema: "workflows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Instance = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Branch = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepRecords_WorkflowInstances_Instance",
                        column: x => x.Instance,
                        principalSchema: "workflows",
                        principalTable: "WorkflowInstances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accessions_Authority_Framework",
                schema: "frameworks",
                table: "Accessions",
                columns: new[] { "Authority", "Framework" });

            migrationBuilder.CreateIndex(
                name: "IX_Accessions_Framework",
                schema: "frameworks",
                table: "Accessions",
                column: "Framework");

            migrationBuilder.CreateIndex(
                name: "IX_Admissions_Framework_LotNumber_Provider",
                schema: "frameworks",
                table: "Admissions",
                columns: new[] { "Framework", "LotNumber", "Provider" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Admissions_Provider",
                schema: "frameworks",
                table: "Admissions",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_ApiClients_Name",
                schema: "organisations",
                table: "ApiClients",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiClients_Organisation",
                schema: "organisations",
                table: "ApiClients",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_Person",
                table: "AspNetUsers",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSummaries_Bidder",
                schema: "awards",
                table: "AssessmentSummaries",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSummaries_Tender_LotNumber_Bidder",
                schema: "awards",
                table: "AssessmentSummaries",
                columns: new[] { "Tender", "LotNumber", "Bidder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Awards_Stage",
                schema: "awards",
                table: "Awards",
                column: "Stage");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_Tender",
                schema: "awards",
                table: "Awards",
                column: "Tender",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BidDrafts_Bidder",
                schema: "bids",
                table: "BidDrafts",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_BidDrafts_Lot_Bidder",
                schema: "bids",
                table: "BidDrafts",
                columns: new[] { "Lot", "Bidder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_Instance",
                schema: "workflows",
                table: "Bookmarks",
                column: "Instance");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_Lease",
                schema: "workflows",
                table: "Bookmarks",
                column: "Lease");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_WakeAt",
                schema: "workflows",
                table: "Bookmarks",
                column: "WakeAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallOffs_Authority_MadeAt",
                schema: "calloffs",
                table: "CallOffs",
                columns: new[] { "Authority", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallOffs_GateDecision",
                schema: "calloffs",
                table: "CallOffs",
                column: "GateDecision",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CallOffs_HomeUrn",
                schema: "calloffs",
                table: "CallOffs",
                column: "HomeUrn");

            migrationBuilder.CreateIndex(
                name: "IX_CallOffs_Provider",
                schema: "calloffs",
                table: "CallOffs",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_CallOffs_Ref",
                schema: "calloffs",
                table: "CallOffs",
                column: "Ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_AskedBy",
                schema: "clarifications",
                table: "Clarifications",
                column: "AskedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_Tender_Number",
                schema: "clarifications",
                table: "Clarifications",
                columns: new[] { "Tender", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConflictDeclarations_Person",
                schema: "evaluation",
                table: "ConflictDeclarations",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_CostSheets_HomeUrn_StatedAt",
                schema: "fees",
                table: "CostSheets",
                columns: new[] { "HomeUrn", "StatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Declines_Provider",
                schema: "referrals",
                table: "Declines",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_Declines_Referral",
                schema: "referrals",
                table: "Declines",
                column: "Referral");

            migrationBuilder.CreateIndex(
                name: "IX_FeeApprovals_Asked_Authority",
                schema: "fees",
                table: "FeeApprovals",
                column: "Asked_Authority");

            migrationBuilder.CreateIndex(
                name: "IX_FeeApprovals_Asked_CallOffRef",
                schema: "fees",
                table: "FeeApprovals",
                column: "Asked_CallOffRef",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeeApprovals_Asked_Cooperative",
                schema: "fees",
                table: "FeeApprovals",
                column: "Asked_Cooperative");

            migrationBuilder.CreateIndex(
                name: "IX_FeeApprovals_Stage_DueAt",
                schema: "fees",
                table: "FeeApprovals",
                columns: new[] { "Stage", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FeeQueries_Fee",
                schema: "fees",
                table: "FeeQueries",
                column: "Fee");

            migrationBuilder.CreateIndex(
                name: "IX_FeeSignatures_Fee_Person",
                schema: "fees",
                table: "FeeSignatures",
                columns: new[] { "Fee", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeeSignatures_Fee_Role",
                schema: "fees",
                table: "FeeSignatures",
                columns: new[] { "Fee", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpDuties_Authority_DoneAt_DueBy",
                schema: "gate",
                table: "FollowUpDuties",
                columns: new[] { "Authority", "DoneAt", "DueBy" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpDuties_Line_What",
                schema: "gate",
                table: "FollowUpDuties",
                columns: new[] { "Line", "What" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkCommitments_CallOffRef",
                schema: "frameworks",
                table: "FrameworkCommitments",
                column: "CallOffRef",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkCommitments_Framework",
                schema: "frameworks",
                table: "FrameworkCommitments",
                column: "Framework");

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkLots_Framework_Number",
                schema: "frameworks",
                table: "FrameworkLots",
                columns: new[] { "Framework", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkLots_ServiceType",
                schema: "frameworks",
                table: "FrameworkLots",
                column: "ServiceType");

            migrationBuilder.CreateIndex(
                name: "IX_Frameworks_Ref",
                schema: "frameworks",
                table: "Frameworks",
                column: "Ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GateDecisions_Authority_RecordedAt",
                schema: "gate",
                table: "GateDecisions",
                columns: new[] { "Authority", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GateDecisions_HomeUrn",
                schema: "gate",
                table: "GateDecisions",
                column: "HomeUrn");

            migrationBuilder.CreateIndex(
                name: "IX_GateDecisions_Line_Number",
                schema: "gate",
                table: "GateDecisions",
                columns: new[] { "Line", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GateRuleSets_Name",
                schema: "gate",
                table: "GateRuleSets",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GivenApprovals_Line",
                schema: "gate",
                table: "GivenApprovals",
                column: "Line");

            migrationBuilder.CreateIndex(
                name: "IX_GivenApprovals_Person",
                schema: "gate",
                table: "GivenApprovals",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_HomeAdmissions_Framework_LotNumber_Status",
                schema: "frameworks",
                table: "HomeAdmissions",
                columns: new[] { "Framework", "LotNumber", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_HomeAdmissions_HomeUrn_Framework_LotNumber",
                schema: "frameworks",
                table: "HomeAdmissions",
                columns: new[] { "HomeUrn", "Framework", "LotNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HomeAdmissions_Provider",
                schema: "frameworks",
                table: "HomeAdmissions",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_HubConfirmations_ReferralRef_Framework",
                schema: "frameworks",
                table: "HubConfirmations",
                columns: new[] { "ReferralRef", "Framework" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_Id",
                schema: "audit",
                table: "LogEntries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_Index",
                schema: "audit",
                table: "LogEntries",
                column: "Index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_Relayed_Row",
                schema: "audit",
                table: "LogEntries",
                columns: new[] { "Relayed", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntries_Subject_Row",
                schema: "audit",
                table: "LogEntries",
                columns: new[] { "Subject", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_LotRankings_Tender_Lot_Number",
                schema: "evaluation",
                table: "LotRankings",
                columns: new[] { "Tender", "Lot", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lots_Tender_Number",
                schema: "tenders",
                table: "Lots",
                columns: new[] { "Tender", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_Organisation",
                schema: "organisations",
                table: "Memberships",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key",
                schema: "organisations",
                table: "Messages",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_MailDueAt",
                schema: "organisations",
                table: "Messages",
                column: "MailDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Organisation",
                schema: "organisations",
                table: "Messages",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Person",
                schema: "organisations",
                table: "Messages",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Moderations_Tender_Lot",
                schema: "evaluation",
                table: "Moderations",
                columns: new[] { "Tender", "Lot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_MadeFrom",
                schema: "notices",
                table: "Notices",
                column: "MadeFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_NationalOcid",
                schema: "notices",
                table: "Notices",
                column: "NationalOcid");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Ocid",
                schema: "notices",
                table: "Notices",
                column: "Ocid");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_ReleaseId",
                schema: "notices",
                table: "Notices",
                column: "ReleaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Tender_Row",
                schema: "notices",
                table: "Notices",
                columns: new[] { "Tender", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Provider",
                schema: "referrals",
                table: "Offers",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Referral",
                schema: "referrals",
                table: "Offers",
                column: "Referral");

            migrationBuilder.CreateIndex(
                name: "IX_OnboardingChecks_HomeAdmission_Matter",
                schema: "frameworks",
                table: "OnboardingChecks",
                columns: new[] { "HomeAdmission", "Matter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenedBids_Bidder",
                schema: "bids",
                table: "OpenedBids",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_OpenedBids_Tender_Lot",
                schema: "bids",
                table: "OpenedBids",
                columns: new[] { "Tender", "Lot" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenerKeys_Person",
                schema: "bids",
                table: "OpenerKeys",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Code",
                schema: "organisations",
                table: "Organisations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Parent",
                schema: "organisations",
                table: "Organisations",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueAt",
                schema: "workflows",
                table: "Outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Key",
                schema: "workflows",
                table: "Outbox",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Lease",
                schema: "workflows",
                table: "Outbox",
                column: "Lease");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationDecisions_Tender_Bidder",
                schema: "qualification",
                table: "ParticipationDecisions",
                columns: new[] { "Tender", "Bidder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_Email",
                schema: "organisations",
                table: "People",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlacementPrices_Authority_ChildReference_HomeUrn",
                schema: "gate",
                table: "PlacementPrices",
                columns: new[] { "Authority", "ChildReference", "HomeUrn" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceSchedules_HomeAdmission_Number",
                schema: "frameworks",
                table: "PriceSchedules",
                columns: new[] { "HomeAdmission", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderHomes_Provider",
                schema: "organisations",
                table: "ProviderHomes",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_QaRestrictions_HomeUrn",
                schema: "frameworks",
                table: "QaRestrictions",
                column: "HomeUrn");

            migrationBuilder.CreateIndex(
                name: "IX_QaRestrictions_Provider",
                schema: "frameworks",
                table: "QaRestrictions",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_RankedTenders_Bidder",
                schema: "evaluation",
                table: "RankedTenders",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRecipients_Provider",
                schema: "referrals",
                table: "ReferralRecipients",
                column: "Provider");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Authority_SentAt",
                schema: "referrals",
                table: "Referrals",
                columns: new[] { "Authority", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Ref",
                schema: "referrals",
                table: "Referrals",
                column: "Ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_Evaluator",
                schema: "evaluation",
                table: "ScoreSheets",
                column: "Evaluator");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_Tender_Lot_Evaluator",
                schema: "evaluation",
                table: "ScoreSheets",
                columns: new[] { "Tender", "Lot", "Evaluator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SealedBids_Bidder",
                schema: "bids",
                table: "SealedBids",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_SealedBids_Lot_Bidder",
                schema: "bids",
                table: "SealedBids",
                columns: new[] { "Lot", "Bidder" });

            migrationBuilder.CreateIndex(
                name: "IX_SealedBids_Tender_Status",
                schema: "bids",
                table: "SealedBids",
                columns: new[] { "Tender", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SealedFiles_Upload",
                schema: "bids",
                table: "SealedFiles",
                column: "Upload");

            migrationBuilder.CreateIndex(
                name: "IX_StepRecords_Instance",
                schema: "workflows",
                table: "StepRecords",
                column: "Instance");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_Person",
                schema: "tenders",
                table: "TeamMembers",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_TenderDocuments_Tender",
                schema: "tenders",
                table: "TenderDocuments",
                column: "Tender");

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_Buyer_Stage",
                schema: "tenders",
                table: "Tenders",
                columns: new[] { "Buyer", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_PublishedAt",
                schema: "tenders",
                table: "Tenders",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_Ref",
                schema: "tenders",
                table: "Tenders",
                column: "Ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_Stage_ClosesAt",
                schema: "tenders",
                table: "Tenders",
                columns: new[] { "Stage", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TenderSeals_Tender",
                schema: "bids",
                table: "TenderSeals",
                column: "Tender",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TenderWatches_Person",
                schema: "tenders",
                table: "TenderWatches",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_Organisation",
                schema: "organisations",
                table: "Uploads",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_UploadSegments_Upload",
                schema: "organisations",
                table: "UploadSegments",
                column: "Upload");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Definition_Subject_SinceRow",
                schema: "workflows",
                table: "WorkflowInstances",
                columns: new[] { "Definition", "Subject", "SinceRow" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Subject_State",
                schema: "workflows",
                table: "WorkflowInstances",
                columns: new[] { "Subject", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Accessions",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "Admissions",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "ApiClients",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AssessmentSummaries",
                schema: "awards");

            migrationBuilder.DropTable(
                name: "Awards",
                schema: "awards");

            migrationBuilder.DropTable(
                name: "BidDrafts",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "Bookmarks",
                schema: "workflows");

            migrationBuilder.DropTable(
                name: "CallOffs",
                schema: "calloffs");

            migrationBuilder.DropTable(
                name: "Clarifications",
                schema: "clarifications");

            migrationBuilder.DropTable(
                name: "ConflictDeclarations",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "ConsensusScores",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "CostSheets",
                schema: "fees");

            migrationBuilder.DropTable(
                name: "DeclinedTenders",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "Declines",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "FeeQueries",
                schema: "fees");

            migrationBuilder.DropTable(
                name: "FeeSignatures",
                schema: "fees");

            migrationBuilder.DropTable(
                name: "FollowUpDuties",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "FrameworkCommitments",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "FrameworkLots",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "GateDecisions",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "GateRequestKeys",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "GateRuleSets",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "GivenApprovals",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "GivenScores",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "HubConfirmations",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "KeptNotices",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "LogCheckpoints",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "LogEntries",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "LogHeads",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "LogPayloads",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "LogTiles",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "Lots",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "Memberships",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "Messages",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "Notices",
                schema: "notices");

            migrationBuilder.DropTable(
                name: "Offers",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "OnboardingChecks",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "OpenedBids",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "OpenerKeys",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "OpeningRecords",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "Organisations",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "workflows");

            migrationBuilder.DropTable(
                name: "ParticipationDecisions",
                schema: "qualification");

            migrationBuilder.DropTable(
                name: "PlacementPrices",
                schema: "gate");

            migrationBuilder.DropTable(
                name: "PriceSchedules",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "ProviderHomes",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "QaRestrictions",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "RankedTenders",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "ReferralRecipients",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "SealedFiles",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "StepRecords",
                schema: "workflows");

            migrationBuilder.DropTable(
                name: "SubmissionKeys",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "TeamMembers",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "TenderDocuments",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "TenderSeals",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "TenderWatches",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "UploadSegments",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Moderations",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "FeeApprovals",
                schema: "fees");

            migrationBuilder.DropTable(
                name: "Frameworks",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "ScoreSheets",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "People",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "HomeAdmissions",
                schema: "frameworks");

            migrationBuilder.DropTable(
                name: "LotRankings",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "Referrals",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "SealedBids",
                schema: "bids");

            migrationBuilder.DropTable(
                name: "WorkflowInstances",
                schema: "workflows");

            migrationBuilder.DropTable(
                name: "Tenders",
                schema: "tenders");

            migrationBuilder.DropTable(
                name: "Uploads",
                schema: "organisations");
        }
    }
}
