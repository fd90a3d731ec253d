using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// A matrix on a <see cref="Autodiff.Tape"/>: an input, or the result of an operation, which remembers how it came about.
/// Valid until the tape is cleared.
/// </summary>
public readonly struct Variable
{
    readonly Node? node;
    readonly int pass;

    internal Variable(Node node) => (this.node, pass) = (node, node.Pass);

    /// <summary>Whether it is a variable at all, and not the default of the type.</summary>
    internal bool IsRecorded => node is not null;

    /// <summary>The tape on which it was recorded.</summary>
    public Tape Tape => Node.Tape;

    /// <summary>Its numbers. The tape owns the matrix and uses it again after <see cref="Tape.Clear"/>; to keep it, take a <see cref="Matrix.Clone"/>.</summary>
    public Matrix Value => Node.Value;

    /// <summary>
    /// ∂L/∂this after <see cref="Tape.Backward"/>, of the shape of <see cref="Value"/>. There for inputs, parameters and
    /// whatever has been marked with <see cref="KeepGradient"/>; all others are given back during the pass.
    /// </summary>
    /// <exception cref="InvalidOperationException">There was no backward pass, or the gradient was not kept.</exception>
    public Matrix Gradient => Node.ReadGradient();

    /// <summary>How many rows the value has: features.</summary>
    public int Rows => Node.Value.Rows;

    /// <summary>How many columns the value has: one per example (and time step).</summary>
    public int Columns => Node.Value.Columns;

    /// <summary>The value of a 1×1 variable, such as a loss.</summary>
    /// <exception cref="ShapeException">It is larger.</exception>
    public double Scalar => Value is { Rows: 1, Columns: 1 } one
        ? one.Data[0]
        : throw new ShapeException($"Scalar: only a 1×1 variable is a single number; this one is {Value.Shape}. Take its Sum() or Mean() first.");

    internal Node Node
    {
        get
        {
            if (node is null)
                throw new InvalidOperationException("This variable is not on a tape. Make it with tape.Input, tape.Constant or tape.Use.");
            if (node.Pass != pass)
                throw new InvalidOperationException(
                    "This variable belongs to a pass that the tape has forgotten: Clear() was called since. Compute it again, or keep a copy of its value (Value.Clone()).");
            return node;
        }
    }

    /// <summary>Has the backward pass keep the gradient of this variable; call it before <see cref="Tape.Backward"/>.</summary>
    /// <returns>The same variable.</returns>
    public Variable KeepGradient()
    {
        Node.KeepsGradient = true;
        return this;
    }

    /// <summary>Matrix product a·b.</summary>
    public static Variable operator *(Variable a, Variable b) => Operations.Product(a, b);

    /// <summary>Matrix product with a constant on the left.</summary>
    public static Variable operator *(Matrix a, Variable b) => Operations.Product(b.Tape.Constant(a), b);

    /// <summary>Matrix product with a constant on the right.</summary>
    public static Variable operator *(Variable a, Matrix b) => Operations.Product(a, a.Tape.Constant(b));

    /// <summary>Every entry times a number.</summary>
    public static Variable operator *(double factor, Variable x) => Operations.Scale(x, factor);

    /// <summary>Every entry times a number.</summary>
    public static Variable operator *(Variable x, double factor) => Operations.Scale(x, factor);

    /// <summary>Every entry divided by a number.</summary>
    public static Variable operator /(Variable x, double divisor) => Operations.Scale(x, 1 / divisor);

    /// <summary>Sum; when b has one column, it is added to every column of a.</summary>
    public static Variable operator +(Variable a, Variable b) => Operations.Add(a, b);

    /// <summary>Sum with a constant.</summary>
    public static Variable operator +(Variable a, Matrix b) => Operations.Add(a, a.Tape.Constant(b));

    /// <summary>Sum with a constant.</summary>
    public static Variable operator +(Matrix a, Variable b) => Operations.Add(b.Tape.Constant(a), b);

    /// <summary>A number added to every entry.</summary>
    public static Variable operator +(Variable x, double number) => Operations.Shift(x, number);

    /// <summary>A number added to every entry.</summary>
    public static Variable operator +(double number, Variable x) => Operations.Shift(x, number);

    /// <summary>Difference; when b has one column, it is subtracted from every column of a.</summary>
    public static Variable operator -(Variable a, Variable b) => Operations.Subtract(a, b);

    /// <summary>Difference to a constant.</summary>
    public static Variable operator -(Variable a, Matrix b) => Operations.Subtract(a, a.Tape.Constant(b));

    /// <summary>Difference of a constant.</summary>
    public static Variable operator -(Matrix a, Variable b) => Operations.Subtract(b.Tape.Constant(a), b);

    /// <summary>A number minus every entry.</summary>
    public static Variable operator -(double number, Variable x) => Operations.Shift(Operations.Scale(x, -1), number);

    /// <summary>A number subtracted from every entry.</summary>
    public static Variable operator -(Variable x, double number) => Operations.Shift(x, -number);

    /// <summary>Every entry with the opposite sign.</summary>
    public static Variable operator -(Variable x) => Operations.Scale(x, -1);

    /// <summary>Where it comes from, and its value: <c>tanh 3×1 …</c>.</summary>
    public override string ToString() => node is null ? "no variable" : $"{Node.Operation} {Node.Value}";
}
