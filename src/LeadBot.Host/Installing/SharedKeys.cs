using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using LeadBot.Host.Startup;
using LeadBot.Storage.Gate;
using LeadBot.Storage.Installing;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LeadBot.Host.Installing;

/// <summary>The keys of all instances, in their database: so what one encrypted every other reads. A certificate outside it encrypts the keys.</summary>
public sealed class SharedKeys(Store store) : IXmlRepository
{
    /// <summary>The certificate that the settings name.</summary>
    /// <exception cref="StartRefusedException">There is none, or it cannot be used.</exception>
    public static X509Certificate2 Certificate(LeadBotOptions settings)
    {
        if (string.IsNullOrWhiteSpace(settings.KeyCertificate))
        {
            throw new StartRefusedException("LeadBot:KeyCertificate is missing: several instances share the keys of Slack's tokens in the database, and a certificate outside it (a PKCS#12 file with its private key) has to encrypt them.");
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(settings.KeyCertificate, settings.KeyCertificatePassword);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new StartRefusedException($"LeadBot:KeyCertificate names {settings.KeyCertificate}, which holds no RSA private key: export the certificate with its key.");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"LeadBot:KeyCertificate names {settings.KeyCertificate}, which cannot be read ({failure.Message.TrimEnd('.')}): see the file and LeadBot:KeyCertificatePassword.");
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Run(Keys.All).Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => Run(session =>
    {
        Keys.Add(session, friendlyName, element.ToString(SaveOptions.DisableFormatting));
        return true;
    });

    /// <summary>Data Protection asks for keys where it cannot wait for them otherwise.</summary>
    private T Run<T>(Func<WriteSession, T> job) => store.Gate.TurnAsync(Scope.Delivery, job, CancellationToken.None).GetAwaiter().GetResult();
}
