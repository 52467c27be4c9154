using System.Security.Cryptography.X509Certificates;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace LeadBot.Host.Installing;

/// <summary>Where the keys are that encrypt tokens.</summary>
internal static class KeyRegistration
{
    /// <summary>Files in the data directory, beside the database and not in it.</summary>
    public static IDataProtectionBuilder AddKeyFiles(this IServiceCollection services, string dataDirectory) =>
        services.AddDataProtection().SetApplicationName("LeadBot").PersistKeysToFileSystem(KeyFiles.Of(dataDirectory));

    /// <summary>In the database of a <see cref="Store"/>, encrypted by a certificate that is not.</summary>
    public static void AddSharedKeys(this IServiceCollection services, X509Certificate2 certificate)
    {
        services.AddDataProtection().SetApplicationName("LeadBot").ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        services.AddOptions<KeyManagementOptions>().Configure<Store>((options, store) => options.XmlRepository = new SharedKeys(store));
    }
}
