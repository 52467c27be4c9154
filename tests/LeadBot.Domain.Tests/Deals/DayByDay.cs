using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Domain.Tests.Staleness;

namespace LeadBot.Domain.Tests.Deals;

/// <summary>The rules of silence walked one day at a time, as a person would count on a wall calendar; written without the code it checks.</summary>
internal sealed class DayByDay(Life life)
{
    private DateOnly today = RandomCalendars.Start;
    private DateOnly? due;
    private DateOnly? ask;
    private DateOnly? parkedUntil;
    private int pauseLeft;
    private bool pausing;
    private bool dueGraceUsed;
    private bool askGraceUsed;
    private int parks;

    public int Silence { get; private set; }

    public int PutOffs { get; private set; }

    public bool Parked => parkedUntil is not null;

    public void Live(Done done)
    {
        for (var day = 0; day < done.Gap; day++)
        {
            NextDay();
        }

        switch (done.Deed)
        {
            case Deed.Progress:
                (Silence, PutOffs, parks, due, pausing) = (0, 0, 0, null, false);
                break;
            case Deed.PutOff:
                PutOffs++;
                if (due <= today)
                {
                    (due, pausing) = (null, false);
                }

                break;
            case Deed.Plan when !Parked:
                PutOffs += due is null ? 0 : 1;
                (due, pausing, pauseLeft, dueGraceUsed) = (today.AddDays(done.Ahead), true, life.Rules.Limit, false);
                break;
            case Deed.AskOn when !Parked:
                PutOffs += ask is null || ask == today.AddDays(done.Ahead) ? 0 : 1;
                (ask, askGraceUsed) = (today.AddDays(done.Ahead), false);
                break;
            case Deed.Park:
                PutOffs += parks++ > 0 ? 1 : 0;
                (parkedUntil, due, ask, pausing) = (today.AddDays(done.Ahead + 1), null, null, false);
                break;
            case Deed.Reopen when Parked:
                (parkedUntil, Silence) = (null, 0);
                break;
            default:
                break;
        }
    }

    private void NextDay()
    {
        today = today.AddDays(1);
        if (Parked)
        {
            (parkedUntil, Silence) = parkedUntil == today ? (null, 0) : (parkedUntil, Silence);
            return;
        }

        if (due is not null && dueGraceUsed)
        {
            (due, pausing) = (null, false);
            PutOffs++;
        }

        if (ask is not null && askGraceUsed)
        {
            ask = null;
            PutOffs++;
        }

        if (!life.Calendar.IsWorkingDay(today))
        {
            return;
        }

        var counts = true;
        if (pausing)
        {
            counts = false;
            if (today > due || pauseLeft == 0)
            {
                // The working day to log.
                pausing = false;
            }

            pauseLeft--;
        }

        Silence += counts ? 1 : 0;
        dueGraceUsed |= today > due;
        askGraceUsed |= today > ask;
    }
}
