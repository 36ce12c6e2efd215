IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'frameworks') IS NULL EXEC(N'CREATE SCHEMA [frameworks];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'organisations') IS NULL EXEC(N'CREATE SCHEMA [organisations];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'awards') IS NULL EXEC(N'CREATE SCHEMA [awards];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'bids') IS NULL EXEC(N'CREATE SCHEMA [bids];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'workflows') IS NULL EXEC(N'CREATE SCHEMA [workflows];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'calloffs') IS NULL EXEC(N'CREATE SCHEMA [calloffs];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'clarifications') IS NULL EXEC(N'CREATE SCHEMA [clarifications];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'evaluation') IS NULL EXEC(N'CREATE SCHEMA [evaluation];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'fees') IS NULL EXEC(N'CREATE SCHEMA [fees];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'tenders') IS NULL EXEC(N'CREATE SCHEMA [tenders];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'referrals') IS NULL EXEC(N'CREATE SCHEMA [referrals];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'gate') IS NULL EXEC(N'CREATE SCHEMA [gate];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'audit') IS NULL EXEC(N'CREATE SCHEMA [audit];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'notices') IS NULL EXEC(N'CREATE SCHEMA [notices];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    IF SCHEMA_ID(N'qualification') IS NULL EXEC(N'CREATE SCHEMA [qualification];');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[Accessions] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [AppliedBy] uniqueidentifier NOT NULL,
        [AppliedBecause] nvarchar(2000) NOT NULL,
        [AppliedAt] datetimeoffset(6) NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedBecause] nvarchar(2000) NULL,
        [Deed] nvarchar(200) NULL,
        [EffectiveFrom] date NULL,
        [EffectiveTo] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Accessions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[Admissions] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Admissions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[ApiClients] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Scopes] nvarchar(max) NOT NULL,
        [RegisteredAt] datetimeoffset(6) NOT NULL,
        [DisabledAt] datetimeoffset(6) NULL,
        [Salt] varbinary(16) NOT NULL,
        [SecretHash] varbinary(32) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ApiClients] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset(6) NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [awards].[AssessmentSummaries] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [SentAt] datetimeoffset(6) NOT NULL,
        [FirstReadAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_AssessmentSummaries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [awards].[Awards] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Winners] nvarchar(max) NOT NULL,
        [Recommendation] nvarchar(max) NOT NULL,
        [Decision] nvarchar(max) NULL,
        [SummariesSentAt] datetimeoffset(6) NULL,
        [NoticePublishedAt] datetimeoffset(6) NULL,
        [Claims] nvarchar(max) NOT NULL,
        [Signatures] nvarchar(max) NOT NULL,
        [SignedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Awards] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[BidDrafts] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [SavedAt] datetimeoffset(6) NOT NULL,
        [SavedBy] uniqueidentifier NOT NULL,
        [SavedByName] nvarchar(200) NOT NULL,
        [Revision] bigint NOT NULL,
        [Wrapped] varbinary(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_BidDrafts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [calloffs].[CallOffs] (
        [Id] uniqueidentifier NOT NULL,
        [Ref] nvarchar(40) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [ChildReference] nvarchar(60) NOT NULL,
        [ServiceType] nvarchar(40) NOT NULL,
        [FrameworkRef] nvarchar(40) NULL,
        [LotNumber] nvarchar(10) NULL,
        [Price] decimal(19,4) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [Places] int NOT NULL,
        [From] date NOT NULL,
        [Weeks] decimal(19,6) NULL,
        [EndedOn] date NULL,
        [GateDecision] uniqueidentifier NOT NULL,
        [ReferralRef] nvarchar(40) NULL,
        [MadeBy] uniqueidentifier NOT NULL,
        [MadeByName] nvarchar(200) NOT NULL,
        [MadeAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_CallOffs] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [clarifications].[Clarifications] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [LotNumber] nvarchar(10) NULL,
        [Question] nvarchar(max) NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskedByPerson] uniqueidentifier NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [ConfidentialWish] nvarchar(max) NULL,
        [Stage] nvarchar(60) NOT NULL,
        [PublishedQuestion] nvarchar(max) NULL,
        [Answer] nvarchar(max) NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        [AnsweredBy] uniqueidentifier NULL,
        [ConfidentialReason] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Clarifications] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[ConflictDeclarations] (
        [Tender] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [Standing] nvarchar(60) NOT NULL,
        [Details] nvarchar(4000) NOT NULL,
        [DeclaredAt] datetimeoffset(6) NOT NULL,
        [ReviewedByName] nvarchar(200) NOT NULL,
        [ReviewReason] nvarchar(4000) NOT NULL,
        [ReviewedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ConflictDeclarations] PRIMARY KEY ([Tender], [Person])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [fees].[CostSheets] (
        [Id] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Places] int NOT NULL,
        [Occupied] decimal(19,6) NOT NULL,
        [StatedAt] datetimeoffset(6) NOT NULL,
        [StatedBy] uniqueidentifier NOT NULL,
        [Lines] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_CostSheets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[DeclinedTenders] (
        [Tender] uniqueidentifier NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Reason] nvarchar(2000) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_DeclinedTenders] PRIMARY KEY ([Tender], [Provider])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [referrals].[Declines] (
        [Id] uniqueidentifier NOT NULL,
        [Referral] uniqueidentifier NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Reason] nvarchar(60) NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Declines] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [fees].[FeeApprovals] (
        [Id] uniqueidentifier NOT NULL,
        [Asked_CallOffRef] nvarchar(40) NOT NULL,
        [Asked_Authority] uniqueidentifier NOT NULL,
        [Asked_Cooperative] uniqueidentifier NULL,
        [Asked_Provider] uniqueidentifier NOT NULL,
        [Asked_HomeUrn] nvarchar(10) NOT NULL,
        [Asked_ServiceType] nvarchar(40) NOT NULL,
        [Asked_Fee] decimal(19,4) NOT NULL,
        [Asked_Unit] nvarchar(10) NOT NULL,
        [Asked_Weeks] decimal(19,6) NULL,
        [Asked_FrameworkRef] nvarchar(40) NULL,
        [Asked_LotNumber] nvarchar(10) NULL,
        [Asked_RequestedBy] uniqueidentifier NOT NULL,
        [Tier] nvarchar(60) NOT NULL,
        [AboveThreshold] bit NOT NULL,
        [Signers] nvarchar(max) NOT NULL,
        [Flags] nvarchar(max) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [RequestedAt] datetimeoffset(6) NOT NULL,
        [DueAt] datetimeoffset(6) NOT NULL,
        [ApprovedAt] datetimeoffset(6) NULL,
        [Comparison_Ceiling] decimal(19,4) NULL,
        [Comparison_Median] decimal(19,4) NULL,
        [Comparison_Register] decimal(19,4) NULL,
        [Comparison_Schedule] decimal(19,4) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FeeApprovals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [gate].[FollowUpDuties] (
        [Id] uniqueidentifier NOT NULL,
        [Decision] uniqueidentifier NOT NULL,
        [Line] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [What] nvarchar(60) NOT NULL,
        [DueBy] datetimeoffset(6) NULL,
        [DoneAt] datetimeoffset(6) NULL,
        [DoneBy] uniqueidentifier NULL,
        [Words] nvarchar(4000) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FollowUpDuties] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[FrameworkCommitments] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [CallOffRef] nvarchar(40) NOT NULL,
        [Value] decimal(19,4) NOT NULL,
        [On] date NOT NULL,
        CONSTRAINT [PK_FrameworkCommitments] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[Frameworks] (
        [Id] uniqueidentifier NOT NULL,
        [Ref] nvarchar(40) NOT NULL,
        [Title] nvarchar(250) NOT NULL,
        [Level] nvarchar(60) NOT NULL,
        [Form] nvarchar(60) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Lead] uniqueidentifier NOT NULL,
        [Cooperative] uniqueidentifier NOT NULL,
        [StartsOn] date NOT NULL,
        [EndsOn] date NOT NULL,
        [MayExtendTo] date NULL,
        [RegisterClause] bit NOT NULL,
        [PendingHomesAllowed] bit NOT NULL,
        [EstimatedValue] decimal(19,4) NOT NULL,
        [ValueUsed] decimal(19,4) NOT NULL,
        [TenderRef] nvarchar(40) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Frameworks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [gate].[GateDecisions] (
        [Id] uniqueidentifier NOT NULL,
        [Line] uniqueidentifier NOT NULL,
        [Previous] uniqueidentifier NULL,
        [Number] int NOT NULL,
        [Occasion] nvarchar(60) NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [AuthorityCode] nvarchar(60) NOT NULL,
        [Requester] nvarchar(100) NOT NULL,
        [RequesterName] nvarchar(200) NOT NULL,
        [RecordedAt] datetimeoffset(6) NOT NULL,
        [ChildReference] nvarchar(60) NULL,
        [HomeUrn] nvarchar(10) NULL,
        [Provider] uniqueidentifier NULL,
        [ServiceType] nvarchar(40) NOT NULL,
        [Price] decimal(19,4) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [ReferralRef] nvarchar(40) NULL,
        [Outcome] nvarchar(60) NOT NULL,
        [Decisive] nvarchar(5) NOT NULL,
        [AllowedPrice] decimal(19,4) NULL,
        [AuthorityLapses] date NULL,
        [RuleSet] nvarchar(40) NOT NULL,
        [AssertedJson] nvarchar(max) NOT NULL,
        [FactsJson] nvarchar(max) NOT NULL,
        [AnswerJson] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_GateDecisions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [gate].[GateRequestKeys] (
        [Client] nvarchar(140) NOT NULL,
        [Key] nvarchar(255) NOT NULL,
        [BodySha256] nvarchar(64) NOT NULL,
        [Decision] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_GateRequestKeys] PRIMARY KEY ([Client], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [gate].[GateRuleSets] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(40) NOT NULL,
        [LegalBasis] nvarchar(1000) NOT NULL,
        [Reason] nvarchar(4000) NOT NULL,
        [EffectiveFrom] date NOT NULL,
        [TermsJson] nvarchar(2000) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [FirstApprovedBy] uniqueidentifier NULL,
        [SecondApprovedBy] uniqueidentifier NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_GateRuleSets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [gate].[GivenApprovals] (
        [Id] uniqueidentifier NOT NULL,
        [Line] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [Role] nvarchar(60) NOT NULL,
        [Purpose] nvarchar(60) NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Words] nvarchar(4000) NOT NULL,
        [TakenBy] nvarchar(200) NULL,
        [ConfirmBy] datetimeoffset(6) NULL,
        [ConfirmedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_GivenApprovals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[HomeAdmissions] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [FormerUrn] nvarchar(10) NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_HomeAdmissions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[HubConfirmations] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [ReferralRef] nvarchar(40) NOT NULL,
        [ConfirmedBy] uniqueidentifier NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_HubConfirmations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[KeptNotices] (
        [Tender] uniqueidentifier NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [Bytes] bigint NOT NULL,
        [KeptAt] datetimeoffset(6) NOT NULL,
        [Draft] nvarchar(max) NOT NULL,
        [Packed] varbinary(max) NOT NULL,
        CONSTRAINT [PK_KeptNotices] PRIMARY KEY ([Tender])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [audit].[LogCheckpoints] (
        [Size] bigint NOT NULL,
        [Note] nvarchar(2000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Published] bit NOT NULL,
        CONSTRAINT [PK_LogCheckpoints] PRIMARY KEY ([Size])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [audit].[LogEntries] (
        [Row] bigint NOT NULL IDENTITY,
        [Id] uniqueidentifier NOT NULL,
        [Index] bigint NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Action] nvarchar(100) NOT NULL,
        [Subject] nvarchar(200) NOT NULL,
        [EntryJson] nvarchar(max) NOT NULL,
        [Relayed] bit NOT NULL,
        CONSTRAINT [PK_LogEntries] PRIMARY KEY ([Row])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [audit].[LogHeads] (
        [Id] int NOT NULL,
        [Size] bigint NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_LogHeads] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [audit].[LogPayloads] (
        [Entry] uniqueidentifier NOT NULL,
        [Salt] varbinary(32) NOT NULL,
        [Json] nvarchar(max) NULL,
        CONSTRAINT [PK_LogPayloads] PRIMARY KEY ([Entry])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [audit].[LogTiles] (
        [Level] int NOT NULL,
        [Index] bigint NOT NULL,
        [Hashes] varbinary(max) NOT NULL,
        CONSTRAINT [PK_LogTiles] PRIMARY KEY ([Level], [Index])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[LotRankings] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Number] int NOT NULL,
        [MethodologySha256] nvarchar(64) NOT NULL,
        [RankedAt] datetimeoffset(6) NOT NULL,
        [RankedByName] nvarchar(200) NOT NULL,
        [Winner] nvarchar(100) NULL,
        [TieDecision] nvarchar(4000) NOT NULL,
        [Findings] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_LotRankings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[Messages] (
        [Id] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NULL,
        [Organisation] uniqueidentifier NULL,
        [Role] nvarchar(60) NULL,
        [Subject] nvarchar(200) NOT NULL,
        [Body] nvarchar(4000) NOT NULL,
        [Link] nvarchar(300) NOT NULL,
        [SentAt] datetimeoffset(6) NOT NULL,
        [ReadAt] datetimeoffset(6) NULL,
        [ReadBy] uniqueidentifier NULL,
        [MailDueAt] datetimeoffset(6) NULL,
        [MailAttempts] int NOT NULL,
        [Key] nvarchar(200) NULL,
        CONSTRAINT [PK_Messages] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[Moderations] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [Attendance] nvarchar(2000) NOT NULL,
        [FrozenAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Moderations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [notices].[Notices] (
        [Row] bigint NOT NULL IDENTITY,
        [ReleaseId] nvarchar(60) NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Buyer] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Title] nvarchar(250) NOT NULL,
        [Ocid] nvarchar(80) NOT NULL,
        [PublishedAt] datetimeoffset(6) NOT NULL,
        [ReleaseJson] nvarchar(max) NOT NULL,
        [MadeFrom] bigint NOT NULL,
        [Delivery] nvarchar(60) NOT NULL,
        [DeliveredAt] datetimeoffset(6) NULL,
        [NationalNumber] nvarchar(20) NULL,
        [NationalOcid] nvarchar(80) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Notices] PRIMARY KEY ([Row])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [referrals].[Offers] (
        [Id] uniqueidentifier NOT NULL,
        [Referral] uniqueidentifier NOT NULL,
        [ReferralRef] nvarchar(40) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [ServiceType] nvarchar(40) NOT NULL,
        [Price] decimal(19,4) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [AvailableFrom] date NOT NULL,
        [HowNeedsAreMet] nvarchar(4000) NOT NULL,
        [NeedsNotMet] nvarchar(max) NOT NULL,
        [MadeAt] datetimeoffset(6) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Suitable] bit NULL,
        [MatchReason] nvarchar(2000) NULL,
        [AssessedBy] uniqueidentifier NULL,
        [AssessedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Offers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[OpenedBids] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [Alias] nvarchar(40) NOT NULL,
        [ReceivedAt] datetimeoffset(6) NOT NULL,
        [OpenedAt] datetimeoffset(6) NOT NULL,
        [WrappedQuality] varbinary(max) NOT NULL,
        [WrappedPrices] varbinary(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_OpenedBids] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[OpenerKeys] (
        [Id] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [MadeAt] datetimeoffset(6) NOT NULL,
        [TestedAt] datetimeoffset(6) NULL,
        [HoldsRecovery] bit NOT NULL,
        [PublicKey] varbinary(65) NOT NULL,
        [WrappedPrivateKey] varbinary(200) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_OpenerKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[OpeningRecords] (
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [UnderSharedKey] bit NOT NULL,
        [People] nvarchar(max) NOT NULL,
        [Opened] nvarchar(max) NOT NULL,
        [Failures] nvarchar(max) NOT NULL,
        [Late] int NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_OpeningRecords] PRIMARY KEY ([Tender])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[Organisations] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(60) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Region] nvarchar(60) NULL,
        [CompanyNumber] nvarchar(20) NULL,
        [Ppon] nvarchar(40) NULL,
        [Parent] uniqueidentifier NULL,
        [VerifiedAt] datetimeoffset(6) NULL,
        [VerificationRefusal] nvarchar(1000) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Organisations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [workflows].[Outbox] (
        [Id] uniqueidentifier NOT NULL,
        [Channel] nvarchar(20) NOT NULL,
        [Key] nvarchar(300) NOT NULL,
        [To] nvarchar(300) NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [Link] nvarchar(300) NOT NULL,
        [CreatedAt] datetimeoffset(6) NOT NULL,
        [DueAt] datetimeoffset(6) NULL,
        [DeliveredAt] datetimeoffset(6) NULL,
        [Attempts] int NOT NULL,
        [LastError] nvarchar(1000) NULL,
        [Poisoned] bit NOT NULL,
        [Lease] uniqueidentifier NULL,
        [LeasedUntil] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [qualification].[ParticipationDecisions] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [Outcome] nvarchar(60) NOT NULL,
        [Finding] nvarchar(max) NOT NULL,
        [DecidedBy] uniqueidentifier NOT NULL,
        [DecidedByName] nvarchar(200) NOT NULL,
        [DecidedAt] datetimeoffset(6) NOT NULL,
        [Times] int NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ParticipationDecisions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[People] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Email] nvarchar(254) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [gate].[PlacementPrices] (
        [Id] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [ChildReference] nvarchar(60) NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [Price] decimal(19,4) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [From] date NOT NULL,
        CONSTRAINT [PK_PlacementPrices] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[ProviderHomes] (
        [Urn] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [HostAuthority] nvarchar(9) NOT NULL,
        [ServiceTypes] nvarchar(max) NOT NULL,
        [Registration] nvarchar(60) NOT NULL,
        [Judgement] nvarchar(60) NOT NULL,
        [Restriction] bit NOT NULL,
        [PlacesRegistered] int NOT NULL,
        [PlacesOccupied] int NOT NULL,
        [OccupancyStatedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ProviderHomes] PRIMARY KEY ([Urn])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[QaRestrictions] (
        [Id] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [ByCooperative] nvarchar(60) NOT NULL,
        [ImposedBy] uniqueidentifier NOT NULL,
        [Reason] nvarchar(2000) NOT NULL,
        [From] datetimeoffset(6) NOT NULL,
        [LiftedAt] datetimeoffset(6) NULL,
        [LiftedBy] uniqueidentifier NULL,
        [LiftedBecause] nvarchar(2000) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_QaRestrictions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [referrals].[Referrals] (
        [Id] uniqueidentifier NOT NULL,
        [Ref] nvarchar(40) NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [RaisedBy] uniqueidentifier NOT NULL,
        [ChildReference] nvarchar(40) NOT NULL,
        [ChildAge] int NOT NULL,
        [ServiceTypes] nvarchar(max) NOT NULL,
        [Needs] nvarchar(max) NOT NULL,
        [Conditions] nvarchar(4000) NOT NULL,
        [CodesignedWith] nvarchar(500) NOT NULL,
        [ChildsViews] nvarchar(4000) NOT NULL,
        [Urgency] nvarchar(20) NOT NULL,
        [NeededBy] datetimeoffset(6) NOT NULL,
        [KnownSince] datetimeoffset(6) NOT NULL,
        [SentAt] datetimeoffset(6) NOT NULL,
        [WindowClosesAt] datetimeoffset(6) NOT NULL,
        [WindowClosedAt] datetimeoffset(6) NULL,
        [WiderSearch] nvarchar(4000) NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Referrals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[ScoreSheets] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [Evaluator] uniqueidentifier NOT NULL,
        [EvaluatorName] nvarchar(200) NOT NULL,
        [Standing] nvarchar(60) NOT NULL,
        [LockedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ScoreSheets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[SealedBids] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [ReceivedAt] datetimeoffset(6) NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [ManifestSha256] nvarchar(64) NOT NULL,
        [WrappedFileList] varbinary(max) NOT NULL,
        [Envelopes_Price] varbinary(max) NOT NULL,
        [Envelopes_PriceCommitment] varbinary(max) NOT NULL,
        [Envelopes_Quality] varbinary(max) NOT NULL,
        [Envelopes_QualityCommitment] varbinary(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_SealedBids] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[SubmissionKeys] (
        [Client] nvarchar(100) NOT NULL,
        [Place] nvarchar(120) NOT NULL,
        [Key] nvarchar(200) NOT NULL,
        [BodySha256] nvarchar(64) NOT NULL,
        [Submission] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_SubmissionKeys] PRIMARY KEY ([Client], [Place], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[Tenders] (
        [Id] uniqueidentifier NOT NULL,
        [Ref] nvarchar(40) NOT NULL,
        [Title] nvarchar(250) NOT NULL,
        [Description] nvarchar(max) NOT NULL,
        [Buyer] uniqueidentifier NOT NULL,
        [DraftedBy] uniqueidentifier NOT NULL,
        [DraftedAt] datetimeoffset(6) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Procedure] nvarchar(60) NOT NULL,
        [Regime] nvarchar(60) NOT NULL,
        [RuleSetVersion] nvarchar(60) NULL,
        [Cpv] nvarchar(8) NOT NULL,
        [AdditionalCpv] nvarchar(max) NOT NULL,
        [NetValue] decimal(19,4) NULL,
        [GrossValue] decimal(19,4) NULL,
        [MarketEngagement] nvarchar(max) NOT NULL,
        [Conditions] nvarchar(max) NOT NULL,
        [HideBidderNames] bit NOT NULL,
        [Dates] nvarchar(max) NOT NULL,
        [Framework] nvarchar(max) NULL,
        [Conflicts] nvarchar(max) NULL,
        [Approval] nvarchar(max) NULL,
        [PublishedAt] datetimeoffset(6) NULL,
        [QuestionsCloseAt] datetimeoffset(6) NULL,
        [ClosesAt] datetimeoffset(6) NULL,
        [OpensAt] datetimeoffset(6) NULL,
        [StandstillEndsOn] date NULL,
        [MethodologySha256] nvarchar(64) NULL,
        [Amendments] nvarchar(max) NOT NULL,
        [Cancelled] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Tenders] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[TenderSeals] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Lots] nvarchar(max) NOT NULL,
        [Shares] nvarchar(max) NOT NULL,
        [MadeAt] datetimeoffset(6) NOT NULL,
        [DealtAt] datetimeoffset(6) NULL,
        [WrappedPortalHalf] varbinary(200) NOT NULL,
        [WrappedOpenersHalf] varbinary(200) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_TenderSeals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[TenderWatches] (
        [Tender] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Because] nvarchar(60) NOT NULL,
        [Since] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_TenderWatches] PRIMARY KEY ([Tender], [Person])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[Uploads] (
        [Id] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [BegunAt] datetimeoffset(6) NOT NULL,
        [ExpiresAt] datetimeoffset(6) NOT NULL,
        [Length] bigint NOT NULL,
        [Offset] bigint NOT NULL,
        [Sha256] nvarchar(64) NULL,
        [Type] nvarchar(10) NULL,
        [Scan] nvarchar(60) NOT NULL,
        [SealedName] varbinary(1000) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Uploads] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [workflows].[WorkflowInstances] (
        [Id] uniqueidentifier NOT NULL,
        [Definition] nvarchar(60) NOT NULL,
        [DefinitionVersion] int NOT NULL,
        [Subject] nvarchar(200) NOT NULL,
        [State] nvarchar(60) NOT NULL,
        [StartedAt] datetimeoffset(6) NOT NULL,
        [EndedAt] datetimeoffset(6) NULL,
        [SinceRow] bigint NOT NULL,
        [Moves] bigint NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_WorkflowInstances] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [fees].[FeeQueries] (
        [Id] uniqueidentifier NOT NULL,
        [Fee] uniqueidentifier NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskerName] nvarchar(200) NOT NULL,
        [Question] nvarchar(2000) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [Answer] nvarchar(2000) NULL,
        [AnswererName] nvarchar(200) NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        CONSTRAINT [PK_FeeQueries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FeeQueries_FeeApprovals_Fee] FOREIGN KEY ([Fee]) REFERENCES [fees].[FeeApprovals] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [fees].[FeeSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Fee] uniqueidentifier NOT NULL,
        [Role] nvarchar(60) NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [Comment] nvarchar(2000) NULL,
        [At] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_FeeSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FeeSignatures_FeeApprovals_Fee] FOREIGN KEY ([Fee]) REFERENCES [fees].[FeeApprovals] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[FrameworkLots] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [Number] nvarchar(10) NOT NULL,
        [Title] nvarchar(250) NOT NULL,
        [ServiceType] nvarchar(40) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [Ceiling] decimal(19,4) NULL,
        [OpenBook] bit NOT NULL,
        [AgeFrom] int NULL,
        [AgeTo] int NULL,
        [Needs] nvarchar(max) NOT NULL,
        [Geography] nvarchar(400) NULL,
        [MinimumJudgement] nvarchar(60) NOT NULL,
        CONSTRAINT [PK_FrameworkLots] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FrameworkLots_Frameworks_Framework] FOREIGN KEY ([Framework]) REFERENCES [frameworks].[Frameworks] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[OnboardingChecks] (
        [Id] uniqueidentifier NOT NULL,
        [HomeAdmission] uniqueidentifier NOT NULL,
        [Matter] nvarchar(60) NOT NULL,
        [Satisfied] bit NOT NULL,
        [Evidence] nvarchar(2000) NOT NULL,
        [ExpiresOn] date NULL,
        [SeenBy] nvarchar(200) NOT NULL,
        [SeenAt] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_OnboardingChecks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OnboardingChecks_HomeAdmissions_HomeAdmission] FOREIGN KEY ([HomeAdmission]) REFERENCES [frameworks].[HomeAdmissions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [frameworks].[PriceSchedules] (
        [Id] uniqueidentifier NOT NULL,
        [HomeAdmission] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [From] date NOT NULL,
        [To] date NULL,
        [AskedBecause] nvarchar(2000) NOT NULL,
        [DecidedBecause] nvarchar(2000) NULL,
        [Terms_AbsenceFullDays] int NOT NULL,
        [Terms_BlockDiscount] decimal(19,6) NOT NULL,
        [Terms_Core] decimal(19,4) NOT NULL,
        [Terms_EducationWeek] decimal(19,4) NULL,
        [Terms_LongTermDiscount] decimal(19,6) NOT NULL,
        [Terms_NoticeDays] int NOT NULL,
        [Terms_OneToOneHour] decimal(19,4) NULL,
        [Terms_RetainerDays] int NOT NULL,
        [Terms_RetainerRate] decimal(19,6) NOT NULL,
        [Terms_ShortBreakNight] decimal(19,4) NULL,
        [Terms_SiblingDiscount] decimal(19,6) NOT NULL,
        [Terms_TherapyHour] decimal(19,4) NULL,
        [Terms_TransportMile] decimal(19,4) NULL,
        [Terms_UpliftRule] nvarchar(1000) NOT NULL,
        [Terms_VoidRate] decimal(19,6) NULL,
        [Terms_VolumeDiscount] decimal(19,6) NOT NULL,
        CONSTRAINT [PK_PriceSchedules] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PriceSchedules_HomeAdmissions_HomeAdmission] FOREIGN KEY ([HomeAdmission]) REFERENCES [frameworks].[HomeAdmissions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[RankedTenders] (
        [Ranking] uniqueidentifier NOT NULL,
        [Label] nvarchar(100) NOT NULL,
        [Submission] uniqueidentifier NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [Price] decimal(19,4) NULL,
        [Rank] int NULL,
        [Total] nvarchar(60) NOT NULL,
        [ExactTotal] nvarchar(400) NOT NULL,
        [Parts] nvarchar(max) NOT NULL,
        [WhyOut] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_RankedTenders] PRIMARY KEY ([Ranking], [Label]),
        CONSTRAINT [FK_RankedTenders_LotRankings_Ranking] FOREIGN KEY ([Ranking]) REFERENCES [evaluation].[LotRankings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[ConsensusScores] (
        [Moderation] uniqueidentifier NOT NULL,
        [Submission] uniqueidentifier NOT NULL,
        [Criterion] nvarchar(40) NOT NULL,
        [Score] int NOT NULL,
        [Reason] nvarchar(max) NOT NULL,
        [AgreedByName] nvarchar(200) NOT NULL,
        [AgreedAt] datetimeoffset(6) NOT NULL,
        [Times] int NOT NULL,
        CONSTRAINT [PK_ConsensusScores] PRIMARY KEY ([Moderation], [Submission], [Criterion]),
        CONSTRAINT [FK_ConsensusScores_Moderations_Moderation] FOREIGN KEY ([Moderation]) REFERENCES [evaluation].[Moderations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[Memberships] (
        [Person] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Roles] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Memberships] PRIMARY KEY ([Person], [Organisation]),
        CONSTRAINT [FK_Memberships_People_Person] FOREIGN KEY ([Person]) REFERENCES [organisations].[People] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [referrals].[ReferralRecipients] (
        [Referral] uniqueidentifier NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [SentAt] datetimeoffset(6) NOT NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        CONSTRAINT [PK_ReferralRecipients] PRIMARY KEY ([Referral], [Provider]),
        CONSTRAINT [FK_ReferralRecipients_Referrals_Referral] FOREIGN KEY ([Referral]) REFERENCES [referrals].[Referrals] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [evaluation].[GivenScores] (
        [Sheet] uniqueidentifier NOT NULL,
        [Submission] uniqueidentifier NOT NULL,
        [Criterion] nvarchar(40) NOT NULL,
        [Score] int NULL,
        [Reason] nvarchar(max) NOT NULL,
        [Citation] nvarchar(4000) NOT NULL,
        [WrittenAt] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_GivenScores] PRIMARY KEY ([Sheet], [Submission], [Criterion]),
        CONSTRAINT [FK_GivenScores_ScoreSheets_Sheet] FOREIGN KEY ([Sheet]) REFERENCES [evaluation].[ScoreSheets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [bids].[SealedFiles] (
        [Submission] uniqueidentifier NOT NULL,
        [Upload] uniqueidentifier NOT NULL,
        [SealedKeys] varbinary(max) NOT NULL,
        CONSTRAINT [PK_SealedFiles] PRIMARY KEY ([Submission], [Upload]),
        CONSTRAINT [FK_SealedFiles_SealedBids_Submission] FOREIGN KEY ([Submission]) REFERENCES [bids].[SealedBids] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[Lots] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Number] nvarchar(10) NOT NULL,
        [Title] nvarchar(250) NOT NULL,
        [Description] nvarchar(max) NOT NULL,
        [PerHome] bit NOT NULL,
        [ServiceType] nvarchar(40) NOT NULL,
        [NetValue] decimal(19,4) NULL,
        [GrossValue] decimal(19,4) NULL,
        [Regions] nvarchar(max) NOT NULL,
        [StartsOn] date NULL,
        [EndsOn] date NULL,
        [ExtensionsTo] date NULL,
        [Criteria] nvarchar(max) NOT NULL,
        [Questions] nvarchar(max) NOT NULL,
        [PriceLines] nvarchar(max) NOT NULL,
        [RequiredDocuments] nvarchar(max) NOT NULL,
        [Declarations] nvarchar(max) NOT NULL,
        [PriceMethod] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Lots] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Lots_Tenders_Tender] FOREIGN KEY ([Tender]) REFERENCES [tenders].[Tenders] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[TeamMembers] (
        [Tender] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [Part] nvarchar(60) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_TeamMembers] PRIMARY KEY ([Tender], [Person], [Part]),
        CONSTRAINT [FK_TeamMembers_Tenders_Tender] FOREIGN KEY ([Tender]) REFERENCES [tenders].[Tenders] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [tenders].[TenderDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Bytes] bigint NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [FileId] nvarchar(200) NOT NULL,
        [AddedBy] uniqueidentifier NOT NULL,
        [AddedAt] datetimeoffset(6) NOT NULL,
        [WithdrawnAt] datetimeoffset(6) NULL,
        CONSTRAINT [PK_TenderDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TenderDocuments_Tenders_Tender] FOREIGN KEY ([Tender]) REFERENCES [tenders].[Tenders] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [organisations].[UploadSegments] (
        [File] uniqueidentifier NOT NULL,
        [Upload] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Bytes] bigint NOT NULL,
        [WrappedKey] varbinary(100) NOT NULL,
        CONSTRAINT [PK_UploadSegments] PRIMARY KEY ([File]),
        CONSTRAINT [FK_UploadSegments_Uploads_Upload] FOREIGN KEY ([Upload]) REFERENCES [organisations].[Uploads] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [workflows].[Bookmarks] (
        [Id] uniqueidentifier NOT NULL,
        [Instance] uniqueidentifier NOT NULL,
        [Step] nvarchar(60) NOT NULL,
        [Branch] nvarchar(200) NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Ordinal] int NOT NULL,
        [Since] datetimeoffset(6) NOT NULL,
        [DueAt] datetimeoffset(6) NULL,
        [WakeAt] datetimeoffset(6) NULL,
        [Attempts] int NOT NULL,
        [LastError] nvarchar(1000) NULL,
        [Poisoned] bit NOT NULL,
        [Lease] uniqueidentifier NULL,
        [LeasedUntil] datetimeoffset(6) NULL,
        CONSTRAINT [PK_Bookmarks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Bookmarks_WorkflowInstances_Instance] FOREIGN KEY ([Instance]) REFERENCES [workflows].[WorkflowInstances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE TABLE [workflows].[StepRecords] (
        [Id] uniqueidentifier NOT NULL,
        [Instance] uniqueidentifier NOT NULL,
        [Step] nvarchar(60) NOT NULL,
        [Branch] nvarchar(200) NULL,
        [Outcome] nvarchar(60) NOT NULL,
        [Note] nvarchar(1000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_StepRecords] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StepRecords_WorkflowInstances_Instance] FOREIGN KEY ([Instance]) REFERENCES [workflows].[WorkflowInstances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Accessions_Authority_Framework] ON [frameworks].[Accessions] ([Authority], [Framework]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Accessions_Framework] ON [frameworks].[Accessions] ([Framework]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Admissions_Framework_LotNumber_Provider] ON [frameworks].[Admissions] ([Framework], [LotNumber], [Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Admissions_Provider] ON [frameworks].[Admissions] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApiClients_Name] ON [organisations].[ApiClients] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_ApiClients_Organisation] ON [organisations].[ApiClients] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AspNetUsers_Person] ON [AspNetUsers] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_AssessmentSummaries_Bidder] ON [awards].[AssessmentSummaries] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssessmentSummaries_Tender_LotNumber_Bidder] ON [awards].[AssessmentSummaries] ([Tender], [LotNumber], [Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Awards_Stage] ON [awards].[Awards] ([Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Awards_Tender] ON [awards].[Awards] ([Tender]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_BidDrafts_Bidder] ON [bids].[BidDrafts] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BidDrafts_Lot_Bidder] ON [bids].[BidDrafts] ([Lot], [Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Bookmarks_Instance] ON [workflows].[Bookmarks] ([Instance]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Bookmarks_Lease] ON [workflows].[Bookmarks] ([Lease]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Bookmarks_WakeAt] ON [workflows].[Bookmarks] ([WakeAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_CallOffs_Authority_MadeAt] ON [calloffs].[CallOffs] ([Authority], [MadeAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CallOffs_GateDecision] ON [calloffs].[CallOffs] ([GateDecision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_CallOffs_HomeUrn] ON [calloffs].[CallOffs] ([HomeUrn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_CallOffs_Provider] ON [calloffs].[CallOffs] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CallOffs_Ref] ON [calloffs].[CallOffs] ([Ref]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Clarifications_AskedBy] ON [clarifications].[Clarifications] ([AskedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Clarifications_Tender_Number] ON [clarifications].[Clarifications] ([Tender], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_ConflictDeclarations_Person] ON [evaluation].[ConflictDeclarations] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_CostSheets_HomeUrn_StatedAt] ON [fees].[CostSheets] ([HomeUrn], [StatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Declines_Provider] ON [referrals].[Declines] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Declines_Referral] ON [referrals].[Declines] ([Referral]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FeeApprovals_Asked_Authority] ON [fees].[FeeApprovals] ([Asked_Authority]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FeeApprovals_Asked_CallOffRef] ON [fees].[FeeApprovals] ([Asked_CallOffRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FeeApprovals_Asked_Cooperative] ON [fees].[FeeApprovals] ([Asked_Cooperative]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FeeApprovals_Stage_DueAt] ON [fees].[FeeApprovals] ([Stage], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FeeQueries_Fee] ON [fees].[FeeQueries] ([Fee]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FeeSignatures_Fee_Person] ON [fees].[FeeSignatures] ([Fee], [Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FeeSignatures_Fee_Role] ON [fees].[FeeSignatures] ([Fee], [Role]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FollowUpDuties_Authority_DoneAt_DueBy] ON [gate].[FollowUpDuties] ([Authority], [DoneAt], [DueBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FollowUpDuties_Line_What] ON [gate].[FollowUpDuties] ([Line], [What]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FrameworkCommitments_CallOffRef] ON [frameworks].[FrameworkCommitments] ([CallOffRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FrameworkCommitments_Framework] ON [frameworks].[FrameworkCommitments] ([Framework]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FrameworkLots_Framework_Number] ON [frameworks].[FrameworkLots] ([Framework], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_FrameworkLots_ServiceType] ON [frameworks].[FrameworkLots] ([ServiceType]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Frameworks_Ref] ON [frameworks].[Frameworks] ([Ref]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_GateDecisions_Authority_RecordedAt] ON [gate].[GateDecisions] ([Authority], [RecordedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_GateDecisions_HomeUrn] ON [gate].[GateDecisions] ([HomeUrn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_GateDecisions_Line_Number] ON [gate].[GateDecisions] ([Line], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_GateRuleSets_Name] ON [gate].[GateRuleSets] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_GivenApprovals_Line] ON [gate].[GivenApprovals] ([Line]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_GivenApprovals_Person] ON [gate].[GivenApprovals] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_HomeAdmissions_Framework_LotNumber_Status] ON [frameworks].[HomeAdmissions] ([Framework], [LotNumber], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_HomeAdmissions_HomeUrn_Framework_LotNumber] ON [frameworks].[HomeAdmissions] ([HomeUrn], [Framework], [LotNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_HomeAdmissions_Provider] ON [frameworks].[HomeAdmissions] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_HubConfirmations_ReferralRef_Framework] ON [frameworks].[HubConfirmations] ([ReferralRef], [Framework]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LogEntries_Id] ON [audit].[LogEntries] ([Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_LogEntries_Index] ON [audit].[LogEntries] ([Index]) WHERE [Index] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_LogEntries_Relayed_Row] ON [audit].[LogEntries] ([Relayed], [Row]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_LogEntries_Subject_Row] ON [audit].[LogEntries] ([Subject], [Row]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LotRankings_Tender_Lot_Number] ON [evaluation].[LotRankings] ([Tender], [Lot], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Lots_Tender_Number] ON [tenders].[Lots] ([Tender], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Memberships_Organisation] ON [organisations].[Memberships] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Messages_Key] ON [organisations].[Messages] ([Key]) WHERE [Key] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Messages_MailDueAt] ON [organisations].[Messages] ([MailDueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Messages_Organisation] ON [organisations].[Messages] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Messages_Person] ON [organisations].[Messages] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Moderations_Tender_Lot] ON [evaluation].[Moderations] ([Tender], [Lot]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Notices_MadeFrom] ON [notices].[Notices] ([MadeFrom]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Notices_NationalOcid] ON [notices].[Notices] ([NationalOcid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Notices_Ocid] ON [notices].[Notices] ([Ocid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Notices_ReleaseId] ON [notices].[Notices] ([ReleaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Notices_Tender_Row] ON [notices].[Notices] ([Tender], [Row]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Offers_Provider] ON [referrals].[Offers] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Offers_Referral] ON [referrals].[Offers] ([Referral]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OnboardingChecks_HomeAdmission_Matter] ON [frameworks].[OnboardingChecks] ([HomeAdmission], [Matter]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_OpenedBids_Bidder] ON [bids].[OpenedBids] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_OpenedBids_Tender_Lot] ON [bids].[OpenedBids] ([Tender], [Lot]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OpenerKeys_Person] ON [bids].[OpenerKeys] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Organisations_Code] ON [organisations].[Organisations] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Organisations_Parent] ON [organisations].[Organisations] ([Parent]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_DueAt] ON [workflows].[Outbox] ([DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Outbox_Key] ON [workflows].[Outbox] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_Lease] ON [workflows].[Outbox] ([Lease]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ParticipationDecisions_Tender_Bidder] ON [qualification].[ParticipationDecisions] ([Tender], [Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_People_Email] ON [organisations].[People] ([Email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_PlacementPrices_Authority_ChildReference_HomeUrn] ON [gate].[PlacementPrices] ([Authority], [ChildReference], [HomeUrn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PriceSchedules_HomeAdmission_Number] ON [frameworks].[PriceSchedules] ([HomeAdmission], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_ProviderHomes_Provider] ON [organisations].[ProviderHomes] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_QaRestrictions_HomeUrn] ON [frameworks].[QaRestrictions] ([HomeUrn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_QaRestrictions_Provider] ON [frameworks].[QaRestrictions] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_RankedTenders_Bidder] ON [evaluation].[RankedTenders] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_ReferralRecipients_Provider] ON [referrals].[ReferralRecipients] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Referrals_Authority_SentAt] ON [referrals].[Referrals] ([Authority], [SentAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Referrals_Ref] ON [referrals].[Referrals] ([Ref]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_ScoreSheets_Evaluator] ON [evaluation].[ScoreSheets] ([Evaluator]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ScoreSheets_Tender_Lot_Evaluator] ON [evaluation].[ScoreSheets] ([Tender], [Lot], [Evaluator]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_SealedBids_Bidder] ON [bids].[SealedBids] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_SealedBids_Lot_Bidder] ON [bids].[SealedBids] ([Lot], [Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_SealedBids_Tender_Status] ON [bids].[SealedBids] ([Tender], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_SealedFiles_Upload] ON [bids].[SealedFiles] ([Upload]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_StepRecords_Instance] ON [workflows].[StepRecords] ([Instance]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_TeamMembers_Person] ON [tenders].[TeamMembers] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_TenderDocuments_Tender] ON [tenders].[TenderDocuments] ([Tender]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Tenders_Buyer_Stage] ON [tenders].[Tenders] ([Buyer], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Tenders_PublishedAt] ON [tenders].[Tenders] ([PublishedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Tenders_Ref] ON [tenders].[Tenders] ([Ref]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Tenders_Stage_ClosesAt] ON [tenders].[Tenders] ([Stage], [ClosesAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TenderSeals_Tender] ON [bids].[TenderSeals] ([Tender]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_TenderWatches_Person] ON [tenders].[TenderWatches] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_Uploads_Organisation] ON [organisations].[Uploads] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_UploadSegments_Upload] ON [organisations].[UploadSegments] ([Upload]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_WorkflowInstances_Definition_Subject_SinceRow] ON [workflows].[WorkflowInstances] ([Definition], [Subject], [SinceRow]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    CREATE INDEX [IX_WorkflowInstances_Subject_State] ON [workflows].[WorkflowInstances] ([Subject], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122164502_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122164502_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE TABLE [organisations].[EvidenceDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [Owner] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Issuer] nvarchar(200) NOT NULL,
        [Number] nvarchar(100) NOT NULL,
        [Homes] nvarchar(max) NOT NULL,
        [ExpiresOn] date NULL,
        [AddedAt] datetimeoffset(6) NOT NULL,
        [RetiredAt] datetimeoffset(6) NULL,
        [SharedWith] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_EvidenceDocuments] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE TABLE [organisations].[EvidenceRequests] (
        [Id] uniqueidentifier NOT NULL,
        [Buyer] uniqueidentifier NOT NULL,
        [BuyerName] nvarchar(200) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Why] nvarchar(1000) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Document] uniqueidentifier NULL,
        [DeclinedBecause] nvarchar(1000) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_EvidenceRequests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE TABLE [frameworks].[FrameworkRounds] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [Number] int NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [OpensAt] datetimeoffset(6) NOT NULL,
        [ClosesAt] datetimeoffset(6) NOT NULL,
        [LegalBasis] nvarchar(200) NOT NULL,
        [TenderRef] nvarchar(40) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FrameworkRounds] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE TABLE [organisations].[EvidenceReviews] (
        [Id] uniqueidentifier NOT NULL,
        [Document] uniqueidentifier NOT NULL,
        [Version] int NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [Buyer] uniqueidentifier NOT NULL,
        [BuyerName] nvarchar(200) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [ByName] nvarchar(200) NOT NULL,
        [Accepted] bit NOT NULL,
        [Found] nvarchar(2000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_EvidenceReviews] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceReviews_EvidenceDocuments_Document] FOREIGN KEY ([Document]) REFERENCES [organisations].[EvidenceDocuments] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE TABLE [organisations].[EvidenceVersions] (
        [Document] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [File] uniqueidentifier NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [Bytes] bigint NOT NULL,
        [ExpiresOn] date NULL,
        [AddedBy] nvarchar(200) NOT NULL,
        [AddedAt] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_EvidenceVersions] PRIMARY KEY ([Document], [Number]),
        CONSTRAINT [FK_EvidenceVersions_EvidenceDocuments_Document] FOREIGN KEY ([Document]) REFERENCES [organisations].[EvidenceDocuments] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE TABLE [frameworks].[RoundMembers] (
        [Id] uniqueidentifier NOT NULL,
        [Round] uniqueidentifier NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Standing] nvarchar(60) NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_RoundMembers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RoundMembers_FrameworkRounds_Round] FOREIGN KEY ([Round]) REFERENCES [frameworks].[FrameworkRounds] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceDocuments_ExpiresOn] ON [organisations].[EvidenceDocuments] ([ExpiresOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceDocuments_Owner] ON [organisations].[EvidenceDocuments] ([Owner]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceRequests_Buyer] ON [organisations].[EvidenceRequests] ([Buyer]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceRequests_Provider_Stage] ON [organisations].[EvidenceRequests] ([Provider], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceReviews_Document] ON [organisations].[EvidenceReviews] ([Document]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceReviews_Sha256] ON [organisations].[EvidenceReviews] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE INDEX [IX_EvidenceVersions_File] ON [organisations].[EvidenceVersions] ([File]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FrameworkRounds_Framework_Number] ON [frameworks].[FrameworkRounds] ([Framework], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RoundMembers_Round_LotNumber_Provider] ON [frameworks].[RoundMembers] ([Round], [LotNumber], [Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183354_Deepening'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122183354_Deepening', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    DROP INDEX [IX_Notices_MadeFrom] ON [notices].[Notices];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    DROP INDEX [IX_AssessmentSummaries_Tender_LotNumber_Bidder] ON [awards].[AssessmentSummaries];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [AwardApproval] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [Deputies] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [EarlierConflicts] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [ExtensionPending] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [KeptUntil] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [MarketContacts] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [Proposed] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[TenderDocuments] ADD [Origin] nvarchar(300) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [bids].[SealedBids] ADD [ConfirmedAt] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[notices].[Notices]') AND [c].[name] = N'MadeFrom');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [notices].[Notices] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [notices].[Notices] ALTER COLUMN [MadeFrom] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [notices].[Notices] ADD [Rejection] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [notices].[Notices] ADD [SearchCodes] nvarchar(1000) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [notices].[Notices] ADD [SearchLots] nvarchar(4000) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [notices].[Notices] ADD [SearchPlaces] nvarchar(1000) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [notices].[Notices] ADD [SearchPounds] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [notices].[Notices] ADD [SearchWords] nvarchar(4000) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [evaluation].[Moderations] ADD [Corrections] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Lots] ADD [SuitsSmes] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [tenders].[Lots] ADD [SuitsVcses] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [frameworks].[HomeAdmissions] ADD [LapsedEvidence] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [gate].[GivenApprovals] ADD [FlaggedAt] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [gate].[GateDecisions] ADD [DecidedOffline] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [gate].[GateDecisions] ADD [Overridden] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [gate].[GateDecisions] ADD [TableRow] nvarchar(5) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [frameworks].[FrameworkLots] ADD [BindsFrom] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [gate].[FollowUpDuties] ADD [EscalatedAt] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [clarifications].[Clarifications] ADD [CameByEmail] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [clarifications].[Clarifications] ADD [MergedInto] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Diligence] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Fallen] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [RestsOn] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Withheld] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    ALTER TABLE [awards].[AssessmentSummaries] ADD [Round] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [gate].[Appeals] (
        [Id] uniqueidentifier NOT NULL,
        [Decision] uniqueidentifier NOT NULL,
        [Line] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [Panel] uniqueidentifier NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [LodgedBy] uniqueidentifier NOT NULL,
        [LodgedByName] nvarchar(200) NOT NULL,
        [LodgedAt] datetimeoffset(6) NOT NULL,
        [Grounds] nvarchar(4000) NOT NULL,
        [AnswerBy] datetimeoffset(6) NOT NULL,
        [AnsweredBy] uniqueidentifier NULL,
        [AnsweredByName] nvarchar(200) NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        [Answer] nvarchar(4000) NULL,
        [Result] uniqueidentifier NULL,
        [EscalatedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Appeals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [qualification].[BidCases] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Lot] uniqueidentifier NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Submission] uniqueidentifier NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [Alias] nvarchar(100) NOT NULL,
        [Question] nvarchar(max) NOT NULL,
        [AskedByName] nvarchar(200) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [AnswerBy] datetimeoffset(6) NOT NULL,
        [Answer] nvarchar(max) NOT NULL,
        [AnsweredByName] nvarchar(200) NOT NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        [Outcome] nvarchar(60) NULL,
        [Reason] nvarchar(max) NOT NULL,
        [DecidedByName] nvarchar(200) NOT NULL,
        [DecidedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_BidCases] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [evaluation].[CheckAnswers] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [FactsSha256] nvarchar(64) NOT NULL,
        [Reason] nvarchar(4000) NOT NULL,
        [ByName] nvarchar(200) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_CheckAnswers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [calloffs].[ContractDetailsDuties] (
        [Id] uniqueidentifier NOT NULL,
        [CallOffRef] nvarchar(40) NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [ServiceType] nvarchar(40) NOT NULL,
        [FrameworkRef] nvarchar(40) NULL,
        [Value] decimal(19,4) NULL,
        [EnteredOn] date NOT NULL,
        [LastDay] date NULL,
        [Stage] nvarchar(60) NOT NULL,
        [PublishedAt] datetimeoffset(6) NULL,
        [Batch] nvarchar(40) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ContractDetailsDuties] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [gate].[Deputies] (
        [Id] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Office] nvarchar(60) NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [NamedBy] uniqueidentifier NOT NULL,
        [NamedByName] nvarchar(200) NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [WeeklyLimit] decimal(19,4) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Deputies] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [gate].[DutyTurns] (
        [Id] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Office] nvarchar(60) NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [Telephone] nvarchar(40) NOT NULL,
        [From] datetimeoffset(6) NOT NULL,
        [To] datetimeoffset(6) NOT NULL,
        [CancelledAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_DutyTurns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [clarifications].[EmailRecords] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [From] nvarchar(320) NOT NULL,
        [SentAt] datetimeoffset(6) NOT NULL,
        [Subject] nvarchar(500) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [ImportedBy] uniqueidentifier NOT NULL,
        [ImportedByName] nvarchar(200) NOT NULL,
        [ImportedAt] datetimeoffset(6) NOT NULL,
        [QuestionNumber] int NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_EmailRecords] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [tenders].[ExtensionProposals] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Deadline] datetimeoffset(6) NOT NULL,
        [Outages] nvarchar(max) NOT NULL,
        [ProposedAt] datetimeoffset(6) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [NewDeadline] datetimeoffset(6) NULL,
        [Reason] nvarchar(4000) NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedByName] nvarchar(200) NOT NULL,
        [DecidedAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ExtensionProposals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [awards].[FeedbackRequests] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [BidderName] nvarchar(200) NOT NULL,
        [Wish] nvarchar(4000) NOT NULL,
        [AskedByName] nvarchar(200) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [Answer] nvarchar(4000) NOT NULL,
        [AnsweredByName] nvarchar(200) NOT NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FeedbackRequests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [tenders].[Heartbeats] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_Heartbeats] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [bids].[HelpRequests] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NULL,
        [Page] nvarchar(200) NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [ExpectedAt] datetimeoffset(6) NOT NULL,
        [Answer] nvarchar(2000) NULL,
        [AnsweredAt] datetimeoffset(6) NULL,
        [AnsweredByName] nvarchar(200) NULL,
        [AlarmedAt] datetimeoffset(6) NULL,
        [ProposedClosesAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_HelpRequests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [bids].[KeptCopies] (
        [Submission] uniqueidentifier NOT NULL,
        [Bidder] uniqueidentifier NOT NULL,
        [ForgottenAt] datetimeoffset(6) NOT NULL,
        [Sealed] varbinary(max) NOT NULL,
        CONSTRAINT [PK_KeptCopies] PRIMARY KEY ([Submission])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [bids].[LateDecisions] (
        [Submission] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Admitted] bit NOT NULL,
        [Ground] nvarchar(60) NOT NULL,
        [Reasons] nvarchar(4000) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [ByName] nvarchar(200) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_LateDecisions] PRIMARY KEY ([Submission])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [tenders].[LibraryItems] (
        [Id] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Versions] nvarchar(max) NOT NULL,
        [RetiredAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_LibraryItems] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [bids].[OpeningSeats] (
        [Tender] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [RecoveryReason] nvarchar(1000) NULL,
        [Passed] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_OpeningSeats] PRIMARY KEY ([Tender], [Person])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [notices].[PreparedNotices] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Answers] nvarchar(max) NOT NULL,
        [ChangedBy] uniqueidentifier NOT NULL,
        [ChangedAt] datetimeoffset(6) NOT NULL,
        [ReleaseId] nvarchar(60) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_PreparedNotices] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [notices].[SavedSearches] (
        [Id] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Search] nvarchar(max) NOT NULL,
        [SavedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_SavedSearches] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE TABLE [frameworks].[SufficiencyChecks] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        [Sufficient] bit NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        [CheckedBy] uniqueidentifier NOT NULL,
        [CheckedByName] nvarchar(200) NOT NULL,
        [Supply_Homes] int NOT NULL,
        [Supply_Places] int NOT NULL,
        [Supply_Providers] int NOT NULL,
        [Supply_Vacant] int NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_SufficiencyChecks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_SealedBids_OneInTime] ON [bids].[SealedBids] ([Lot], [Bidder]) WHERE "Status" = ''InTime''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_SealedBids_Tender_ReceivedAt] ON [bids].[SealedBids] ([Tender], [ReceivedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Notices_Buyer_Row] ON [notices].[Notices] ([Buyer], [Row]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Notices_MadeFrom] ON [notices].[Notices] ([MadeFrom]) WHERE [MadeFrom] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_GateDecisions_RecordedAt] ON [gate].[GateDecisions] ([RecordedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_FollowUpDuties_DoneAt_EscalatedAt_DueBy] ON [gate].[FollowUpDuties] ([DoneAt], [EscalatedAt], [DueBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssessmentSummaries_Tender_LotNumber_Bidder_Round] ON [awards].[AssessmentSummaries] ([Tender], [LotNumber], [Bidder], [Round]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Appeals_Authority] ON [gate].[Appeals] ([Authority]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Appeals_Line] ON [gate].[Appeals] ([Line]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Appeals_Panel_Stage_AnswerBy] ON [gate].[Appeals] ([Panel], [Stage], [AnswerBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_BidCases_Bidder] ON [qualification].[BidCases] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BidCases_Tender_Number] ON [qualification].[BidCases] ([Tender], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_CheckAnswers_Tender] ON [evaluation].[CheckAnswers] ([Tender]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_ContractDetailsDuties_Authority_Stage] ON [calloffs].[ContractDetailsDuties] ([Authority], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ContractDetailsDuties_CallOffRef] ON [calloffs].[ContractDetailsDuties] ([CallOffRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Deputies_Organisation] ON [gate].[Deputies] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Deputies_Person_Organisation] ON [gate].[Deputies] ([Person], [Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_DutyTurns_Organisation_To] ON [gate].[DutyTurns] ([Organisation], [To]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_EmailRecords_Tender] ON [clarifications].[EmailRecords] ([Tender]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ExtensionProposals_Tender_Deadline] ON [tenders].[ExtensionProposals] ([Tender], [Deadline]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_FeedbackRequests_Tender_Bidder] ON [awards].[FeedbackRequests] ([Tender], [Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_Heartbeats_At] ON [tenders].[Heartbeats] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_HelpRequests_Bidder] ON [bids].[HelpRequests] ([Bidder]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_HelpRequests_Tender_AnsweredAt] ON [bids].[HelpRequests] ([Tender], [AnsweredAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_KeptCopies_ForgottenAt] ON [bids].[KeptCopies] ([ForgottenAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_LibraryItems_Organisation] ON [tenders].[LibraryItems] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_PreparedNotices_Tender_Kind] ON [notices].[PreparedNotices] ([Tender], [Kind]) WHERE "ReleaseId" IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_SavedSearches_Person] ON [notices].[SavedSearches] ([Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    CREATE INDEX [IX_SufficiencyChecks_Framework_LotNumber] ON [frameworks].[SufficiencyChecks] ([Framework], [LotNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122200626_ProceduresAndCases'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122200626_ProceduresAndCases', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [DirectGround] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [LotLimit] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    ALTER TABLE [organisations].[ProviderHomes] ADD [FormerUrn] nvarchar(10) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [awards].[DirectAwards] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Buyer] uniqueidentifier NOT NULL,
        [Supplier] uniqueidentifier NOT NULL,
        [SupplierName] nvarchar(200) NOT NULL,
        [GroundCode] nvarchar(60) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Terms] nvarchar(max) NOT NULL,
        [Evidence] nvarchar(max) NOT NULL,
        [BegunByName] nvarchar(200) NOT NULL,
        [BegunAt] datetimeoffset(6) NOT NULL,
        [NoticeId] nvarchar(60) NULL,
        [NoticePublicAt] datetimeoffset(6) NULL,
        [GivenUpBecause] nvarchar(4000) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_DirectAwards] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [frameworks].[Novations] (
        [Id] uniqueidentifier NOT NULL,
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [FormerUrn] nvarchar(10) NOT NULL,
        [Urn] nvarchar(10) NOT NULL,
        [From] uniqueidentifier NOT NULL,
        [To] uniqueidentifier NOT NULL,
        [Ground] nvarchar(60) NOT NULL,
        [Deed] nvarchar(200) NOT NULL,
        [SignedOn] date NOT NULL,
        [Because] nvarchar(2000) NOT NULL,
        [RecordedBy] nvarchar(200) NOT NULL,
        [RecordedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Novations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [frameworks].[SignUpReasons] (
        [Id] uniqueidentifier NOT NULL,
        [Cooperative] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [Why] nvarchar(60) NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        [RecordedBy] nvarchar(200) NOT NULL,
        [RecordedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_SignUpReasons] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [frameworks].[UpliftRules] (
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [IndexPercent] decimal(19,6) NULL,
        [IndexPeriod] nvarchar(100) NULL,
        [IndexSource] nvarchar(400) NULL,
        [Terms_CapPercent] decimal(19,6) NOT NULL,
        [Terms_Index] nvarchar(100) NOT NULL,
        [Terms_Published] nvarchar(1000) NOT NULL,
        [Terms_QuorumPercent] int NOT NULL,
        [Terms_ReviewAbovePercent] decimal(19,6) NULL,
        [Terms_VoteDays] int NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_UpliftRules] PRIMARY KEY ([Framework])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [frameworks].[Uplifts] (
        [Id] uniqueidentifier NOT NULL,
        [EvidenceFound] nvarchar(2400) NULL,
        [ModificationGround] nvarchar(2400) NULL,
        [PutBy] uniqueidentifier NULL,
        [PutByName] nvarchar(200) NULL,
        [Board] nvarchar(max) NOT NULL,
        [VoteClosesAt] datetimeoffset(6) NULL,
        [CountedAt] datetimeoffset(6) NULL,
        [Framework] uniqueidentifier NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [Percent] decimal(19,6) NOT NULL,
        [PermittedPercent] decimal(19,6) NOT NULL,
        [Rule] nvarchar(2000) NOT NULL,
        [QuorumPercent] int NOT NULL,
        [VoteDays] int NOT NULL,
        [Because] nvarchar(2400) NOT NULL,
        [Evidence] nvarchar(max) NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskedByName] nvarchar(200) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [AskedFrom] date NOT NULL,
        [HoldsFrom] date NULL,
        [ConfirmedBy] uniqueidentifier NULL,
        [ConfirmedByName] nvarchar(200) NULL,
        [FinanceWords] nvarchar(2400) NULL,
        [EndedBecause] nvarchar(2400) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Uplifts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [frameworks].[BoardVotes] (
        [Id] uniqueidentifier NOT NULL,
        [Uplift] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [AuthorityName] nvarchar(200) NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [PersonName] nvarchar(200) NOT NULL,
        [Voice] nvarchar(60) NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        [At] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_BoardVotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BoardVotes_Uplifts_Uplift] FOREIGN KEY ([Uplift]) REFERENCES [frameworks].[Uplifts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE TABLE [frameworks].[UpliftHomes] (
        [Id] uniqueidentifier NOT NULL,
        [Uplift] uniqueidentifier NOT NULL,
        [HomeAdmission] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [FromVersion] int NOT NULL,
        [Before] decimal(19,4) NOT NULL,
        [After] decimal(19,4) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [NewVersion] int NULL,
        [LeftOutBecause] nvarchar(400) NULL,
        CONSTRAINT [PK_UpliftHomes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UpliftHomes_Uplifts_Uplift] FOREIGN KEY ([Uplift]) REFERENCES [frameworks].[Uplifts] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BoardVotes_Uplift_Authority] ON [frameworks].[BoardVotes] ([Uplift], [Authority]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_DirectAwards_Buyer_Stage] ON [awards].[DirectAwards] ([Buyer], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_DirectAwards_Supplier] ON [awards].[DirectAwards] ([Supplier]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_DirectAwards_Tender] ON [awards].[DirectAwards] ([Tender]) WHERE "Stage" <> ''GivenUp''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Novations_Framework_LotNumber_Urn] ON [frameworks].[Novations] ([Framework], [LotNumber], [Urn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_Novations_Urn] ON [frameworks].[Novations] ([Urn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SignUpReasons_Cooperative_HomeUrn] ON [frameworks].[SignUpReasons] ([Cooperative], [HomeUrn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_UpliftHomes_HomeAdmission] ON [frameworks].[UpliftHomes] ([HomeAdmission]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_UpliftHomes_Uplift] ON [frameworks].[UpliftHomes] ([Uplift]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_Uplifts_Framework_Stage] ON [frameworks].[Uplifts] ([Framework], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    CREATE INDEX [IX_Uplifts_Provider] ON [frameworks].[Uplifts] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122230106_UpliftsLimitsAndDirectAwards'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122230106_UpliftsLimitsAndDirectAwards', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    UPDATE [bids].[TenderSeals] SET [Lots] = N'[]'
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    DROP INDEX [IX_TenderSeals_Tender] ON [bids].[TenderSeals];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[OpeningRecords] DROP CONSTRAINT [PK_OpeningRecords];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[bids].[TenderSeals]') AND [c].[name] = N'WrappedOpenersHalf');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [bids].[TenderSeals] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [bids].[TenderSeals] DROP COLUMN [WrappedOpenersHalf];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    DECLARE @var2 nvarchar(max);
    SELECT @var2 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[bids].[TenderSeals]') AND [c].[name] = N'WrappedPortalHalf');
    IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [bids].[TenderSeals] DROP CONSTRAINT ' + @var2 + ';');
    ALTER TABLE [bids].[TenderSeals] DROP COLUMN [WrappedPortalHalf];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    EXEC sp_rename N'[bids].[TenderSeals].[Lots]', N'Secrets', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[TenderSeals] ADD [Keys] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[TenderSeals] ADD [PricesOpenedAt] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[TenderSeals] ADD [Round] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [Authority] nvarchar(60) NOT NULL DEFAULT N'SubCentral';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [Invitations] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [Plan] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [RequestsCloseAt] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [Round] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[SealedBids] ADD [Envelopes_Qualification] varbinary(max) NOT NULL DEFAULT 0x;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[SealedBids] ADD [Envelopes_QualificationCommitment] varbinary(max) NOT NULL DEFAULT 0x;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[SealedBids] ADD [Round] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[SealedBids] ADD [WrappedLeftOut] varbinary(max) NOT NULL DEFAULT 0x;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [frameworks].[PriceSchedules] ADD [Terms_VolumeFrom] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [organisations].[People] ADD [Home] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [organisations].[Organisations] ADD [Address] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [organisations].[Organisations] ADD [Class] nvarchar(60) NOT NULL DEFAULT N'SubCentral';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[OpeningRecords] ADD [Round] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[OpeningRecords] ADD [Act] nvarchar(20) NOT NULL DEFAULT N'Bids';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[OpenedBids] ADD [PricesOpenedAt] datetimeoffset(6) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[OpenedBids] ADD [Round] int NOT NULL DEFAULT 1;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [evaluation].[ConsensusScores] ADD [WhyOutside] nvarchar(4000) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [AfterAYear] decimal(19,4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [Block] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [BlockRef] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [ChosenBecause] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [FeeJson] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [Route] nvarchar(60) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Announced] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [ContractDates] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Documents] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    ALTER TABLE [bids].[OpeningRecords] ADD CONSTRAINT [PK_OpeningRecords] PRIMARY KEY ([Tender], [Round], [Act]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [awards].[AgreementFiles] (
        [Tender] uniqueidentifier NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_AgreementFiles] PRIMARY KEY ([Tender], [Sha256])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [calloffs].[BlockContracts] (
        [Id] uniqueidentifier NOT NULL,
        [Ref] nvarchar(40) NOT NULL,
        [Cooperative] uniqueidentifier NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [FrameworkRef] nvarchar(40) NOT NULL,
        [LotNumber] nvarchar(10) NOT NULL,
        [Places] int NOT NULL,
        [GuaranteePercent] decimal(19,6) NOT NULL,
        [VoidRate] decimal(19,6) NOT NULL,
        [PlacePrice] decimal(19,4) NOT NULL,
        [Unit] nvarchar(10) NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [AgreedBy] nvarchar(200) NOT NULL,
        [AgreedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_BlockContracts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [organisations].[EndedSessions] (
        [Id] uniqueidentifier NOT NULL,
        [EndedAt] datetimeoffset(6) NOT NULL,
        CONSTRAINT [PK_EndedSessions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [frameworks].[ImprovementPlans] (
        [Id] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [ByCooperative] nvarchar(60) NOT NULL,
        [Visit] uniqueidentifier NULL,
        [Because] nvarchar(2000) NOT NULL,
        [Stage] nvarchar(60) NOT NULL,
        [OpenedBy] nvarchar(200) NOT NULL,
        [OpenedAt] datetimeoffset(6) NOT NULL,
        [ClosedAt] datetimeoffset(6) NULL,
        [ClosedBy] nvarchar(200) NULL,
        [ClosedBecause] nvarchar(2000) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ImprovementPlans] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [organisations].[Invitations] (
        [Id] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Roles] nvarchar(max) NOT NULL,
        [AddressedAs] nvarchar(200) NOT NULL,
        [InvitedBy] nvarchar(200) NOT NULL,
        [InvitedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [bids].[NegotiationRounds] (
        [Tender] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Agenda] nvarchar(4000) NOT NULL,
        [MinutesEach] int NOT NULL,
        [BeganAt] datetimeoffset(6) NOT NULL,
        [EndedAt] datetimeoffset(6) NULL,
        [Meetings] nvarchar(max) NOT NULL,
        [Shared] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_NegotiationRounds] PRIMARY KEY ([Tender], [Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [qualification].[ParticipationRequests] (
        [Id] uniqueidentifier NOT NULL,
        [Tender] uniqueidentifier NOT NULL,
        [TenderRef] nvarchar(40) NOT NULL,
        [Supplier] uniqueidentifier NOT NULL,
        [SentAt] datetimeoffset(6) NOT NULL,
        [SentByName] nvarchar(200) NOT NULL,
        [Standing] nvarchar(60) NOT NULL,
        [Scores] nvarchar(max) NOT NULL,
        [ScoredByName] nvarchar(200) NOT NULL,
        [Points] decimal(9,2) NULL,
        [Place] int NULL,
        [Wrapped] varbinary(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ParticipationRequests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [frameworks].[QualityVisits] (
        [Id] uniqueidentifier NOT NULL,
        [HomeUrn] nvarchar(10) NOT NULL,
        [Provider] uniqueidentifier NOT NULL,
        [ByCooperative] nvarchar(60) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [VisitedOn] date NOT NULL,
        [Visitors] nvarchar(400) NOT NULL,
        [RecordedBy] nvarchar(200) NOT NULL,
        [RecordedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_QualityVisits] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [organisations].[RoleRequests] (
        [Id] uniqueidentifier NOT NULL,
        [Person] uniqueidentifier NOT NULL,
        [Organisation] uniqueidentifier NOT NULL,
        [Roles] nvarchar(max) NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskedByName] nvarchar(200) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_RoleRequests] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [gate].[Scrutinies] (
        [Id] uniqueidentifier NOT NULL,
        [Line] uniqueidentifier NOT NULL,
        [Decision] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [Panel] uniqueidentifier NOT NULL,
        [AskedBy] uniqueidentifier NOT NULL,
        [AskedByName] nvarchar(200) NOT NULL,
        [AskedAt] datetimeoffset(6) NOT NULL,
        [WantedBy] datetimeoffset(6) NOT NULL,
        [View] nvarchar(60) NULL,
        [Words] nvarchar(4000) NULL,
        [GivenBy] uniqueidentifier NULL,
        [GivenByName] nvarchar(200) NULL,
        [GivenAt] datetimeoffset(6) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Scrutinies] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [frameworks].[PlanActions] (
        [Id] uniqueidentifier NOT NULL,
        [Plan] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [What] nvarchar(1000) NOT NULL,
        [Who] nvarchar(200) NOT NULL,
        [DueOn] date NOT NULL,
        [Progress] nvarchar(2000) NULL,
        [ReportedBy] nvarchar(200) NULL,
        [ReportedAt] datetimeoffset(6) NULL,
        [ConfirmedAt] datetimeoffset(6) NULL,
        CONSTRAINT [PK_PlanActions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PlanActions_ImprovementPlans_Plan] FOREIGN KEY ([Plan]) REFERENCES [frameworks].[ImprovementPlans] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE TABLE [frameworks].[QualityFindings] (
        [Id] uniqueidentifier NOT NULL,
        [Visit] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Area] nvarchar(60) NOT NULL,
        [Grade] nvarchar(60) NOT NULL,
        [Words] nvarchar(2000) NOT NULL,
        CONSTRAINT [PK_QualityFindings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_QualityFindings_QualityVisits_Visit] FOREIGN KEY ([Visit]) REFERENCES [frameworks].[QualityVisits] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TenderSeals_Tender_Round] ON [bids].[TenderSeals] ([Tender], [Round]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_CallOffs_Block] ON [calloffs].[CallOffs] ([Block]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_BlockContracts_Cooperative] ON [calloffs].[BlockContracts] ([Cooperative]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_BlockContracts_HomeUrn_To] ON [calloffs].[BlockContracts] ([HomeUrn], [To]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_BlockContracts_Provider] ON [calloffs].[BlockContracts] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_BlockContracts_Ref] ON [calloffs].[BlockContracts] ([Ref]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_EndedSessions_EndedAt] ON [organisations].[EndedSessions] ([EndedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_ImprovementPlans_HomeUrn] ON [frameworks].[ImprovementPlans] ([HomeUrn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_ImprovementPlans_Provider] ON [frameworks].[ImprovementPlans] ([Provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_ImprovementPlans_Stage_OpenedAt] ON [frameworks].[ImprovementPlans] ([Stage], [OpenedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_Invitations_Organisation] ON [organisations].[Invitations] ([Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invitations_Person_Organisation] ON [organisations].[Invitations] ([Person], [Organisation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ParticipationRequests_Tender_Supplier] ON [qualification].[ParticipationRequests] ([Tender], [Supplier]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PlanActions_Plan_Number] ON [frameworks].[PlanActions] ([Plan], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_QualityFindings_Visit_Number] ON [frameworks].[QualityFindings] ([Visit], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_QualityVisits_HomeUrn_VisitedOn] ON [frameworks].[QualityVisits] ([HomeUrn], [VisitedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RoleRequests_Organisation_Person] ON [organisations].[RoleRequests] ([Organisation], [Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Scrutinies_Line] ON [gate].[Scrutinies] ([Line]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    CREATE INDEX [IX_Scrutinies_Panel_View_WantedBy] ON [gate].[Scrutinies] ([Panel], [View], [WantedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130075237_EnvelopesStagesAndStandings'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261130075237_EnvelopesStagesAndStandings', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130110715_PasskeysAndScales'
)
BEGIN
    ALTER TABLE [organisations].[Organisations] ADD [Scale] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130110715_PasskeysAndScales'
)
BEGIN
    ALTER TABLE [bids].[OpenerKeys] ADD [Passkeys] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130110715_PasskeysAndScales'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261130110715_PasskeysAndScales', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    ALTER TABLE [tenders].[Tenders] ADD [ShowBidderCount] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    ALTER TABLE [tenders].[Lots] ADD [Ended] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    ALTER TABLE [clarifications].[Clarifications] ADD [ByChange] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    ALTER TABLE [clarifications].[Clarifications] ADD [Effect] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    ALTER TABLE [clarifications].[Clarifications] ADD [Held] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    CREATE TABLE [calloffs].[CallOffKeys] (
        [Client] nvarchar(140) NOT NULL,
        [Key] nvarchar(255) NOT NULL,
        [BodySha256] nvarchar(64) NOT NULL,
        [CallOff] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CallOffKeys] PRIMARY KEY ([Client], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    CREATE TABLE [gate].[OfflineCards] (
        [Id] uniqueidentifier NOT NULL,
        [Authority] uniqueidentifier NOT NULL,
        [AuthorityName] nvarchar(200) NOT NULL,
        [IssuedAt] datetimeoffset(6) NOT NULL,
        [IssuedOn] date NOT NULL,
        [LastDay] date NOT NULL,
        [RuleSet] nvarchar(40) NOT NULL,
        [Steps] nvarchar(max) NOT NULL,
        [Numbers] nvarchar(max) NOT NULL,
        [Signature] nvarchar(100) NOT NULL,
        [KeyName] nvarchar(200) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_OfflineCards] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    CREATE INDEX [IX_OfflineCards_Authority_IssuedAt] ON [gate].[OfflineCards] ([Authority], [IssuedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130140653_EndedLotsAndHeldAnswers'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261130140653_EndedLotsAndHeldAnswers', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130164710_LotsAwardedApart'
)
BEGIN
    DROP INDEX [IX_Awards_Tender] ON [awards].[Awards];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130164710_LotsAwardedApart'
)
BEGIN
    ALTER TABLE [tenders].[Lots] ADD [Awarding] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130164710_LotsAwardedApart'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Own] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130164710_LotsAwardedApart'
)
BEGIN
    ALTER TABLE [awards].[Awards] ADD [Part] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130164710_LotsAwardedApart'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Awards_Tender_Part] ON [awards].[Awards] ([Tender], [Part]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130164710_LotsAwardedApart'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261130164710_LotsAwardedApart', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[UpliftRules] ADD [Changes] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[UpliftRules] ADD [IndexName] nvarchar(100) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[UpliftRules] ADD [Terms_EarliestOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[OnboardingChecks] ADD [Named] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [tenders].[Lots] ADD [Cover] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[Frameworks] ADD [ValueReleased] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[FrameworkCommitments] ADD [Settled] decimal(19,4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [frameworks].[FrameworkCommitments] ADD [SettledOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [PaidTo] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [RegisteredManager] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [ResponsibleIndividual] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130201059_TenderLotCover'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261130201059_TenderLotCover', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [frameworks].[UpliftRules] ADD [Figures] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [frameworks].[UpliftRules] ADD [Proposal] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [frameworks].[OnboardingChecks] ADD [Vacant] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [gate].[GateRuleSets] ADD [TakingBackFirstAgreedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [gate].[GateRuleSets] ADD [TakingBackProposedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [gate].[GateRuleSets] ADD [TakingBackReason] nvarchar(4000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [gate].[GateRuleSets] ADD [TakingBackSecondAgreedBy] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [frameworks].[Frameworks] ADD [CapChanges] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [frameworks].[FrameworkLots] ADD [CoverChanges] nvarchar(max) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    ALTER TABLE [frameworks].[FrameworkCommitments] ADD [RunTo] decimal(19,4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261130231115_Issue6Findings'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261130231115_Issue6Findings', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261201125100_CallOffUnitsPerWeek'
)
BEGIN
    ALTER TABLE [calloffs].[CallOffs] ADD [UnitsPerWeek] decimal(6,2) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261201125100_CallOffUnitsPerWeek'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261201125100_CallOffUnitsPerWeek', N'10.0.14');
END;

COMMIT;
GO

