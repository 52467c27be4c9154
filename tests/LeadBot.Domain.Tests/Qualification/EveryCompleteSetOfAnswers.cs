using CsCheck;
using LeadBot.Domain.Playbooks;
using LeadBot.Domain.Qualification;

namespace LeadBot.Domain.Tests.Qualification;

/// <summary>
/// Every set of answers a playbook allows, complete or not: each is what some order of asking arrives at, so what holds for
/// all of them holds in whatever order the questions are asked.
/// </summary>
public sealed class EveryCompleteSetOfAnswers
{
    private const int Open = -1;

    [Fact]
    public void One_rule_applies_and_an_early_verdict_is_the_full_ones() =>
        Gen.Select(SmallPlaybooks.UpTo(4), SmallPlaybooks.Terms).Sample((playbook, terms) => new Walk(playbook, terms).Check(), iter: 80);

    private sealed class Walk
    {
        private readonly Playbook playbook;
        private readonly Sheet sheet;
        private readonly Reference reference;
        private readonly List<(Answer Said, int Times, Answer? Means)>[] choices;
        private readonly int[] chosen;
        private readonly Dictionary<string, int> kinds = [];

        public Walk(Playbook playbook, Terms terms)
        {
            this.playbook = playbook;
            sheet = Sheet.For(playbook, terms);
            reference = new Reference(playbook, terms);
            choices = [.. playbook.Questions.Select((q, i) => reference.Answers(q).Select(a => (a, 0, (Answer?)a))
                .Append((new Answer.DontKnow(), 1, null))
                .Append((new Answer.DontKnow(), 2, reference.SecondDontKnow(i))).ToList())];
            chosen = [.. Enumerable.Repeat(Open, choices.Length)];
        }

        public void Check() => Visit(0);

        /// <summary>Every set of answers, open questions included.</summary>
        private void Visit(int question)
        {
            if (question == chosen.Length)
            {
                CheckThis();
                return;
            }

            for (chosen[question] = Open; chosen[question] < choices[question].Count; chosen[question]++)
            {
                Visit(question + 1);
            }

            chosen[question] = Open;
        }

        private void CheckThis()
        {
            List<GivenAnswer> given = [.. chosen.Select((c, i) => (c, i)).Where(x => x.c != Open).Select(x =>
                new GivenAnswer(playbook.Questions[x.i].Id, choices[x.i][x.c].Said, Given.Today, choices[x.i][x.c].Times))];
            var verdict = sheet.Judge(given, Given.Today);
            Assert.Equal([verdict.Rule], Rules());
            var reached = Reached();
            Assert.Equal(int.IsPow2(reached), verdict.Settled);
            Assert.True((reached & (1 << (int)verdict.Kind)) != 0);
        }

        private List<VerdictRule> Rules() => reference.Rules([.. chosen.Select((c, i) => c == Open ? null : choices[i][c].Means)]);

        /// <summary>The kinds of verdict of all completions, a bit each.</summary>
        private int Reached()
        {
            var key = string.Join(',', chosen);
            if (kinds.TryGetValue(key, out var known))
            {
                return known;
            }

            var open = Array.IndexOf(chosen, Open);
            var reached = open < 0 ? 1 << (int)KindOf(Assert.Single(Rules())) : 0;
            if (open >= 0)
            {
                for (chosen[open] = 0; chosen[open] < choices[open].Count; chosen[open]++)
                {
                    reached |= Reached();
                }

                chosen[open] = Open;
            }

            return kinds[key] = reached;
        }

        private static VerdictKind KindOf(VerdictRule rule) => rule switch
        {
            VerdictRule.Enough => VerdictKind.Pursue,
            VerdictRule.Undecided => VerdictKind.AskFirst,
            VerdictRule.ParkedByAnswer or VerdictRule.ShortOfPursue => VerdictKind.Park,
            _ => VerdictKind.WalkAway,
        };
    }
}
