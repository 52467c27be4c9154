using System.CommandLine;
using LeadBot.Host.Playbooks;

namespace LeadBot.Host.CommandLine;

/// <summary><c>playbook check FILE</c>: every fault of a playbook by line, or what it would say.</summary>
public static class PlaybookCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A playbook's YAML file." };
        var check = new Command("check", "Say what is wrong with a playbook, or what it would say.") { file };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(file), Console.Out, Console.Error));
        return new Command("playbook", "Work on playbooks.") { check };
    }

    /// <summary>Returns the exit code.</summary>
    public static int Check(string file, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(file))
        {
            errors.WriteLine(Directory.Exists(file) ? $"{file} is a directory. Name a playbook's file in it." : $"There is no file {file}.");
            return ExitCodes.Refused;
        }

        var (reading, _) = PlaybookFiles.Read(file);
        if (reading.Playbook is not { } playbook)
        {
            foreach (var fault in reading.Faults)
            {
                errors.WriteLine(fault);
            }

            return ExitCodes.Refused;
        }

        output.Write(PlaybookReport.Of(playbook));
        return ExitCodes.Done;
    }
}
