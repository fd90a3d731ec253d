namespace CourseLib.Models.Classical;

/// <summary>
/// A measure of likeness of two examples that stands for a dot product in a space of more features, without going there
/// (Boser, Guyon &amp; Vapnik, COLT 1992).
/// </summary>
public sealed class Kernel
{
    readonly Func<double[], double[], double> function;

    Kernel(string name, Func<double[], double[], double> function) => (Name, this.function) = (name, function);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>k(a, b) = a·b: a straight boundary.</summary>
    public static Kernel Linear { get; } = new("linear", Dot);

    /// <summary>k(a, b) = (γ·a·b + constant)^degree: boundaries of that degree.</summary>
    public static Kernel Polynomial(int degree = 3, double constant = 1, double gamma = 1) =>
        new($"polynomial of degree {degree}", (a, b) => Math.Pow(gamma * Dot(a, b) + constant, degree));

    /// <summary>k(a, b) = e^(−γ·|a − b|²), the radial basis function: likeness falls with distance.</summary>
    public static Kernel Rbf(double gamma = 1) => new(FormattableString.Invariant($"RBF, γ = {gamma}"), (a, b) =>
    {
        var squared = 0.0;
        for (var i = 0; i < a.Length; i++)
            squared += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Exp(-gamma * squared);
    });

    /// <summary>The likeness of two examples.</summary>
    public double Of(double[] a, double[] b) => function(a, b);

    /// <inheritdoc/>
    public override string ToString() => Name;

    static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
