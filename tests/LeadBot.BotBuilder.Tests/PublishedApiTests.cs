using System.Reflection;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace LeadBot.BotBuilder.Tests;

/// <summary>
/// Whatever compiles against the stand-in must compile against Microsoft's packages: every public member is held
/// against its published signature, nullability aside, which those packages do not state.
/// </summary>
public sealed class PublishedApiTests
{
    [Fact]
    public void Every_public_member_has_its_published_signature()
    {
        var published = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublishedSignatures.txt")).Where(line => line.Length > 0 && line[0] != '#');
        var declared = typeof(CloudAdapter).Assembly.GetExportedTypes().SelectMany(Signatures);
        Assert.Equal(published.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Signatures(Type type)
    {
        var name = $"{type.Namespace}.{Name(type)}";
        yield return name;
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return $"{name}: {Method(type.GetMethod("Invoke")!)}";
            yield break;
        }

        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var field in type.GetFields(own).Where(f => f.IsPublic))
        {
            yield return $"{name}: const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}";
        }

        foreach (var property in type.GetProperties(own).Where(p => p.GetMethod!.IsPublic))
        {
            yield return $"{name}: {Name(property.PropertyType)} {property.Name}";
        }

        foreach (var constructor in type.GetConstructors(own).Where(c => c.IsPublic && c.GetParameters().Length > 0))
        {
            yield return $"{name}: new({Parameters(constructor)})";
        }

        foreach (var method in type.GetMethods(own).Where(m => (m.IsPublic || m.IsFamily) && !m.IsSpecialName))
        {
            yield return $"{name}: {(method.IsFamily ? "protected " : "")}{Method(method)}";
        }
    }

    private static string Method(MethodInfo method) =>
        $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(',', method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.IsOut ? "out " : "")}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? "=" + Default(p) : "")}"));

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        bool truth => truth ? "true" : "false",
        var other => other.ToString()!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } plain)
        {
            return Name(plain) + "?";
        }

        var name = type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(object) => "object",
            _ when type == typeof(bool) => "bool",
            _ when type == typeof(int) => "int",
            _ when type == typeof(void) => "void",
            _ => type.Name.Split('`')[0],
        };
        return type.IsGenericType ? $"{name}<{string.Join(',', type.GetGenericArguments().Select(Name))}>" : name;
    }
}
