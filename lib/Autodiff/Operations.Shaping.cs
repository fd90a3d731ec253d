using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Parts of matrices, and matrices put together.</content>
public static partial class Operations
{
    /// <summary>Rows <paramref name="start"/> … start + count − 1; the gradient goes back to where they were taken from.</summary>
    /// <exception cref="ShapeException">x has no such rows.</exception>
    public static Variable RowBlock(this Variable x, int start, int count)
    {
        var input = x.Node;
        if (start < 0 || count < 0 || start + count > x.Rows)
            throw new ShapeException($"RowBlock: rows {start} to {start + count - 1} were asked for, but the matrix is {input.Value.Shape}: it has rows 0 to {x.Rows - 1}.");
        var y = x.Tape.Record("row block", count, x.Columns, static y =>
            AddBlock(y.Gradient.View(), y.A.Gradient.View().RowBlock(y.Offset, y.Value.Rows)), input);
        y.Offset = start;
        input.Value.View().RowBlock(start, count).CopyTo(y.Value.View());
        return new Variable(y);
    }

    /// <summary>Columns <paramref name="start"/> … start + count − 1; the gradient goes back to where they were taken from.</summary>
    /// <exception cref="ShapeException">x has no such columns.</exception>
    public static Variable ColumnBlock(this Variable x, int start, int count)
    {
        var input = x.Node;
        if (start < 0 || count < 0 || start + count > x.Columns)
            throw new ShapeException($"ColumnBlock: columns {start} to {start + count - 1} were asked for, but the matrix is {input.Value.Shape}: it has columns 0 to {x.Columns - 1}.");
        var y = x.Tape.Record("column block", x.Rows, count, static y =>
            AddBlock(y.Gradient.View(), y.A.Gradient.View().ColumnBlock(y.Offset, y.Value.Columns)), input);
        y.Offset = start;
        input.Value.View().ColumnBlock(start, count).CopyTo(y.Value.View());
        return new Variable(y);
    }

    /// <summary>Any columns, also repeated, in the given order: y's column j is x's column columns[j]. On a table of vectors this is the look-up of embeddings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x has no such column.</exception>
    public static Variable SelectColumns(this Variable x, int[] columns)
    {
        var input = x.Node;
        foreach (var column in columns)
            if ((uint)column >= (uint)x.Columns)
                throw new ArgumentOutOfRangeException(nameof(columns), $"Column {column} was asked for, but the matrix is {input.Value.Shape}: its columns are 0 to {x.Columns - 1}.");
        var y = x.Tape.Record("column selection", x.Rows, columns.Length, static y =>
        {
            var toX = y.A.Gradient.View();
            for (var j = 0; j < y.Indices.Count; j++)
                AddBlock(y.Gradient.View().ColumnBlock(j, 1), toX.ColumnBlock(y.Indices[j], 1));
        }, input);
        y.Indices.AddRange(columns);
        for (var j = 0; j < columns.Length; j++)
            input.Value.View().ColumnBlock(columns[j], 1).CopyTo(y.Value.View().ColumnBlock(j, 1));
        return new Variable(y);
    }

    /// <summary>Matrices on top of each other; each gets back its part of the gradient.</summary>
    /// <exception cref="ShapeException">They differ in their number of columns.</exception>
    public static Variable StackRows(params ReadOnlySpan<Variable> parts)
    {
        var (rows, columns) = (0, First(parts, "StackRows").Columns);
        foreach (var part in parts)
        {
            if (part.Columns != columns)
                throw new ShapeException($"StackRows: all parts need the same number of columns; the first is {parts[0].Value.Shape}, another {part.Value.Shape}.");
            rows += part.Rows;
        }
        var y = parts[0].Tape.Record("row stack", rows, columns, static y =>
        {
            var start = 0;
            foreach (var part in y.Inputs)
            {
                if (part.NeedsGradient)
                    AddBlock(y.Gradient.View().RowBlock(start, part.Value.Rows), part.Gradient.View());
                start += part.Value.Rows;
            }
        }, Nodes(parts));
        var offset = 0;
        foreach (var part in parts)
        {
            part.Value.View().CopyTo(y.Value.View().RowBlock(offset, part.Rows));
            offset += part.Rows;
        }
        return new Variable(y);
    }

    /// <summary>Matrices side by side; each gets back its part of the gradient.</summary>
    /// <exception cref="ShapeException">They differ in their number of rows.</exception>
    public static Variable JoinColumns(params ReadOnlySpan<Variable> parts)
    {
        var (rows, columns) = (First(parts, "JoinColumns").Rows, 0);
        foreach (var part in parts)
        {
            if (part.Rows != rows)
                throw new ShapeException($"JoinColumns: all parts need the same number of rows; the first is {parts[0].Value.Shape}, another {part.Value.Shape}.");
            columns += part.Columns;
        }
        var y = parts[0].Tape.Record("column join", rows, columns, static y =>
        {
            var start = 0;
            foreach (var part in y.Inputs)
            {
                if (part.NeedsGradient)
                    AddBlock(y.Gradient.View().ColumnBlock(start, part.Value.Columns), part.Gradient.View());
                start += part.Value.Columns;
            }
        }, Nodes(parts));
        var offset = 0;
        foreach (var part in parts)
        {
            part.Value.View().CopyTo(y.Value.View().ColumnBlock(offset, part.Columns));
            offset += part.Columns;
        }
        return new Variable(y);
    }

    /// <summary>y = xᵀ; x̄ += ȳᵀ.</summary>
    public static Variable Transpose(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("transpose", x.Columns, x.Rows, static y =>
        {
            var (gradient, toX) = (y.Gradient, y.A.Gradient);
            for (var row = 0; row < gradient.Rows; row++)
                for (var column = 0; column < gradient.Columns; column++)
                    toX.Data[row * toX.Rows + column] += gradient.Data[column * gradient.Rows + row];
        }, input);
        for (var row = 0; row < x.Rows; row++)
            for (var column = 0; column < x.Columns; column++)
                y.Value.Data[row * x.Columns + column] = input.Value.Data[column * x.Rows + row];
        return new Variable(y);
    }

    static Variable First(ReadOnlySpan<Variable> parts, string operation) => parts.Length > 0
        ? parts[0]
        : throw new ArgumentException($"{operation}: there is nothing to put together; hand over at least one variable.");

    static Node[] Nodes(ReadOnlySpan<Variable> parts)
    {
        var nodes = new Node[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            nodes[i] = parts[i].Node;
        return nodes;
    }

    static void AddBlock(MatrixView from, MatrixView to)
    {
        for (var column = 0; column < from.Columns; column++)
            Elementwise.AddScaled(from.Column(column), 1, to.Column(column));
    }
}
