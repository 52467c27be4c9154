using System.Security.Cryptography;
using LeadBot.Dialog.Auditing;
using LeadBot.Dialog.Channels;
using LeadBot.Domain;
using LeadBot.Storage.Auditing;
using LeadBot.Storage.Delivering;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.DataProtection;

namespace LeadBot.Host.Installing;

/// <summary>Keeps installations, their tokens encrypted with keys that are not in the database.</summary>
public sealed class TokenKeeper(Store store, IDataProtectionProvider protection, ILogger<TokenKeeper> logger)
{
    private readonly IDataProtector _protector = Protector(protection);

    internal static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("LeadBot.Installation.Token.v1");

    /// <inheritdoc cref="KeepInstallation"/>
    public Task KeepAsync(Installation installation, CancellationToken cancellationToken)
    {
        var kept = new KeptInstallation(
            installation.Workspace, installation.IsOrganisation, installation.Bot, _protector.Protect(installation.Token), installation.By, installation.At);
        return store.Gate.TurnAsync(
            Scope.Of(kept.Workspace),
            session =>
            {
                Installations.Keep(session, kept);
                AuditBook.Add(session, kept.Workspace, kept.By, AuditAct.Installed, kept.At);
                if (kept.IsOrganisation)
                {
                    Uninstallation.End(session, kept.Workspace, kept.At);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc cref="FindInstallation"/>
    public async Task<Installation?> FindAsync(WorkspaceId workspace, WorkspaceId? organisation, CancellationToken cancellationToken)
    {
        if (await store.Gate.TurnAsync(Scope.Of(workspace), session => Installations.Find(session, workspace, organisation), cancellationToken) is not { } kept)
        {
            return null;
        }

        try
        {
            return new Installation(kept.Workspace, kept.IsOrganisation, kept.Bot, _protector.Unprotect(kept.ProtectedToken), kept.By, kept.At);
        }
        catch (CryptographicException)
        {
            // The keys were lost or belong to another data directory: it has to be installed again.
            Log.TokenUnreadable(logger, kept.Workspace.Value);
            return null;
        }
    }
}
