using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Tests.Understanding;

public sealed class WeekdaysTests
{
    [Theory]
    [InlineData("mon-thu", "Mon to Thu")]
    [InlineData("Mon - Thu", "Mon to Thu")]
    [InlineData("monday to thursday", "Mon to Thu")]
    [InlineData("Monday through Friday", "Mon to Fri")]
    [InlineData("from mon to wed", "Mon to Wed")]
    [InlineData("mon, wed and fri", "Mon, Wed and Fri")]
    [InlineData("fri mon", "Mon and Fri")]
    [InlineData("tue", "Tue")]
    [InlineData("only tuesdays", "Tue")]
    [InlineData("on mondays and thursdays", "Mon and Thu")]
    [InlineData("mon-wed, fri", "Mon, Tue, Wed and Fri")]
    [InlineData("weekdays", "Mon to Fri")]
    [InlineData("working days", "Mon to Fri")]
    [InlineData("every day", "every day")]
    [InlineData("daily", "every day")]
    [InlineData("weekends", "Sat and Sun")]
    [InlineData("sat-mon", "Mon, Sat and Sun")]
    [InlineData("sun-thu", "Mon, Tue, Wed, Thu and Sun")]
    [InlineData("weekdays except friday", "Mon to Thu")]
    [InlineData("mon-fri but not wed", "Mon, Tue, Thu and Fri")]
    [InlineData("Mo. bis", null)]
    [InlineData("montag bis donnerstag", "Mon to Thu")]
    [InlineData("mon-mon", "Mon")]
    [InlineData("mon-fri except mon-fri", null)]
    [InlineData("", null)]
    [InlineData("never", null)]
    [InlineData("mon to never", null)]
    [InlineData("1-3", null)]
    [InlineData("august", null)]
    public void Days_are_read(string text, string? days) => Assert.Equal(days, Weekdays.Read(text) is { } read ? Days.Weekdays(read) : null);
}
