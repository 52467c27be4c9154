using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework;

/// <summary>Half-filled credentials stop the start, each with the setting that is missing.</summary>
internal sealed class BotFrameworkOptionsCheck : IValidateOptions<BotFrameworkOptions>
{
    private const string MultiTenant = "MultiTenant";
    private const string SingleTenant = "SingleTenant";
    private const string ManagedIdentity = "UserAssignedMSI";

    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var type = string.IsNullOrWhiteSpace(options.MicrosoftAppType) ? MultiTenant : options.MicrosoftAppType;
        var hasId = !string.IsNullOrWhiteSpace(options.MicrosoftAppId);
        var hasPassword = !string.IsNullOrWhiteSpace(options.MicrosoftAppPassword);
        var hasTenant = !string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId);
        if (!Is(MultiTenant) && !Is(SingleTenant) && !Is(ManagedIdentity))
        {
            return ValidateOptionsResult.Fail($"MicrosoftAppType is {type}; it must be {MultiTenant}, {SingleTenant} or {ManagedIdentity}.");
        }

        if (!hasId)
        {
            var given = hasPassword ? "MicrosoftAppPassword" : hasTenant ? "MicrosoftAppTenantId" : !Is(MultiTenant) ? "MicrosoftAppType" : null;
            return given is null ? ValidateOptionsResult.Success : Missing("MicrosoftAppId", $"{given} is set");
        }

        if (!hasPassword && !Is(ManagedIdentity))
        {
            return Missing("MicrosoftAppPassword", $"MicrosoftAppId is set and MicrosoftAppType is {type}");
        }

        return hasTenant || Is(MultiTenant)
            ? ValidateOptionsResult.Success
            : Missing("MicrosoftAppTenantId", $"MicrosoftAppType is {type}");

        bool Is(string wanted) => string.Equals(type, wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static ValidateOptionsResult Missing(string setting, string because) =>
        ValidateOptionsResult.Fail($"{setting} is missing: {because}. Set it, or leave all Microsoft… settings empty to run locally.");
}
