namespace LeadBot.Host.Startup;

/// <summary>The settings under <c>LeadBot:Secrets:</c>.</summary>
public sealed class SecretOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "LeadBot:Secrets";

    /// <summary>A directory of files that are settings: named like the environment variable, holding the value (Docker's and Kubernetes' secrets).</summary>
    public string? Directory { get; set; }
}

/// <summary>Settings from files, where an environment variable would be seen by too many.</summary>
public static class SecretFiles
{
    /// <summary>Takes them in above every other source.</summary>
    /// <exception cref="StartRefusedException">The directory is not there.</exception>
    public static void AddSecretFiles(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection(SecretOptions.Section).Get<SecretOptions>()?.Directory is not { Length: > 0 } directory)
        {
            return;
        }

        if (!Directory.Exists(directory))
        {
            throw new StartRefusedException($"LeadBot:Secrets:Directory names {directory}, which is not there: make it, or leave the setting out.");
        }

        builder.Configuration.AddKeyPerFile(Path.GetFullPath(directory), optional: false);
    }
}
