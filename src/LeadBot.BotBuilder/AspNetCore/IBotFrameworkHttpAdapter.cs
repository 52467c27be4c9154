using Microsoft.AspNetCore.Http;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Brings activities from HTTP to a bot.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Reads, authenticates and hands over one activity, and writes the response.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
