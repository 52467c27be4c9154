using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.BotFramework.Incoming;

/// <summary>The tenants that are heard; see <see cref="TeamsOptions.Tenants"/>.</summary>
public sealed class HeardTenants
{
    /// <summary>Null: every tenant.</summary>
    private readonly HashSet<Guid>? tenants;

    public HeardTenants(IOptions<BotFrameworkOptions> bot, IOptions<TeamsOptions> teams)
    {
        var own = bot.Value is { IsLocal: false, IsMultiTenant: false } options && Guid.TryParse(options.MicrosoftAppTenantId, out var id) ? id : (Guid?)null;
        var named = TeamsOptionsCheck.Items(teams.Value.Tenants).Select(Guid.Parse).ToHashSet();
        tenants = bot.Value.IsLocal ? null : named.Count > 0 ? named : own is { } only ? [only] : null;
    }

    /// <summary>Where tenants matter Teams always says whose an activity is; other channels have none, unless they say so.</summary>
    public bool Hear(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return tenants is null || (Tenants.Of(activity) is { } tenant ? Guid.TryParse(tenant, out var id) && tenants.Contains(id) : activity.ChannelId != ChannelIds.Teams);
    }
}
