namespace Portal.Domain.Organisations;

/// <summary>What award notices say about the size and kind of a supplier (A10-06, B1-10).</summary>
/// <param name="Sme">A small or medium-sized enterprise: fewer than 250 staff, and a turnover up to £44 million or a balance sheet total up to £38 million (s.123, A2-04).</param>
/// <param name="Vcse">A voluntary, community or social enterprise.</param>
public sealed record SupplierScale(bool Sme, bool Vcse);
