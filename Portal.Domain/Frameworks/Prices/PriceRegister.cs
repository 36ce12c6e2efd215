using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>One row of the national price register: what a home charges on one framework whose terms let every region see it.</summary>
public sealed record PriceRegisterRow
{
    public required string Framework { get; init; }

    public required string HomeUrn { get; init; }

    public required OrganisationId Provider { get; init; }

    public required string ServiceType { get; init; }

    public required string Unit { get; init; }

    public required Money Price { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; null while open-ended.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>The terms on which one authority could use one framework lot for a need, and for a home when one is named: the gate's <c>frameworks[]</c> row.</summary>
public sealed record FrameworkTerms
{
    public required FrameworkId Framework { get; init; }

    public required string Ref { get; init; }

    public required string LotNumber { get; init; }

    public required FrameworkLevel Level { get; init; }

    /// <summary>The co-operative's short code.</summary>
    public required string Cooperative { get; init; }

    public required string Unit { get; init; }

    public Money? LotCeiling { get; init; }

    public required bool OpenBook { get; init; }

    public required bool RegisterClause { get; init; }

    public required bool PendingHomesAllowed { get; init; }

    /// <summary>Whether the authority has acceded (or the contract is national and open to all) on that day.</summary>
    public required bool AuthorityEntitled { get; init; }

    /// <summary>Whether a sufficiency check was recorded, so that the gate holds its users to the lot.</summary>
    public bool Binding { get; init; }

    /// <summary>Whether the named home's provider is admitted to the lot and not suspended.</summary>
    public bool Admitted { get; init; }

    /// <summary>Where the named home stands on the lot; null when it was never put forward.</summary>
    public HomeAdmissionStatus? HomeStatus { get; init; }

    /// <summary>The core fee of the home's schedule in force, open book or not; null when none is.</summary>
    public Money? CoreFee { get; init; }

    public bool HomeOnboarded => HomeStatus == HomeAdmissionStatus.Onboarded;

    /// <summary>The undiscounted single-place core fee; null when none is in force or the lot is open book.</summary>
    public Money? SchedulePrice => OpenBook ? null : CoreFee;
}

/// <summary>What the gate and the home finders ask of the frameworks' records.</summary>
public static class FrameworkQueries
{
    extension(PortalDb db)
    {
        /// <summary>Own framework prices of one home, for one service type and unit, in force on that day, on every framework whose terms permit it.</summary>
        public IQueryable<PriceRegisterRow> PriceRegister(string urn, string serviceType, string unit, DateOnly day) =>
            db.PriceRegister(day).Where(r => r.HomeUrn == urn && r.ServiceType == serviceType && r.Unit == unit);

        /// <summary>The same for a home that was sold or registered anew: its prices under the former URN count as its own, so that a new registration is no way round them.</summary>
        public IQueryable<PriceRegisterRow> PriceRegister(string urn, string? formerUrn, string serviceType, string unit, DateOnly day) => formerUrn is null
            ? db.PriceRegister(urn, serviceType, unit, day)
            : db.PriceRegister(day).Where(r => (r.HomeUrn == urn || r.HomeUrn == formerUrn) && r.ServiceType == serviceType && r.Unit == unit);

        /// <summary>The whole register on that day: onboarded and suspended homes of live frameworks with a register clause, open-book lots left out.</summary>
        public IQueryable<PriceRegisterRow> PriceRegister(DateOnly day) =>
            from home in db.HomeAdmissions.OnceOnboarded()
            join framework in db.Frameworks.LiveOn(day) on home.Framework equals framework.Id
            join lot in db.FrameworkLots on new { home.Framework, Number = home.LotNumber } equals new { lot.Framework, lot.Number }
            join schedule in db.PriceSchedules.InForceOn(day) on home.Id equals schedule.HomeAdmission
            where framework.RegisterClause && !lot.OpenBook
            select new PriceRegisterRow
            {
                Framework = framework.Ref,
                HomeUrn = home.HomeUrn,
                Provider = home.Provider,
                ServiceType = lot.ServiceType,
                Unit = lot.Unit,
                Price = schedule.Terms.Core,
                From = schedule.From,
                To = schedule.To,
            };

        /// <summary>Live lots that cover a service type (and age, when given) on that day and that the authority may use.</summary>
        public IQueryable<FrameworkTerms> FrameworksCovering(OrganisationId authority, string serviceType, DateOnly day, int? age = null) =>
            db.FrameworkTermsFor(authority, null, null, serviceType, day, age).Where(t => t.AuthorityEntitled);

        /// <summary>Live lots that cover a service type (and age) on that day, with what they say of one provider and home; those the authority may not use are marked so.</summary>
        public IQueryable<FrameworkTerms> FrameworkTermsFor(OrganisationId authority, OrganisationId? provider, string? urn, string serviceType, DateOnly day, int? age = null)
        {
            IQueryable<Accession> acceded = db.Accessions.InForceOn(day).Where(a => a.Authority == authority);
            IQueryable<Admission> admitted = db.Admissions.Where(a => a.Provider == provider && a.Status == AdmissionStatus.Admitted);
            IQueryable<HomeAdmission> homes = db.HomeAdmissions.Where(h => h.HomeUrn == urn && h.Status != HomeAdmissionStatus.Left);
            IQueryable<PriceSchedule> prices = db.PriceSchedules.InForceOn(day);
            return from lot in db.FrameworkLots.Covering(serviceType, age)
                   join framework in db.Frameworks.LiveOn(day) on lot.Framework equals framework.Id
                   join cooperative in db.Set<Organisation>() on framework.Cooperative equals cooperative.Id
                   join home in homes on new { lot.Framework, lot.Number } equals new { home.Framework, Number = home.LotNumber } into put
                   from home in put.DefaultIfEmpty()
                   orderby framework.Ref, lot.Number
                   select new FrameworkTerms
                   {
                       Framework = framework.Id,
                       Ref = framework.Ref,
                       LotNumber = lot.Number,
                       Level = framework.Level,
                       Cooperative = cooperative.Code,
                       Unit = lot.Unit,
                       LotCeiling = lot.Ceiling,
                       OpenBook = lot.OpenBook,
                       RegisterClause = framework.RegisterClause,
                       PendingHomesAllowed = framework.PendingHomesAllowed,
                       AuthorityEntitled = framework.Level == FrameworkLevel.National || acceded.Any(a => a.Framework == framework.Id),
                       Binding = lot.BindsFrom != null && lot.BindsFrom <= day,
                       Admitted = admitted.Any(a => a.Framework == framework.Id && a.LotNumber == lot.Number),
                       HomeStatus = home == null ? null : home.Status,
                       CoreFee = prices.Where(s => s.HomeAdmission == home.Id).Select(s => (Money?)s.Terms.Core).FirstOrDefault(),
                   };
        }

        /// <summary>Codes of the co-operatives whose embargo or suspension of a home, or of its provider, is in force.</summary>
        public IQueryable<string> EmbargoesOf(string urn, OrganisationId provider) =>
            db.QaRestrictions.Where(r => r.LiftedAt == null && (r.HomeUrn == urn || (r.HomeUrn == null && r.Provider == provider))).Select(r => r.ByCooperative).Distinct();

        /// <summary>Frameworks whose national hub has said, for this referral, that it has no place.</summary>
        public IQueryable<FrameworkId> NoPlaceConfirmedFor(string referralRef) =>
            db.HubConfirmations.Where(c => c.ReferralRef == referralRef).Select(c => c.Framework);
    }
}
