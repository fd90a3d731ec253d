using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Sums and means.</content>
public static partial class Operations
{
    /// <summary>The sum of all entries, 1×1; x̄ += ȳ in every entry.</summary>
    public static Variable Sum(this Variable x) => Sum(x, "sum of all", factor: 1);

    /// <summary>The mean of all entries, 1×1; x̄ += ȳ/n in every entry.</summary>
    /// <exception cref="ShapeException">There is no entry.</exception>
    public static Variable Mean(this Variable x) => x.Value.Count > 0
        ? Sum(x, "mean", 1.0 / x.Value.Count)
        : throw new ShapeException($"Mean: a {x.Value.Shape} matrix has no entries, so it has no mean.");

    static Variable Sum(Variable x, string operation, double factor)
    {
        var input = x.Node;
        var y = x.Tape.Record(operation, 1, 1, static y =>
        {
            var share = y.Number * y.Gradient.Data[0];
            foreach (ref var entry in y.A.Gradient.AsSpan())
                entry += share;
        }, input);
        y.Number = factor;
        y.Value.Data[0] = factor * input.Value.Sum();
        return new Variable(y);
    }

    /// <summary>The sum of each column, 1×columns; x̄ += ȳ in every entry of the column.</summary>
    public static Variable ColumnSums(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("column sums", 1, x.Columns, static y =>
        {
            var toX = y.A.Gradient;
            for (var column = 0; column < toX.Columns; column++)
                foreach (ref var entry in toX.AsSpan().Slice(column * toX.Rows, toX.Rows))
                    entry += y.Gradient.Data[column];
        }, input);
        ReadOnlySpan<double> from = input.Value.AsSpan();
        for (var column = 0; column < x.Columns; column++)
        {
            var sum = 0.0;
            foreach (var entry in from.Slice(column * x.Rows, x.Rows))
                sum += entry;
            y.Value.Data[column] = sum;
        }
        return new Variable(y);
    }

    /// <summary>The sum of each row, rows×1; x̄ += ȳ in every column.</summary>
    public static Variable RowSums(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("row sums", x.Rows, 1, static y =>
            ColumnKernels.AddToEveryColumn(y.Gradient.AsSpan(), 1, y.A.Gradient.View()), input);
        y.Value.AsSpan().Clear();
        ColumnKernels.AddSumOfColumns(input.Value.View(), 1, y.Value.AsSpan());
        return new Variable(y);
    }
}
