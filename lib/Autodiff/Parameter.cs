using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// A matrix that is learned, with the gradient of the loss with respect to it. It outlives the passes over it:
/// <see cref="Tape.Backward"/> adds to <see cref="Gradient"/>, an optimiser reads it and changes <see cref="Value"/>.
/// In a formula it stands beside variables: <c>(Whh * h + Wxh * x + b).Tanh()</c>.
/// </summary>
public sealed class Parameter
{
    readonly Matrix gradient;
    bool isCleared;

    /// <summary>A parameter that starts as <paramref name="value"/>; the matrix is used as it is, not copied.</summary>
    public Parameter(string name, Matrix value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        (Name, Value, gradient) = (name, value, new Matrix(value.Rows, value.Columns));
    }

    /// <summary>Its symbol, such as <c>Whh</c>.</summary>
    public string Name { get; }

    /// <summary>What has been learned so far.</summary>
    public Matrix Value { get; }

    /// <summary>∂L/∂value, of the shape of <see cref="Value"/>: the sum over all backward passes since <see cref="ClearGradient"/>. Ask for it anew after clearing.</summary>
    public Matrix Gradient
    {
        get
        {
            var matrix = Receive(out var add);
            if (!add)
                matrix.Clear();
            return matrix;
        }
    }

    /// <summary>Where it last stood on a tape, so that a second use in the same pass finds it.</summary>
    internal Node? Leaf { get; set; }

    /// <summary>
    /// Sets the gradient to zero, as is done before each backward pass. The zeros are written when somebody looks at
    /// <see cref="Gradient"/>; a backward pass that comes first writes its own numbers instead.
    /// </summary>
    public void ClearGradient() => isCleared = true;

    /// <summary>The gradient for whoever fills it: with <paramref name="add"/> it is to be added to, otherwise every entry must be written.</summary>
    internal Matrix Receive(out bool add)
    {
        add = !isCleared;
        isCleared = false;
        return gradient;
    }

    /// <summary>Matrix product W·x.</summary>
    public static Variable operator *(Parameter w, Variable x) => x.Tape.Use(w) * x;

    /// <summary>Matrix product x·W.</summary>
    public static Variable operator *(Variable x, Parameter w) => x * x.Tape.Use(w);

    /// <summary>Sum; a parameter of one column is added to every column, as a bias is.</summary>
    public static Variable operator +(Variable x, Parameter b) => x + x.Tape.Use(b);

    /// <summary>Sum; a variable of one column is added to every column.</summary>
    public static Variable operator +(Parameter a, Variable x) => x.Tape.Use(a) + x;

    /// <summary>Difference; a variable of one column is subtracted from every column.</summary>
    public static Variable operator -(Parameter a, Variable x) => x.Tape.Use(a) - x;

    /// <summary>Difference; a parameter of one column is subtracted from every column.</summary>
    public static Variable operator -(Variable x, Parameter b) => x - x.Tape.Use(b);

    /// <summary>Name and shape: <c>Whh 6×6</c>.</summary>
    public override string ToString() => $"{Name} {Value.Shape}";
}
