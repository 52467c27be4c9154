using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeadBot.Dialog.Channels;
using LeadBot.Domain;
using LeadBot.Host.Startup;
using LeadBot.Storage.Installing;
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

        var key = Assert.Single(Glance.At(two.Services.GetRequiredService<DatabasePlace>(), Keys.All));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey>", key, StringComparison.Ordinal);
        await using var stranger = Host(Certificate("another.pfx"));
        Assert.Null(await FindAsync(stranger));
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
        "--urls", "http://127.0.0.1:0", "--Slack:SigningSecret", "s", "--Slack:ClientId", "1.2", "--Slack:ClientSecret", "c",
        .. certificate is null ? Array.Empty<string>() : ["--LeadBot:KeyCertificate", certificate, "--LeadBot:KeyCertificatePassword", Password],
        .. ServerDatabases.Settings(_directory.Path),
    ]);
}
