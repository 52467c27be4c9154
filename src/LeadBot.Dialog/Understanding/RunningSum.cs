namespace LeadBot.Dialog.Understanding;

/// <summary>A number being put together from its words; a word that cannot come now is refused.</summary>
internal sealed class RunningSum
{
    private const decimal Largest = 1_000_000_000_000m;

    private (decimal Low, decimal High) _total;
    private (decimal Low, decimal High)? _current;
    private decimal? _scale;
    private Room _room;

    /// <summary>What may still be added in words: after "hundred" tens and ones, after "twenty" ones.</summary>
    private enum Room
    {
        None,
        Ones,
        Tens,
    }

    /// <summary>Something was multiplied by a scale: only smaller things can follow.</summary>
    public bool IsScaled => _scale is not null;

    /// <summary>"And" can stand here: "a hundred and", "two thousand and".</summary>
    public bool TakesMore => _current is null ? IsScaled : _room == Room.Tens;

    /// <summary>The number; null when there is none or it is beyond all business.</summary>
    public SaidValue? Value
    {
        get
        {
            var (low, high) = (_total.Low + (_current?.Low ?? 0), _total.High + (_current?.High ?? 0));
            return _current is null && _scale is null || high > Largest ? null : new SaidValue(Math.Round(low, 4), Math.Round(high, 4), _scale);
        }
    }

    public bool Start(decimal value) => Start(value, value);

    public bool Start(decimal low, decimal high)
    {
        if (_current is not null)
        {
            return false;
        }

        (_current, _room) = ((low, high), Room.None);
        return true;
    }

    /// <summary>Adds zero to ninety, said in words.</summary>
    public bool AddUnit(int unit)
    {
        if (_current is { } before)
        {
            if (unit == 0 || _room == Room.None || _room == Room.Ones && unit > 9)
            {
                return false;
            }

            _current = (before.Low + unit, before.High + unit);
        }
        else
        {
            _current = (unit, unit);
        }

        _room = unit >= 20 ? Room.Ones : Room.None;
        return true;
    }

    public bool AddHalf()
    {
        if (_current is { } current)
        {
            (_current, _room) = ((current.Low + 0.5m, current.High + 0.5m), Room.None);
            return true;
        }

        if (_scale is not { } scale)
        {
            return false;
        }

        _total = (_total.Low + 0.5m * scale, _total.High + 0.5m * scale);
        return true;
    }

    public bool Times(int factor)
    {
        if (_current is not { } many)
        {
            return false;
        }

        (_current, _room) = ((many.Low * factor, many.High * factor), Room.Tens);
        return true;
    }

    /// <summary>Multiplies what was said last; a second scale must be smaller than the first.</summary>
    public bool Scale(decimal by)
    {
        if (_current is not { } times || by >= _scale)
        {
            return false;
        }

        _total = (_total.Low + times.Low * by, _total.High + times.High * by);
        (_current, _scale) = (null, by);
        return true;
    }
}
