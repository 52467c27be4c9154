using Microsoft.Playwright;

namespace LeadBot.EndToEnd;

/// <summary>Answers whatever is asked about a deal that ought to be pursued, until the verdict is there.</summary>
internal static class Conversations
{
    private const int MostQuestions = 8;

    /// <param name="card">The newest card.</param>
    /// <param name="verdict">What the verdict's heading says.</param>
    /// <param name="answer">Gives the answer to a question: by its heading and the label of its first sensible button.</param>
    public static async Task ToVerdictAsync(ILocator card, string verdict, Func<string, string, Task> answer)
    {
        var heading = card.GetByRole(AriaRole.Heading).First;
        for (var asked = 0; asked < MostQuestions; asked++)
        {
            await Assertions.Expect(heading).Not.ToBeEmptyAsync();
            var question = (await heading.InnerTextAsync()).Trim();
            if (question.Contains(verdict, StringComparison.Ordinal))
            {
                return;
            }

            // The first option of every question is the hopeful one, but for the price, which begins at nothing.
            var options = card.GetByRole(AriaRole.Button);
            await answer(question, (await options.Nth(IsPrice(question) ? 3 : 0).InnerTextAsync()).Trim());
            await Assertions.Expect(heading).Not.ToHaveTextAsync(question);
        }

        Assert.Contains(verdict, await heading.InnerTextAsync(), StringComparison.Ordinal);
    }

    public static bool IsPrice(string question) => question.Contains("pay", StringComparison.Ordinal);

    public static bool IsDate(string question) => question.StartsWith("When", StringComparison.Ordinal);
}
