using System.Globalization;
using k8s;
using k8s.Models;
using YamlDotNet.Core;

namespace LeadBot.Scenarios.Deployment;

/// <summary>The Kubernetes manifests, read by Kubernetes' own types, which know no field that they lack.</summary>
public sealed class TheCluster
{
    private static readonly string s_yaml = File.ReadAllText(Tool.Deployment("kubernetes", "leadbot.yaml"));

    private static readonly List<object> s_all = KubernetesYaml.LoadAllFromString(s_yaml, null, strict: true);

    private static V1DeploymentSpec Deployment => One<V1Deployment>().Spec;

    private static V1Container Container => Assert.Single(Deployment.Template.Spec.Containers);

    /// <summary>What brings the database up to the release, as another user of it.</summary>
    private static V1Container Migrate => Assert.Single(Deployment.Template.Spec.InitContainers);

    private static IReadOnlyList<V1Secret> Secrets => [.. s_all.OfType<V1Secret>()];

    [Theory]
    [InlineData("replicas: 3", "replica: 3")]
    [InlineData("minAvailable: 2", "minAvailable: [2]")]
    [InlineData("readOnlyRootFilesystem", "readOnlyRootFileSystem")]
    public void A_slip_would_not_be_read(string right, string slip)
    {
        Assert.Contains(right, s_yaml, StringComparison.Ordinal);
        Assert.ThrowsAny<YamlException>(() => KubernetesYaml.LoadAllFromString(s_yaml.Replace(right, slip, StringComparison.Ordinal), null, strict: true));
    }

    [Fact]
    public void Everything_is_in_one_namespace() => Assert.All(
        s_all.Cast<IKubernetesObject<V1ObjectMeta>>().Where(thing => thing is not V1Namespace),
        thing => Assert.Equal(One<V1Namespace>().Metadata.Name, thing.Metadata.NamespaceProperty));

    [Fact]
    public void What_belongs_together_finds_each_other()
    {
        var labels = Deployment.Template.Metadata.Labels;
        Assert.All(
            [Deployment.Selector.MatchLabels, One<V1Service>().Spec.Selector, One<V1PodDisruptionBudget>().Spec.Selector.MatchLabels],
            selector => Assert.Equal(labels, selector));
        Assert.Equal([One<V1ConfigMap>().Metadata.Name, Secrets[0].Metadata.Name], Container.EnvFrom.Select(from => from.ConfigMapRef?.Name ?? from.SecretRef.Name));
        Assert.Equal((Secrets[1].Metadata.Name, Container.Image), (Assert.Single(Migrate.EnvFrom).SecretRef.Name, Migrate.Image));
        Assert.All(Secrets, secret => Assert.Contains(
            $"CREATE ROLE {secret.StringData["ConnectionStrings__LeadBot"].Split("Username=")[1].Split(';')[0]} LOGIN", File.ReadAllText(Tool.Deployment("postgres", "roles.sql")), StringComparison.Ordinal));
        var port = Assert.Single(Container.Ports);
        Assert.Equal(port.Name, $"{Assert.Single(One<V1Service>().Spec.Ports).TargetPort}");
        Assert.Equal(port.ContainerPort.ToString(CultureInfo.InvariantCulture), $"{Assert.Single(Assert.Single(One<V1NetworkPolicy>().Spec.Ingress).Ports).Port}");
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={port.ContainerPort} ", File.ReadAllText(Tool.Deployment("Dockerfile")), StringComparison.Ordinal);
        Assert.Contains("LeadBot__DataDirectory=" + Container.VolumeMounts[0].MountPath, File.ReadAllText(Tool.Deployment("Dockerfile")), StringComparison.Ordinal);
        Assert.Equal(Deployment.Template.Spec.Volumes.Select(volume => volume.Name), Container.VolumeMounts.Select(mount => mount.Name));
    }

    [Fact]
    public void A_node_may_go_and_a_release_come_without_anybody_noticing()
    {
        Assert.True(int.Parse($"{One<V1PodDisruptionBudget>().Spec.MinAvailable}", CultureInfo.InvariantCulture) < Deployment.Replicas);
        Assert.Equal("0", $"{Deployment.Strategy.RollingUpdate.MaxUnavailable}");
        Assert.Equal(
            ["/healthz/live", "/healthz/live", "/healthz/ready"],
            new[] { Container.StartupProbe, Container.LivenessProbe, Container.ReadinessProbe }.Select(probe => probe.HttpGet.Path));
        // The database's check alone may take five seconds.
        Assert.True(Container.ReadinessProbe.TimeoutSeconds > 5);
    }

    [Fact]
    public void It_may_do_no_more_than_it_must()
    {
        var pod = Deployment.Template.Spec;
        Assert.Equal((false, true, "RuntimeDefault"), (pod.AutomountServiceAccountToken, pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.SeccompProfile.Type));
        Assert.All([Container, Migrate], container =>
        {
            var may = container.SecurityContext;
            Assert.Equal((false, true, "ALL"), (may.AllowPrivilegeEscalation, may.ReadOnlyRootFilesystem, Assert.Single(may.Capabilities.Drop)));
            Assert.Contains("memory", container.Resources.Limits.Keys);
        });
        Assert.Equal(["Ingress", "Egress"], One<V1NetworkPolicy>().Spec.PolicyTypes);
    }

    [Fact]
    public void No_secret_is_in_it() => Assert.All(Secrets.SelectMany(secret => secret.StringData), secret => Assert.Contains("FILL-IN", secret.Value, StringComparison.Ordinal));

    private static T One<T>() => Assert.Single(s_all.OfType<T>());
}
