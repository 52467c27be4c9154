using LeadBot.Domain.Deals;
using LeadBot.Domain.Staleness;
using LeadBot.Domain.Tests.Deals;

namespace LeadBot.Domain.Tests.Staleness;

/// <summary>What a deal teaches: how many of its owner's working days it lasted, and how it ended.</summary>
public sealed class PastDealTests
{
    [Theory]
    [InlineData("mon1 started; mon2 won", 5, Ending.Won, 5)]
    [InlineData("mon1 started; wed1 moved; mon2 won", 5, Ending.Won, 3)]
    [InlineData("mon1 started; mon1 won", 0, Ending.Won, null)]
    [InlineData("mon1 started; mon2 lost", 5, Ending.Lost, null)]
    [InlineData("mon1 started; mon2 look", 15, Ending.Open, null)]
    [InlineData("mon1 started; mon2 park until mon9", 15, Ending.Open, null)]
    [InlineData("mon1 started; mon2 won; tue2 reopen", 15, Ending.Open, 5)]
    [InlineData("wed1 is free; mon1 started; mon2 lost", 4, Ending.Lost, null)]
    public void It_lasted_from_its_start_to_its_end_or_to_today(string story, int days, Ending ending, int? silence)
    {
        var told = Story.Of(story);
        var past = PastDeal.Of(told.Deal, Story.Noon(Story.Day("mon4")), TimeZoneInfo.Utc, told.Calendar);
        Assert.Equal(new PastDeal(days, ending, told.Calendar.WorkingDays(Story.Day("mon1"), Story.Day("mon4")), silence), past);
    }

    [Fact]
    public void Its_days_are_those_of_its_owners_zone()
    {
        var deal = Story.Of("sun1 started; fri2 lost").Deal;
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        Assert.Equal(4, PastDeal.Of(deal, Story.Noon(Story.Day("mon4")), zone, WorkCalendar.MondayToFriday).Days);
        Assert.Equal(5, PastDeal.Of(deal, Story.Noon(Story.Day("mon4")), TimeZoneInfo.Utc, WorkCalendar.MondayToFriday).Days);
    }
}
