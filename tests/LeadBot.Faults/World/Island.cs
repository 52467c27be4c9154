using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace LeadBot.Faults.World;

/// <summary>
/// A machine of its own for one instance, as far as it can tell: a network namespace with a cable to the outside that can be pulled, and a disk in
/// memory that can be filled. It is gone with this process, however that ends.
/// </summary>
internal sealed partial class Island : IAsyncDisposable
{
    private const int NetworkNamespace = 0x40000000;

    private readonly Process _holder;
    private readonly string _cable;
    private readonly string _directory;

    private Island(Process holder, string cable, string directory, int nr) => (_holder, _cable, _directory, Outside, Inside) = (holder, cable, directory, Address(nr, 1), Address(nr, 2));

    /// <summary>Why there are none here; null: there are.</summary>
    public static string? Missing => Environment.UserName != "root" || !OperatingSystem.IsLinux() ? "Cutting a network and filling a disk needs root on Linux."
        : Run("unshare", "--net", "--mount", "true") != 0 || Run("ip", "link", "show", "lo") != 0 ? "There are no network namespaces here, or no program \"ip\"."
        : null;

    /// <summary>This side of the cable.</summary>
    public IPAddress Outside { get; }

    /// <summary>The island's side.</summary>
    public IPAddress Inside { get; }

    /// <summary>A command that runs what follows it on the island.</summary>
    public string[] Here => ["nsenter", $"--net=/proc/{_holder.Id}/ns/net", $"--mount=/proc/{_holder.Id}/ns/mnt", "env", $"TMPDIR={_directory}"];

    /// <summary>Its disk, as processes there name it.</summary>
    public string Directory => _directory;

    public Disk Disk => new($"/proc/{_holder.Id}/root{_directory}");

    /// <param name="megabytes">The size of its disk.</param>
    public static async Task<Island> MakeAsync(string directory, int nr, int megabytes)
    {
        System.IO.Directory.CreateDirectory(directory);
        var holder = Process.Start(new ProcessStartInfo("unshare", ["--net", "--mount", "sh", "-c", "mount -t tmpfs -o size=$2m leadbot \"$1\" && ip link set lo up && echo ready && cat >/dev/null", "sh", directory, $"{megabytes}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var island = new Island(holder, $"lb{Environment.ProcessId % 100000}i{nr}", directory, nr);
        if (await holder.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("The island could not be made.");
        }

        Must("ip", "link", "add", island._cable, "type", "veth", "peer", "name", "eth0", "netns", $"{holder.Id}");
        Must("ip", "addr", "add", $"{island.Outside}/30", "dev", island._cable);
        Must("ip", "link", "set", island._cable, "up");
        island.OnIt("ip", "addr", "add", $"{island.Inside}/30", "dev", "eth0");
        island.OnIt("ip", "link", "set", "eth0", "up");
        return island;
    }

    /// <summary>A socket that listens there, on its loopback, for this process.</summary>
    public Socket Listen(int port)
    {
        var socket = default(Socket);
        var failure = default(Exception);
        // A thread that went there does not come back: it ends.
        var thread = new Thread(() =>
        {
            try
            {
                using var place = File.OpenHandle($"/proc/{_holder.Id}/ns/net");
                if (EnterNamespace((int)place.DangerousGetHandle(), NetworkNamespace) != 0)
                {
                    throw new InvalidOperationException($"The island's network cannot be entered: {Marshal.GetLastPInvokeError()}.");
                }

                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                socket.Listen(512);
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? socket! : throw failure;
    }

    /// <summary>Nothing comes or goes any more, and nobody is told so.</summary>
    public void Cut()
    {
        OnIt("ip", "link", "set", "eth0", "down");
        OnIt("ip", "link", "set", "lo", "down");
    }

    public void Mend()
    {
        OnIt("ip", "link", "set", "lo", "up");
        OnIt("ip", "link", "set", "eth0", "up");
    }

    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        await _holder.WaitForExitAsync();
        _holder.Dispose();
        Run("ip", "link", "del", _cable);
        System.IO.Directory.Delete(_directory);
    }

    private static IPAddress Address(int nr, byte side) => new([10, (byte)(100 + (Environment.ProcessId % 100)), (byte)nr, side]);

    private void OnIt(string program, params string[] arguments) => Must("nsenter", [$"--net=/proc/{_holder.Id}/ns/net", program, .. arguments]);

    private static void Must(string program, params string[] arguments)
    {
        if (Run(program, arguments) != 0)
        {
            throw new InvalidOperationException($"It failed: {program} {string.Join(' ', arguments)}");
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int EnterNamespace(int descriptor, int kind);
}
