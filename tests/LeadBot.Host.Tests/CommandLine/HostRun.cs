using System.Diagnostics;
using System.Text;

namespace LeadBot.Host.Tests.CommandLine;

/// <summary>One run of the host as its own process, from start to end.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    public static async Task<HostRun> Of(string input, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LeadBot.Host.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return new HostRun(process.ExitCode, await output, await errors);
    }

    public static Task<HostRun> Of(params string[] arguments) => Of("", new Dictionary<string, string>(), arguments);
}
