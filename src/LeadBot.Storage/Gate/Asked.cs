using System.Data.Common;

namespace LeadBot.Storage.Gate;

/// <summary>
/// The rows of a statement that was said ahead (<see cref="WriteSession.Ask"/>). It need not have gone to the database yet: it goes at the latest when its rows
/// are wanted, or with the job's commit. Whoever wants them only after the commit leaves it the way it would go anyway.
/// </summary>
public sealed class Asked<T>
{
    private readonly Action? _send;
    private List<T>? _rows;

    /// <summary>They are there.</summary>
    internal Asked(List<T> rows) => _rows = rows;

    /// <param name="send">Sends all that was said ahead, so that <see cref="Answer"/> is given what it answers.</param>
    internal Asked(Action send) => _send = send;

    /// <exception cref="InvalidOperationException">Its job failed before it was sent.</exception>
    public IReadOnlyList<T> Rows
    {
        get
        {
            if (_rows is null)
            {
                _send!();
            }

            return _rows ?? throw new InvalidOperationException("What a job had said ahead was dropped with it.");
        }
    }

    /// <summary>The first row, or null.</summary>
    public T? First => Rows is [var first, ..] ? first : default;

    internal void Answer(DbDataReader reader, Func<DbDataReader, T> read)
    {
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        _rows = rows;
    }
}
