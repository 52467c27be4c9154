using System.Net;

namespace Microsoft.Rest;

/// <summary>What is kept of an HTTP response.</summary>
public sealed class HttpResponseMessageWrapper
{
    internal HttpResponseMessageWrapper(HttpStatusCode statusCode, IDictionary<string, IEnumerable<string>> headers, string content)
    {
        StatusCode = statusCode;
        Headers = headers;
        Content = content;
    }

    public HttpStatusCode StatusCode { get; }

    /// <summary>By name, in any case.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; }

    /// <summary>The body as text.</summary>
    public string Content { get; }
}
