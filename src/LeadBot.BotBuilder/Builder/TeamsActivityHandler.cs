namespace Microsoft.Bot.Builder.Teams;

/// <summary>A bot in Teams. Of Teams' own events and requests none is used, so none is told apart here.</summary>
public class TeamsActivityHandler : ActivityHandler
{
}
