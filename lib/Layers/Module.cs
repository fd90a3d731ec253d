using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// Something with parameters that are learned: a layer, a cell, a whole model. Modules hold other modules; their parameters
/// are found under dotted names, such as <c>encoder.cell.Whh</c>.
/// </summary>
public abstract class Module
{
    readonly List<(string Name, Parameter Parameter)> own = [];
    readonly List<(string Name, Module Module)> children = [];

    /// <summary>Everything that is learned, in the order in which it was declared; what is shared comes once.</summary>
    public IReadOnlyList<Parameter> Parameters =>
        [.. NamedParameters.Select(named => named.Parameter).Distinct<Parameter>(ReferenceEqualityComparer.Instance)];

    /// <summary>Everything that is learned, under its dotted name.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> NamedParameters => own.Concat(children.SelectMany(
        child => child.Module.NamedParameters.Select(named => ($"{child.Name}.{named.Name}", named.Parameter))));

    /// <summary>How many numbers are learned.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Value.Count);

    /// <summary>Declares a parameter of this module.</summary>
    protected Parameter Learn(string name, Matrix initial)
    {
        CheckName(name);
        var parameter = new Parameter(name, initial);
        own.Add((name, parameter));
        return parameter;
    }

    /// <summary>Declares a part of this module.</summary>
    protected T Part<T>(string name, T module) where T : Module
    {
        CheckName(name);
        children.Add((name, module));
        return module;
    }

    void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Contains('.', StringComparison.Ordinal) || name == "__metadata__")
            throw new ArgumentException($"{GetType().Name}: '{name}' can't name a part in a saved file, where a dot stands between the names of parts and '__metadata__' for the texts.", nameof(name));
        if (own.Any(one => one.Name == name) || children.Any(one => one.Name == name))
            throw new ArgumentException($"{GetType().Name} has two parts with the name '{name}'; a saved file could not tell them apart.", nameof(name));
    }

    /// <summary>The module's type and how much it learns.</summary>
    public override string ToString() => $"{GetType().Name}, {ParameterCount} parameters";
}
