using LeadBot.Dialog.Channels;

namespace LeadBot.Host.ConsoleChat;

/// <summary>The terminal as a channel.</summary>
public static class ConsoleChatParts
{
    /// <summary>Adds it, and <see cref="ChatSession"/> to run it.</summary>
    public static void AddConsoleChat(this IServiceCollection services, IScreen screen)
    {
        services.AddSingleton(screen);
        services.AddSingleton<Choices>();
        services.AddSingleton<ConsoleChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<ConsoleChannel>());
        services.AddSingleton<ChatSession>();
    }
}
