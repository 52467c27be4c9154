using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework;

/// <summary>A list that would let nobody in, or everybody, stops the start with the setting's name.</summary>
internal sealed partial class TeamsOptionsCheck : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var faults = Items(options.Tenants).Where(tenant => !Guid.TryParse(tenant, out _))
            .Select(tenant => $"Teams:Tenants has '{tenant}', which is no tenant's id: ids look like 72f988bf-86f1-41af-91ab-2d7cd011db47.")
            .Concat(Items(options.ServiceHosts).Where(host => !Host().IsMatch(host))
                .Select(host => $"Teams:ServiceHosts has '{host}', which is no host: write names such as connector.example.com or *.example.com, without https://."))
            .ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    /// <summary>A setting's items.</summary>
    public static string[] Items(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    // "*.com" would be no restriction; an address of four numbers or a name of this machine is one.
    [GeneratedRegex(@"^(\*\.(?=[^.]+\.[^.]))?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$")]
    private static partial Regex Host();
}
