using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeadBot.Dialog.Channels;
using LeadBot.Domain;
using LeadBot.Host.CommandLine;
using LeadBot.Host.Startup;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Opening;
using LeadBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LeadBot.Postgres.Tests;

/// <summary>Workspaces install the bot at one instance, and every other writes there.</summary>
public sealed class SharingKeys : IDisposable
{
    private const string Password = "of the file";

    private static readonly WorkspaceId s_workspace = new("slack:T1");

    private static readonly string[] s_slack = ["--urls", "http://127.0.0.1:0", "--Slack:SigningSecret", "s", "--Slack:ClientId", "1.2", "--Slack:ClientSecret", "c"];

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task What_one_instance_encrypted_another_reads_and_the_database_alone_does_not()
    {
        var certificate = Certificate("one.pfx");
        await using (var one = Host(certificate))
        {
            await one.Services.GetRequiredService<KeepInstallation>()(
                new Installation(s_workspace, false, new("slack:B1"), "xoxb-secret", new("slack:U1"), DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        await using var two = Host(certificate);
        Assert.Equal("xoxb-secret", (await FindAsync(two))?.Token);

        var key = Assert.Single(Glance.At(two.Services.GetRequiredService<DatabasePlace>(), Scope.Delivery, Keys.All));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey>", key, StringComparison.Ordinal);
        await using var stranger = Host(Certificate("another.pfx"));
        Assert.Null(await FindAsync(stranger));
    }

    [Fact]
    public async Task Moved_from_a_file_the_tokens_are_encrypted_anew_with_the_shared_keys()
    {
        using var from = new TemporaryDirectory();
        await using (var file = LeadBot.Host.Program.Serve([.. s_slack, "--LeadBot:DataDirectory", from.Path]))
        {
            await file.Services.GetRequiredService<KeepInstallation>()(
                new Installation(s_workspace, false, new("slack:B1"), "xoxb-secret", new("slack:U1"), DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var certificate = Certificate("one.pfx");
        string[] to = [.. ServerDatabases.Settings(_directory.Path), "--LeadBot:DataDirectory", from.Path];
        await using var output = new StringWriter();
        Assert.Equal(ExitCodes.Refused, await MoveCommand.RunAsync(output, to, TestContext.Current.CancellationToken));
        Assert.Equal("", output.ToString());
        Assert.Equal(ExitCodes.Done, await MoveCommand.RunAsync(output, [.. to, "--LeadBot:KeyCertificate", certificate, "--LeadBot:KeyCertificatePassword", Password], TestContext.Current.CancellationToken));
        Assert.EndsWith($"1 token is encrypted with the new keys.{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);

        await using var server = Host(certificate);
        Assert.Equal("xoxb-secret", (await FindAsync(server))?.Token);
    }

    [Fact]
    public async Task A_token_that_the_keys_at_hand_do_not_read_is_moved_and_named()
    {
        using var from = new TemporaryDirectory();
        using (var file = Store.Open(from.Path))
        {
            await file.Gate.TurnAsync(
                Scope.Of(s_workspace),
                session =>
                {
                    Installations.Keep(session, new KeptInstallation(s_workspace, false, new("slack:B1"), "by other keys", new("slack:U1"), DateTimeOffset.UnixEpoch));
                    return true;
                },
                TestContext.Current.CancellationToken);
        }

        await using var output = new StringWriter();
        Assert.Equal(ExitCodes.Done, await MoveCommand.RunAsync(output, [.. ServerDatabases.Settings(_directory.Path), "--LeadBot:DataDirectory", from.Path], TestContext.Current.CancellationToken));
        Assert.EndsWith($"The token of slack:T1 cannot be read with the keys in the data directory: LeadBot has to be installed there again.{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_certificate_that_can_be_used_it_does_not_start()
    {
        Assert.StartsWith("LeadBot:KeyCertificate is missing: ", Refusal(null), StringComparison.Ordinal);
        Assert.StartsWith($"LeadBot:KeyCertificate names {_directory.Path}/none.pfx, which cannot be read (", Refusal(Path.Combine(_directory.Path, "none.pfx")), StringComparison.Ordinal);

        string Refusal(string? certificate) => Assert.Throws<StartRefusedException>(() => Host(certificate)).Message;
    }

    public void Dispose() => _directory.Dispose();

    private static Task<Installation?> FindAsync(WebApplication host) =>
        host.Services.GetRequiredService<FindInstallation>()(s_workspace, null, TestContext.Current.CancellationToken);

    private string Certificate(string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=leadbot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var path = Path.Combine(_directory.Path, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return path;
    }

    private WebApplication Host(string? certificate) => LeadBot.Host.Program.Serve(
    [
        .. s_slack,
        .. certificate is null ? Array.Empty<string>() : ["--LeadBot:KeyCertificate", certificate, "--LeadBot:KeyCertificatePassword", Password],
        .. ServerDatabases.Settings(_directory.Path),
    ]);
}
