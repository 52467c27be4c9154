using LeadBot.Dialog.Channels;
using LeadBot.Host.Startup;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadBot.Host.LocalChat;

/// <summary>The chat page and what it needs; all of it only in <see cref="LocalMode"/>.</summary>
public static class LocalChatParts
{
    /// <summary>Adds <see cref="LocalMode"/>, and in it the way to the chat page.</summary>
    public static void AddLocalChat(this WebApplicationBuilder builder)
    {
        var local = LocalMode.Of(builder.Configuration);
        builder.Services.AddSingleton(local);
        builder.Services.TryAddSingleton(TimeProvider.System);
        if (!local.IsOn)
        {
            return;
        }

        var directory = Path.Combine(Path.GetFullPath(builder.Configuration.LeadBot().DataDirectory), "chat");
        builder.Services.ListenOnLoopbackOnly();
        builder.Services.AddSingleton(_ => new ChatTranscripts(directory));
        builder.Services.AddSingleton(s => new DirectLineTokens(Path.Combine(directory, "token-key"), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IChannel, DirectLineChannel>();
        builder.Services.AddSingleton<DirectLineTurns>();
    }

    /// <summary>Guards everything mapped after it, and maps the page and its Direct Line.</summary>
    public static void UseLocalChat(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<LocalMode>().IsOn)
        {
            return;
        }

        app.UseLoopbackOnly();
        app.UseSecurityHeaders();
        app.UseWebSockets();
        app.MapDirectLine();
        app.MapChatPage();
    }
}
