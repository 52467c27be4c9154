using CsCheck;
using LeadBot.Domain.Ordering;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;
using LeadBot.Domain.Tests.Ordering;
using LeadBot.Domain.Tests.Qualification;
using LeadBot.TestKit;

namespace LeadBot.Domain.Tests.Playbooks;

public sealed class PlaybookForecastTests
{
    [Fact]
    public void The_default_playbook_says_every_kind_of_verdict_often_enough()
    {
        var forecast = PlaybookForecast.Of(LoseFast.Playbook);
        Assert.Equal((VerdictKind.Park, VerdictRule.ShortOfPursue), (forecast.Neutral, forecast.NeutralRule));
        Assert.Equal(1, forecast.Shares.Values.Sum(), 1e-9);
        Assert.InRange(forecast.Shares[VerdictKind.Pursue], 0.05, 0.5);
        Assert.InRange(forecast.Shares[VerdictKind.Park], 0.1, 0.5);
        Assert.InRange(forecast.Shares[VerdictKind.WalkAway], 0.3, 0.6);
        Assert.Empty(forecast.Lopsided);
        Assert.True(forecast.Seconds < 0.9 * forecast.SecondsAsWritten);
        Assert.InRange(forecast.Questions, 2, forecast.QuestionsAsWritten);
    }

    [Fact]
    public void A_playbook_that_nearly_always_says_one_thing_is_lopsided() =>
        Assert.Equal([VerdictKind.WalkAway], PlaybookForecast.Of(LoseFast.Playbook with { WalkBelow = 10 }).Lopsided);

    [Fact]
    public void Shares_are_those_of_every_complete_set_of_answers() => SmallPlaybooks.UpTo(3).Sample(
        playbook =>
        {
            var terms = new Terms(Given.Today, playbook.Worth?.Chance ?? 1, 0, playbook.Worth?.FloorPerHour ?? 0, 0, 0, null);
            var sheet = Sheet.For(playbook, terms);
            var shares = new double[4];
            Visit([], 1);
            var forecast = PlaybookForecast.Of(playbook);
            Assert.All(forecast.Shares, s => Assert.Equal(shares[(int)s.Key], s.Value, 1e-6));
            Assert.Equal(new BruteForceOrder(sheet, AnswerCounts.None).Seconds([]), forecast.Seconds, 1e-3);

            void Visit(int[] places, double chance)
            {
                if (places.Length == sheet.Questions.Length)
                {
                    shares[(int)Tally.KindOf(sheet.Rule(places))] += chance;
                    return;
                }

                var asked = sheet.Questions[places.Length];
                var (outcomes, dontKnow) = OutcomeChances.Of(asked.Question, AnswerCounts.None);
                Visit([.. places, Stand.Unknown], chance * dontKnow);
                for (var i = 0; i < asked.Pieces.Length; i++)
                {
                    var piece = asked.Pieces[i];
                    Visit([.. places, i], chance * piece.Share * outcomes[asked.Question.Outcomes.ToList().FindIndex(o => o.Id == piece.Outcome.Id)]);
                }
            }
        },
        iter: 100);
}
