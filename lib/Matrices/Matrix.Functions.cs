namespace CourseLib.Matrices;

public sealed partial class Matrix
{
    /// <summary>A new matrix of <c>function(entry)</c>.</summary>
    public Matrix Map(Func<double, double> function)
    {
        var result = new Matrix(Rows, Columns);
        for (var i = 0; i < Data.Length; i++)
            result.Data[i] = function(Data[i]);
        return result;
    }

    /// <summary>eˣ of every entry.</summary>
    public Matrix Exp() => Apply(Elementwise.Exp);

    /// <summary>tanh x of every entry: between −1 and 1.</summary>
    public Matrix Tanh() => Apply(Elementwise.Tanh);

    /// <summary>The logistic function of every entry: <c>σ(x) = 1 / (1 + e⁻ˣ)</c>, between 0 and 1.</summary>
    public Matrix Sigmoid() => Apply(Elementwise.Sigmoid);

    /// <summary>max(x, 0) of every entry.</summary>
    public Matrix Relu() => Apply(Elementwise.Relu);

    /// <summary>Each column turned into probabilities: <c>yᵢ = e^xᵢ / Σₖ e^xₖ</c>. Large entries do no harm.</summary>
    public Matrix Softmax()
    {
        var result = new Matrix(Rows, Columns);
        ColumnKernels.Softmax(View(), result.View());
        return result;
    }

    /// <summary>The logarithm of <see cref="Softmax"/>, exact also where a probability is too small to be held: <c>yᵢ = xᵢ − log Σₖ e^xₖ</c>.</summary>
    public Matrix LogSoftmax()
    {
        var result = new Matrix(Rows, Columns);
        ColumnKernels.LogSoftmax(View(), result.View());
        return result;
    }

    Matrix Apply(Action<ReadOnlySpan<double>, Span<double>> kernel)
    {
        var result = new Matrix(Rows, Columns);
        kernel(Data, result.Data);
        return result;
    }
}
