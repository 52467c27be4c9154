using LeadBot.Dialog.Conversations;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Host.Playbooks;

namespace LeadBot.Host.Tests.Playbooks;

public sealed class ShippedPlaybooks
{
    private static readonly PlaybookShelf s_shelf = PlaybookCatalogue.Load(null).Shelf;

    public static TheoryData<string> Ids => [.. s_shelf.Newest.Keys.Select(id => id.Value)];

    [Fact]
    public void There_are_five() =>
        Assert.Equal(["bant", "champ", "freelancer", "lose-fast", "meddic"], s_shelf.Newest.Keys.Select(id => id.Value).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void None_expects_one_verdict_for_nearly_everything(string id)
    {
        var forecast = PlaybookForecast.Of(Of(id));

        Assert.Empty(forecast.Lopsided);
        Assert.All(Enum.GetValues<VerdictKind>(), kind => Assert.InRange(forecast.Shares[kind], 0.05, PlaybookForecast.TooOften));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_deal_that_is_neither_good_nor_bad_is_parked(string id) =>
        Assert.Equal(VerdictKind.Park, PlaybookForecast.Of(Of(id)).Neutral);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_is_settled_in_minutes_and_sooner_than_in_written_order(string id)
    {
        var forecast = PlaybookForecast.Of(Of(id));

        Assert.InRange(forecast.Seconds, 20, 180);
        Assert.True(forecast.Seconds < forecast.SecondsAsWritten);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_knock_out_is_a_reason_to_lose_by(string id)
    {
        var playbook = Of(id);

        Assert.All(playbook.Questions.SelectMany(q => q.Outcomes).Select(o => o.KnocksOut).OfType<string>(), reason => Assert.Contains(reason, playbook.LostReasons));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_reason_it_may_not_fit_is_said_before_a_pursue(string id) => Assert.InRange(Of(id).MayNotFit.Count, 2, 4);

    private static Playbook Of(string id) => s_shelf.Newest[new(id)];
}
