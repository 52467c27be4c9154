using System.Security.Cryptography;
using LeadBot.Domain;
using LeadBot.Host.Startup;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.DataProtection;

namespace LeadBot.Host.Installing;

/// <summary>The tokens of installations on their way to another database: read with the keys of the old, written with those of the new.</summary>
internal sealed class MovedTokens
{
    private readonly List<(WorkspaceId Workspace, string Token)> _read = [];

    private readonly List<WorkspaceId> _unreadable = [];

    /// <summary>Reads them in the file's data directory.</summary>
    public static MovedTokens Read(DatabasePlace.File from)
    {
        var tokens = new MovedTokens();
        using var services = new ServiceCollection().AddLogging().AddKeyFiles(from.Directory).DisableAutomaticKeyGeneration().Services.BuildServiceProvider();
        var protector = TokenKeeper.Protector(services.GetRequiredService<IDataProtectionProvider>());
        foreach (var (workspace, token) in Glance.At(from, Scope.Sweep, Installations.Protected))
        {
            try
            {
                tokens._read.Add((workspace, protector.Unprotect(token)));
            }
            catch (CryptographicException)
            {
                tokens._unreadable.Add(workspace);
            }
        }

        return tokens;
    }

    /// <summary>Writes them where the rest has been moved to, and says what became of them.</summary>
    public async Task<IReadOnlyList<string>> WriteAsync(DatabasePlace.Server to, LeadBotOptions settings, CancellationToken stop)
    {
        if (_read.Count > 0)
        {
            using var store = Store.Open(to);
            var collection = new ServiceCollection().AddLogging().AddSingleton(store);
            collection.AddSharedKeys(SharedKeys.Certificate(settings));
            await using var services = collection.BuildServiceProvider();
            var protector = TokenKeeper.Protector(services.GetRequiredService<IDataProtectionProvider>());
            List<(WorkspaceId, string)> again = [.. _read.Select(token => (token.Workspace, protector.Protect(token.Token)))];
            await store.Gate.BackgroundAsync(Scope.Sweep, session => Installations.Protect(session, again), stop);
        }

        var unreadable = _unreadable.Select(workspace => $"The token of {workspace} cannot be read with the keys in the data directory: LeadBot has to be installed there again.");
        return _read.Count == 0 ? [.. unreadable] : [.. unreadable, _read.Count == 1 ? "1 token is encrypted with the new keys." : FormattableString.Invariant($"{_read.Count:N0} tokens are encrypted with the new keys.")];
    }

    /// <summary>Refuses before anything is moved.</summary>
    /// <exception cref="StartRefusedException">There are tokens, and no certificate for the new keys.</exception>
    public void Check(LeadBotOptions settings)
    {
        if (_read.Count > 0)
        {
            SharedKeys.Certificate(settings).Dispose();
        }
    }
}
