using System.Net.Sockets;
using LeadBot.Host.Startup;
using LeadBot.Storage.Opening;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace LeadBot.Host.CommandLine;

/// <summary>Says refusals to start as sentences; bugs keep their stack trace.</summary>
public static class Refusals
{
    /// <summary>Runs the host and returns the exit code.</summary>
    public static async Task<int> SayAsync(Func<Task> host)
    {
        try
        {
            await host();
            return ExitCodes.Done;
        }
        catch (Exception failure) when (Sentences(failure) is { } sentences)
        {
            await Console.Error.WriteLineAsync(sentences);
            return ExitCodes.Refused;
        }
    }

    /// <summary>Starts a host; when a part cannot, the parts already started are told that their end is no failure.</summary>
    public static async Task StartAsync(IHost host, CancellationToken stop)
    {
        try
        {
            await host.StartAsync(stop);
        }
        catch
        {
            host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            throw;
        }
    }

    private static string? Sentences(Exception failure) => failure switch
    {
        StartRefusedException or StorageRefusedException => failure.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        // "Failed to convert configuration value 'x' at 'LeadBot:…' to type …": it names the setting.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => failure.Message,
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } =>
            "LeadBot has no certificate for https: name one in Kestrel:Certificates:Default:Path (and :Password), or listen on http behind a proxy that has one.",
        IOException { InnerException: AddressInUseException } => $"{failure.Message.TrimEnd('.')}: stop the other program, or listen elsewhere with --urls.",
        SocketException => $"LeadBot cannot listen there ({failure.Message}): listen elsewhere with --urls.",
        _ => null,
    };
}
