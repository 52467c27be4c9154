using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadBot.Channels.Slack.Incoming;
using LeadBot.Channels.Slack.Sending;
using LeadBot.Dialog.Channels;
using LeadBot.Dialog.Incoming;
using LeadBot.Dialog.Wording;
using LeadBot.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadBot.Channels.Slack.Installing;

/// <summary>OAuth v2: a workspace, or a whole organisation, installs the bot; who does it is its admin.</summary>
internal sealed class SlackInstalling(
    IOptions<SlackOptions> options,
    InstallState state,
    SlackHttp http,
    SlackTokens tokens,
    KeepInstallation keep,
    TakeTurn take,
    TimeProvider clock,
    ILogger<SlackInstalling> log)
{
    /// <summary>Where installing begins; what a link "Add to Slack" leads to.</summary>
    public const string Start = "/slack/install";

    /// <summary>Where Slack sends them back to.</summary>
    public const string Return = "/slack/oauth";

    // Of no workspace yet: Slack counts its limits on these calls by app.
    private static readonly SlackTenant s_nobody = new("", null);

    /// <summary>To Slack's own page, where they allow it.</summary>
    public IResult Begin(HttpContext context)
    {
        var authorize = new Uri(new Uri(options.Value.ApiBaseUrl), "../oauth/v2/authorize");
        return Results.Redirect(
            $"{authorize}?client_id={Uri.EscapeDataString(options.Value.ClientId!)}&scope={Uri.EscapeDataString(string.Join(',', SlackScopes.All))}&state={state.Begin(context)}");
    }

    /// <summary>They come back with a code, which is exchanged for the token.</summary>
    public async Task<IResult> EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var isTheirs = state.End(context, query["state"]);
        var again = ($"{context.Request.PathBase}{Start}", InstallWords.Again);
        if (!isTheirs)
        {
            return InstallPage.Of(StatusCodes.Status400BadRequest, InstallWords.NotInstalled, InstallWords.Elsewhere, again);
        }

        if (query["error"].ToString() is { Length: > 0 } refused)
        {
            return refused == "access_denied"
                ? InstallPage.Of(StatusCodes.Status200OK, InstallWords.NotInstalled, InstallWords.Cancelled, again)
                : InstallPage.Of(StatusCodes.Status400BadRequest, InstallWords.NotInstalled, InstallWords.Refused(refused), again);
        }

        switch (await ExchangeAsync(query["code"].ToString(), cancellationToken))
        {
            case SlackResult.Ok ok when Read(ok) is { } installed:
                await KeepAsync(installed, cancellationToken);
                return InstallPage.Of(StatusCodes.Status200OK, InstallWords.Installed, installed.Installation.IsOrganisation ? InstallWords.NextInOrganisation : InstallWords.Next);
            case SlackResult.TryAgain:
                return InstallPage.Of(StatusCodes.Status502BadGateway, InstallWords.NotInstalled, InstallWords.NotNow, again);
            case SlackResult.Refused(var error, _):
                log.SlackInstallRefused(error);
                return InstallPage.Of(StatusCodes.Status400BadRequest, InstallWords.NotInstalled, InstallWords.Refused(error), again);
            default:
                log.SlackInstallRefused("an answer without a token");
                return InstallPage.Of(StatusCodes.Status502BadGateway, InstallWords.NotInstalled, InstallWords.NotNow, again);
        }
    }

    private Task<SlackResult> ExchangeAsync(string code, CancellationToken cancellationToken)
    {
        var app = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.ClientId}:{options.Value.ClientSecret}"));
        return http.PostAsync("oauth.v2.access", s_nobody, new AuthenticationHeaderValue("Basic", app), new JsonObject { ["code"] = code }, cancellationToken);
    }

    private Installed? Read(SlackResult.Ok ok)
    {
        var (team, enterprise) = (ok.Text("team", "id"), ok.Text("enterprise", "id"));
        var isOrganisation = ok.Answer.TryGetProperty("is_enterprise_install", out var whole) && whole.ValueKind == JsonValueKind.True;
        return (isOrganisation ? enterprise : team) is { } id && ok.Text("access_token") is { } token && ok.Text("bot_user_id") is { } bot && ok.Text("authed_user", "id") is { } by
            ? new Installed(new Installation(SlackAddress.Workspace(id), isOrganisation, new PersonId(bot), token, new PersonId(by), clock.GetUtcNow()), team, enterprise)
            : null;
    }

    private async Task KeepAsync(Installed installed, CancellationToken cancellationToken)
    {
        await keep(installed.Installation, cancellationToken);
        tokens.Forget();
        log.SlackInstalled(installed.Installation.Workspace.Value);
        // For an organisation there is no workspace to welcome them in: they are the admin wherever they are heard first.
        if (!installed.Installation.IsOrganisation && installed.Team is { } team)
        {
            var by = installed.Installation.By;
            await take(
                new IncomingMessage(
                    $"installed|{team}|{by}|{installed.Installation.At.UtcTicks}",
                    await PlaceAsync(new SlackTenant(team, installed.Enterprise), installed.Installation, cancellationToken),
                    new Sender(by, ""),
                    new Said.Arrived(Installed: true),
                    installed.Installation.At),
                cancellationToken);
        }
    }

    /// <summary>Their direct conversation; when Slack opens none now, their page, on which nothing is said.</summary>
    private async Task<Place> PlaceAsync(SlackTenant tenant, Installation installation, CancellationToken cancellationToken)
    {
        var by = installation.By.Value;
        var opened = await http.PostAsync("conversations.open", tenant, new AuthenticationHeaderValue("Bearer", installation.Token), new JsonObject { ["users"] = by }, cancellationToken);
        return Places.Of((opened as SlackResult.Ok)?.Text("channel", "id") is { } channel
            ? new SlackAddress(tenant.Team, tenant.Enterprise, channel, null, by)
            : new SlackAddress(tenant.Team, tenant.Enterprise, null, null, by, SlackView.Home));
    }

    private sealed record Installed(Installation Installation, string? Team, string? Enterprise);
}
