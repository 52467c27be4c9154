using LeadBot.Domain.Ordering;
using LeadBot.Domain.Qualification;

namespace LeadBot.Benchmarks.Order;

/// <summary>
/// Least expected seconds to a settled verdict by trying every question after every set of answers, each set once and
/// none thrown together with another: what LeadBot's tables spare. The sheet must not ask for hours.
/// </summary>
internal sealed class EveryOrder
{
    private readonly Sheet _sheet;
    private readonly double[][] _chances;
    private readonly double[] _dontKnow;
    private readonly int[] _radix;
    private readonly int[] _places;
    private readonly double[] _known;

    public EveryOrder(Sheet sheet)
    {
        _sheet = sheet;
        var outcomes = sheet.Questions.Select(q => OutcomeChances.Of(q.Question, AnswerCounts.None)).ToArray();
        _dontKnow = [.. outcomes.Select(o => o.DontKnow)];
        _chances = [.. sheet.Questions.Select((q, i) => q.Pieces.Select(p => p.Share * outcomes[i].Outcomes[q.Question.Outcomes.ToList().IndexOf(p.Outcome)]).ToArray())];
        _radix = new int[sheet.Questions.Length];
        var size = 1;
        for (var i = 0; i < _radix.Length; i++)
        {
            _radix[i] = size;
            size *= sheet.Questions[i].Pieces.Length + 2;
        }

        _places = [.. Enumerable.Repeat(Stand.Open, _radix.Length)];
        _known = new double[size];
        Array.Fill(_known, double.NaN);
    }

    public double Seconds() => Seconds(0);

    private double Seconds(int key)
    {
        if (double.IsNaN(_known[key]))
        {
            var tally = _sheet.Tally(_places);
            _known[key] = tally.Settles(tally.Rule(_sheet.Thresholds), _sheet.Thresholds) ? 0 : Least(key);
        }

        return _known[key];
    }

    private double Least(int key)
    {
        var least = double.PositiveInfinity;
        for (var question = 0; question < _places.Length; question++)
        {
            if (_places[question] == Stand.Open)
            {
                least = Math.Min(least, Asking(key, question));
                _places[question] = Stand.Open;
            }
        }

        return least;
    }

    private double Asking(int key, int question)
    {
        double seconds = _sheet.Questions[question].Question.Seconds;
        _places[question] = Stand.Unknown;
        seconds += _dontKnow[question] * Seconds(key + _radix[question]);
        for (var piece = 0; piece < _chances[question].Length; piece++)
        {
            _places[question] = piece;
            seconds += _chances[question][piece] * Seconds(key + (piece + 2) * _radix[question]);
        }

        return seconds;
    }
}
