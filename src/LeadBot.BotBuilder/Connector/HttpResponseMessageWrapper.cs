using System.Net;

namespace Microsoft.Rest;

/// <summary>What is kept of an HTTP response.</summary>
public sealed class HttpResponseMessageWrapper
{
    internal HttpResponseMessageWrapper(HttpStatusCode statusCode, IDictionary<string, IEnumerable<string>> headers)
    {
        StatusCode = statusCode;
        Headers = headers;
    }

    public HttpStatusCode StatusCode { get; }

    /// <summary>By name, in any case.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; }
}
