namespace CourseLib.Matrices;

public sealed partial class Matrix
{
    /// <summary>
    /// The sum, entry by entry: <c>cᵢⱼ = aᵢⱼ + bᵢⱼ</c>. A one-column b is added to every column of a, as a bias:
    /// <c>cᵢⱼ = aᵢⱼ + bᵢ</c>.
    /// </summary>
    /// <exception cref="ShapeException">The shapes differ, and b is not one column of a's height.</exception>
    public static Matrix operator +(Matrix a, Matrix b) => AddScaled("Add", a, b, 1);

    /// <summary>The difference, entry by entry; a one-column b is taken from every column of a.</summary>
    /// <exception cref="ShapeException">The shapes differ, and b is not one column of a's height.</exception>
    public static Matrix operator -(Matrix a, Matrix b) => AddScaled("Subtract", a, b, -1);

    /// <summary>Every sign turned round.</summary>
    public static Matrix operator -(Matrix a) => a * -1;

    /// <summary>
    /// The matrix product (rows of a times columns of b; m×k · k×n = m×n): <c>cᵢⱼ = Σₚ aᵢₚ·bₚⱼ</c>.
    /// For entry times entry see <see cref="PointwiseMultiply"/>.
    /// </summary>
    /// <exception cref="ShapeException">a has not as many columns as b has rows.</exception>
    public static Matrix operator *(Matrix a, Matrix b)
    {
        if (a.Columns != b.Rows) throw ShapeException.ForProduct(a, b);
        var c = new Matrix(a.Rows, b.Columns);
        MatrixProduct.Multiply(a.View(), b.View(), c.View());
        return c;
    }

    /// <summary>Every entry times a number.</summary>
    public static Matrix operator *(Matrix a, double factor)
    {
        var c = new Matrix(a.Rows, a.Columns);
        Elementwise.Scale(a.Data, factor, c.Data);
        return c;
    }

    /// <summary>Every entry times a number.</summary>
    public static Matrix operator *(double factor, Matrix a) => a * factor;

    /// <summary>Every entry divided by a number.</summary>
    public static Matrix operator /(Matrix a, double divisor) => a.Map(entry => entry / divisor);

    /// <summary>Every entry plus a number.</summary>
    public static Matrix operator +(Matrix a, double number) => Shifted(a, number);

    /// <summary>Every entry plus a number.</summary>
    public static Matrix operator +(double number, Matrix a) => a + number;

    /// <summary>Every entry minus a number.</summary>
    public static Matrix operator -(Matrix a, double number) => Shifted(a, -number);

    /// <summary>A number minus every entry.</summary>
    public static Matrix operator -(double number, Matrix a) => a.Map(entry => number - entry);

    /// <summary>Entry times entry (the Hadamard product a ∘ b): <c>cᵢⱼ = aᵢⱼ·bᵢⱼ</c>.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public Matrix PointwiseMultiply(Matrix other)
    {
        CheckSameShape("PointwiseMultiply", this, other);
        var c = new Matrix(Rows, Columns);
        Elementwise.Multiply(Data, other.Data, c.Data);
        return c;
    }

    /// <summary>Entry divided by entry: <c>cᵢⱼ = aᵢⱼ / bᵢⱼ</c>.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public Matrix PointwiseDivide(Matrix other)
    {
        CheckSameShape("PointwiseDivide", this, other);
        var c = new Matrix(Rows, Columns);
        Elementwise.Divide(Data, other.Data, c.Data);
        return c;
    }

    /// <summary>Rows become columns: <c>cⱼᵢ = aᵢⱼ</c>. A copy.</summary>
    public Matrix Transpose()
    {
        var transposed = new Matrix(Columns, Rows);
        for (var j = 0; j < Columns; j++)
            for (var i = 0; i < Rows; i++)
                transposed.Data[j + i * Columns] = Data[i + j * Rows];
        return transposed;
    }

    /// <summary>The largest difference between entries at the same place: <c>max |aᵢⱼ − bᵢⱼ|</c>; NaN when there is one, 0 when empty.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public double MaxDifference(Matrix other)
    {
        CheckSameShape("MaxDifference", this, other);
        var largest = 0.0;
        for (var i = 0; i < Data.Length; i++)
            largest = Math.Max(largest, Data[i] == other.Data[i] ? 0 : Math.Abs(Data[i] - other.Data[i]));
        return largest;
    }

    static Matrix Shifted(Matrix a, double number)
    {
        var c = new Matrix(a.Rows, a.Columns);
        Elementwise.AddNumber(a.Data, number, c.Data);
        return c;
    }

    static Matrix AddScaled(string operation, Matrix a, Matrix b, double factor)
    {
        var isBias = b.Columns == 1 && b.Rows == a.Rows;
        if (!isBias) CheckSameShape(operation, a, b);
        var c = a.Clone();
        if (isBias)
            ColumnKernels.AddToEveryColumn(b.Data, factor, c.View());
        else
            Elementwise.AddScaled(b.Data, factor, c.Data);
        return c;
    }
}
