using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Moq;

namespace LeadBot.BotBuilder.Tests;

public sealed class ActivityHandlerTests
{
    [Theory]
    [InlineData("message", "message")]
    [InlineData("conversationUpdate", "conversationUpdate")]
    [InlineData("installationUpdate", "installationUpdate")]
    [InlineData("invoke", "invoke")]
    [InlineData("typing", null)]
    [InlineData("Message", null)]
    [InlineData("somethingNew", null)]
    public async Task Each_type_goes_to_its_own_method(string type, string? heard)
    {
        var bot = new Listing();
        await bot.OnTurnAsync(Turn(new Activity { Type = type }), TestContext.Current.CancellationToken);
        Assert.Equal(heard is null ? [] : [heard], bot.Heard);
    }

    [Fact]
    public async Task A_turn_needs_an_activity_with_a_type()
    {
        var bot = new Listing();
        await Assert.ThrowsAsync<ArgumentNullException>(() => bot.OnTurnAsync(null!, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => bot.OnTurnAsync(Turn(null!), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => bot.OnTurnAsync(Turn(new Activity()), TestContext.Current.CancellationToken));
    }

    private static ITurnContext Turn(Activity activity) => Mock.Of<ITurnContext>(turn => turn.Activity == activity);

    private sealed class Listing : TeamsActivityHandler
    {
        public List<string?> Heard { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Add(turnContext);

        protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Add(turnContext);

        protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Add(turnContext);

        protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        {
            await Add(turnContext);
            return CreateInvokeResponse();
        }

        private Task Add(ITurnContext turn)
        {
            Heard.Add(turn.Activity.Type);
            return Task.CompletedTask;
        }
    }
}
