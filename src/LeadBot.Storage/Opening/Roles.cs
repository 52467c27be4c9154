using LeadBot.Storage.Gate;
using Npgsql;

namespace LeadBot.Storage.Opening;

/// <summary>The roles among whom the tables of a PostgreSQL database are divided (<c>Migrations/Postgres/Rows.sql</c>), whoever the user is that connects.</summary>
internal static class Roles
{
    private static readonly string s_all = string.Join(", ", Scope.Roles);

    /// <summary>Some table shows everybody all its rows.</summary>
    public static bool AreLacking(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            """
            SELECT EXISTS (SELECT FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attname = CASE t.relname WHEN 'workspaces' THEN 'id' ELSE 'workspace' END
            WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND NOT t.relrowsecurity)
            """,
            connection);
        return command.ExecuteScalar() is true;
    }

    /// <summary>Makes the roles where they are missing, and says what each may see.</summary>
    /// <exception cref="StorageRefusedException">This user may not.</exception>
    public static void Divide(NpgsqlConnection connection)
    {
        using var script = new StreamReader(typeof(Roles).Assembly.GetManifestResourceStream("Rows.sql")!);
#pragma warning disable CA2100 // A resource of this assembly.
        using var command = new NpgsqlCommand(script.ReadToEnd(), connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        Act(connection, () => command.ExecuteNonQuery());
    }

    /// <summary>Sees that this user may act as each.</summary>
    /// <exception cref="StorageRefusedException">This user may not.</exception>
    public static void Try(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT set_config('role', role, true) FROM unnest($1) role", connection) { Parameters = { new() { Value = Scope.Roles.ToArray() } } };
        Act(connection, () => command.ExecuteNonQuery());
    }

    private static void Act(NpgsqlConnection connection, Action act)
    {
        try
        {
            act();
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue)
        {
            throw new StorageRefusedException(
                $"In the database {connection.Database} on {connection.Host} LeadBot acts as roles that this user may not make or be: let an administrator of the server make those that are missing (CREATE ROLE {Scope.Roles[0]}, and so on) and say GRANT {s_all} TO {connection.UserName ?? "it"}.",
                failure);
        }
    }
}
