using System.Runtime.CompilerServices;
using LeadBot.Postgres.Tests;
using LeadBot.TestKit;

[assembly: AssemblyFixture(typeof(OnPostgres))]

namespace LeadBot.Postgres.Tests;

/// <summary>Every test of this program works on PostgreSQL, those of other programs that it repeats among them.</summary>
public sealed class OnPostgres : IDisposable
{
    [ModuleInitializer]
    internal static void Choose()
    {
        ServerDatabases.Make = () => PostgresServer.One.Make();
        ServerDatabases.Remove = PostgresServer.Remove;
    }

    public void Dispose() => PostgresServer.End();
}
