using LeadBot.Dialog.Understanding;
using LeadBot.Dialog.Wording;

namespace LeadBot.Dialog.Settings;

/// <summary>All settings, in the order shown.</summary>
internal static class EverySetting
{
    /// <summary>What each person sets for themselves.</summary>
    public static readonly IReadOnlyList<Setting> OfPerson =
    [
        new AmountsSetting(), new ZoneSetting(), new DigestTimeSetting(), new DigestDaysSetting(), new QuietSetting(), new MostDealsSetting(),
        new MuteSetting(), new AwaySetting(), new HolidaysSetting(),
    ];

    /// <summary>What admins set for everybody, in the groups it is shown in.</summary>
    public static readonly IReadOnlyList<SettingGroup> Groups =
    [
        new("deals", SettingsWords.DealsGroup, [new PlaybookSetting(), new FloorSetting(), new StagesSetting()]),
        new("silence", SettingsWords.SilenceGroup, [new SilenceSetting(), new LearntLimitSetting(), new ChanceFloorSetting(), new PutOffsSetting(), new AutoParkSetting()]),
        new("channels", SettingsWords.ChannelsGroup, [
            new PostSetting(),
            new ChannelSwitch(SettingName.Weekly, ChannelWords.WeeklyLabel, c => c.WeeklyPost, (c, on) => c with { WeeklyPost = on, DropList = on && c.DropList }, ChannelWords.WeeklySet),
            // The drop list is a part of the weekly post.
            new ChannelSwitch(SettingName.DropList, ChannelWords.DropListLabel, c => c.DropList, (c, on) => c with { DropList = on, WeeklyPost = on || c.WeeklyPost }, ChannelWords.DropListSet),
        ]),
        new("people", SettingsWords.PeopleGroup, [new ManagersSetting(), new AdminsSetting(), new TeamHolidaysSetting()]),
    ];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> OfWorkspace = [.. Groups.SelectMany(group => group.Settings)];

    private static readonly Dictionary<SettingName, Setting> ByName = OfPerson.Concat(OfWorkspace).ToDictionary(setting => setting.Name);

    private static readonly Dictionary<string, Setting> ById = ByName.Values.ToDictionary(setting => Id(setting.Name));

    public static Setting Of(SettingName name) => ByName[name];

    /// <summary>By what stands on a button; null when there is none.</summary>
    public static Setting? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);

    /// <summary>What stands on buttons.</summary>
    public static string Id(SettingName name) => name.ToString().ToLowerInvariant();
}

/// <summary>Settings of the workspace that belong together.</summary>
/// <param name="Id">What stands on the button that opens them.</param>
internal sealed record SettingGroup(string Id, string Title, IReadOnlyList<Setting> Settings);
