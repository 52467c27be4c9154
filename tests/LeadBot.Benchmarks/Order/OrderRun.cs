using System.Diagnostics;
using LeadBot.Domain;
using LeadBot.Domain.Ordering;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Benchmarks.Order;

/// <summary>How long it takes to know the next of eight questions.</summary>
internal static class OrderRun
{
    private const int Tables = 20;
    private const int Choices = 20_000;

    private static readonly DateOnly s_today = new(2026, 11, 23);

    public static OrderReport Run()
    {
        var sheet = Sheet.For(LoseFast.Playbook, new Terms(s_today, 0.3, 0, 50, 0, 0, null));
        var first = NewTable(sheet);
        var warm = Enumerable.Range(0, Tables).Select(_ => NewTable(sheet)).Order().ToList();
        var (bruteTook, bruteSeconds) = BruteForce(sheet);
        var forecast = PlaybookForecast.Of(LoseFast.Playbook);
        var report = new OrderReport(
            Math.Round(first.TotalMilliseconds, 1),
            Math.Round(warm[Tables / 2].TotalMilliseconds, 1),
            Math.Round(Cached(sheet).TotalMilliseconds, 4),
            Math.Round(bruteTook.TotalMilliseconds),
            Math.Round(forecast.Seconds, 2),
            Math.Round(bruteSeconds, 2),
            Math.Round(forecast.SecondsAsWritten, 2));
        Console.Error.WriteLine(report);
        return report;
    }

    private static TimeSpan NewTable(Sheet sheet)
    {
        var began = Stopwatch.GetTimestamp();
        new QuestionOrder(1).Next(sheet, AnswerCounts.None, [], s_today);
        return Stopwatch.GetElapsedTime(began);
    }

    private static TimeSpan Cached(Sheet sheet)
    {
        var order = new QuestionOrder(1);
        GivenAnswer[] given =
        [
            new(new QuestionId("pay"), new Answer.Amount(5000, 5000, Period.Once), s_today),
            new(new QuestionId("no-is-fine"), new Answer.Picked(new OutcomeId("wants")), s_today),
            new(new QuestionId("can-use"), new Answer.DontKnow(), s_today),
        ];
        for (var warmUp = 0; warmUp < Choices; warmUp++)
        {
            order.Next(sheet, AnswerCounts.None, given, s_today);
        }

        var began = Stopwatch.GetTimestamp();
        for (var choice = 0; choice < Choices; choice++)
        {
            order.Next(sheet, AnswerCounts.None, given, s_today);
        }

        return Stopwatch.GetElapsedTime(began) / Choices;
    }

    private static (TimeSpan Took, double Seconds) BruteForce(Sheet sheet)
    {
        var began = Stopwatch.GetTimestamp();
        var seconds = new EveryOrder(sheet).Seconds();
        return (Stopwatch.GetElapsedTime(began), seconds);
    }
}
