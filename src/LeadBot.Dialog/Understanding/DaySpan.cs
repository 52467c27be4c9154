namespace LeadBot.Dialog.Understanding;

/// <summary>Days, both ends included.</summary>
internal readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    public static DaySpan Day(DateOnly day) => new(day, day);

    /// <summary>Whole months.</summary>
    /// <param name="month">1 to 12.</param>
    public static DaySpan Months(int year, int month, int count)
    {
        var from = new DateOnly(year, month, 1);
        return new DaySpan(from, from.AddMonths(count).AddDays(-1));
    }

    /// <summary>Monday to Sunday around a day.</summary>
    public static DaySpan WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DaySpan(monday, monday.AddDays(6));
    }

    /// <summary>Without the days that have passed, if any are left.</summary>
    public DaySpan Rest(DateOnly today) => From < today && today <= To ? new DaySpan(today, To) : this;

    private DaySpan Week(int number) => new(From.AddDays(7 * number), From.AddDays(7 * number + 6));

    /// <summary>The part of it that a word names; the whole without one. A week ends on its Friday.</summary>
    public DaySpan Part(string word)
    {
        var days = To.DayNumber - From.DayNumber + 1;
        var third = (days + 2) / 3;
        var half = days > 300 ? From.AddMonths(6) : From.AddDays((days + 1) / 2);
        return word switch
        {
            "end" => Day(days == 7 ? To.AddDays(-2) : To),
            "early" or "beginning" or "start" => new DaySpan(From, From.AddDays(third - 1)),
            "mid" or "middle" => new DaySpan(From.AddDays(days / 3), To.AddDays(-(days / 3))),
            "late" => new DaySpan(To.AddDays(1 - third), To),
            "first half" => new DaySpan(From, half.AddDays(-1)),
            "second half" => new DaySpan(half, To),
            "first week" or "1st week" => Week(0),
            "second week" or "2nd week" => Week(1),
            "third week" or "3rd week" => Week(2),
            "fourth week" or "4th week" => Week(3),
            "last week" => new DaySpan(To.AddDays(-6), To),
            _ => this,
        };
    }
}
