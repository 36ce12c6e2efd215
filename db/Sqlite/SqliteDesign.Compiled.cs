using Microsoft.EntityFrameworkCore;
using Portal.Db.Sqlite.CompiledModel;

namespace Portal.Db.Sqlite;

/// <content>The model as <c>db/make-migrations</c> wrote it down, so that a start need not work it out from the mappings (ADR 22).</content>
public sealed partial class SqliteDesign
{
    static partial void UseCompiledModel(DbContextOptionsBuilder options) => options.UseModel(PortalDbModel.Instance);
}
