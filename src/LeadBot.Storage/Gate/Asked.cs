namespace LeadBot.Storage.Gate;

/// <summary>The rows of a statement that was said ahead (<see cref="WriteSession.Ask"/>). It need not have gone to the database yet: it goes at the latest when its rows are wanted.</summary>
public sealed class Asked<T>
{
    private readonly List<T> _rows;
    private Action? _send;

    /// <summary>They are there.</summary>
    internal Asked(List<T> rows) => _rows = rows;

    /// <param name="rows">Empty until it was sent.</param>
    internal Asked(List<T> rows, Action send) => (_rows, _send) = (rows, send);

    public IReadOnlyList<T> Rows
    {
        get
        {
            _send?.Invoke();
            _send = null;
            return _rows;
        }
    }

    /// <summary>The first row, or null.</summary>
    public T? First => Rows is [var first, ..] ? first : default;
}
