using System.Text;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using static System.FormattableString;

namespace LeadBot.Host.CommandLine;

/// <summary>What a playbook would say if its own expectations came true.</summary>
public static class PlaybookReport
{
    private const int BarLength = 30;

    /// <summary>The report, as lines of text.</summary>
    public static string Of(Playbook playbook)
    {
        var forecast = PlaybookForecast.Of(playbook);
        var report = new StringBuilder();
        report.AppendLine(Invariant($"{playbook.Title} ({playbook.Id}, version {playbook.Version}): {playbook.Questions.Count} questions, no faults."));
        report.AppendLine();
        report.AppendLine(Invariant($"All-neutral answers come to {forecast.Neutral}."));
        report.AppendLine("Expected verdicts:");
        foreach (var (kind, share) in forecast.Shares.OrderBy(s => s.Key))
        {
            report.AppendLine(Invariant($"  {kind,-8} {Percent(share),3} %  {new string('█', (int)Math.Round(share * BarLength))}").TrimEnd());
        }

        report.AppendLine(Invariant($"Expected until settled: {forecast.Questions:0.0} questions, {forecast.Seconds:0} s (in written order {forecast.QuestionsAsWritten:0.0} questions, {forecast.SecondsAsWritten:0} s)."));
        foreach (var kind in forecast.Lopsided)
        {
            report.AppendLine(Invariant($"Warning: {kind} is expected for {Percent(forecast.Shares[kind])} % of deals, over {Percent(PlaybookForecast.TooOften)} %. {Advice(kind)}"));
        }

        return report.ToString();
    }

    private static double Percent(double share) => Math.Round(share * 100);

    private static string Advice(VerdictKind kind) => kind switch
    {
        VerdictKind.Pursue => "It hardly talks anybody out of anything: raise pursue-at, or ask harder questions.",
        VerdictKind.AskFirst => "Too much stays unknown: ask what reps do know, or give answers more points.",
        VerdictKind.Park => "It decides too little: lower pursue-at, or raise walk-below.",
        _ => "It throws nearly everything away: knock out less, or lower walk-below.",
    };
}
