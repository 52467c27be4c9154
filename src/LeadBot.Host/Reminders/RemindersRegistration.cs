using Quartz;

namespace LeadBot.Host.Reminders;

/// <summary>Registers what arrives by itself: digests, weekly posts, and what else the clock does.</summary>
public static class RemindersRegistration
{
    /// <summary>
    /// Starts the heartbeat with the host; needs turns and delivery. Its schedule is in memory: what is due is in the
    /// database, so of the beats that were missed while the machine slept one is made up for, at once.
    /// </summary>
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<DigestSender>();
        services.AddSingleton<WeekEnd>();
        services.AddSingleton<LimitLearning>();
        services.AddSingleton<Sweep>();
        services.AddQuartz(quartz => quartz.ScheduleJob<Heartbeat>(trigger => trigger
            .WithIdentity("heartbeat")
            .StartNow()
            .WithSimpleSchedule(beat => beat
                .WithInterval(TimeSpan.FromMinutes(1))
                .RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
