namespace NotebookHost.Scripting;

/// <summary>Names of types as they are written in C#; those that a cell declares without the class that holds the cell.</summary>
static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter)
            return type.Name;
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType;
        for (; outer is not null && !(outer.DeclaringType is null && IsOfCell(outer)); outer = outer.DeclaringType)
            name = $"{outer.Name.Split('`')[0]}.{name}";
        if (outer is null && type.Namespace is { } space)
            name = $"{space}.{name}";
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    /// <summary>Whether a cell declares it.</summary>
    public static bool IsOfCell(Type type) => SessionLoadContext.IsCell(type.Assembly);
}
