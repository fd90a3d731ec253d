using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// The recurrent weights as the steps of a sequence multiply with them: W, or on the way back Wᵀ. Where many steps use them,
/// they are first copied into bands of a few rows each, transposed if need be, so that every step reads them in order.
/// </summary>
readonly ref struct StepWeights
{
    const int BandHeight = 16, StepsWorthCopying = 4;

    readonly MatrixView weights;
    readonly Span<double> bands;
    readonly bool transposed;

    public StepWeights(Node node, Matrix weights, bool transposed, Recurrence run)
    {
        this.weights = weights.View();
        this.transposed = transposed;
        // A product that is split among threads is better left whole.
        var threaded = MatrixProduct.MaxThreads > 1 && 2.0 * weights.Count * run.Batch >= MatrixProduct.FlopsWorthThreads;
        if (run.Steps < StepsWorthCopying || run.Batch == 1 || threaded)
            return;
        bands = node.Workspace(weights.Rows, weights.Columns).AsSpan();
        for (var start = 0; start < Rows; start += BandHeight)
            CopyBand(start, Band(start));
    }

    int Rows => transposed ? weights.Columns : weights.Rows;

    int Inner => transposed ? weights.Rows : weights.Columns;

    /// <summary>y = W·x.</summary>
    public void Product(MatrixView x, MatrixView y) => Multiply(x, y, accumulate: false);

    /// <summary>y += W·x.</summary>
    public void AddProduct(MatrixView x, MatrixView y) => Multiply(x, y, accumulate: true);

    void Multiply(MatrixView x, MatrixView y, bool accumulate)
    {
        if (!bands.IsEmpty)
            for (var start = 0; start < Rows; start += BandHeight)
            {
                var band = Band(start);
                MatrixProduct.Multiply(band, x, y.RowBlock(start, band.Rows), accumulate);
            }
        else if (transposed)
            MatrixProduct.MultiplyTransposedLeft(weights, x, y, accumulate);
        else
            MatrixProduct.Multiply(weights, x, y, accumulate);
    }

    // The rows from start on, in a block of their own whose columns follow each other without gaps.
    MatrixView Band(int start)
    {
        var height = Math.Min(BandHeight, Rows - start);
        return new MatrixView(bands.Slice(start * Inner, height * Inner), height, Inner, height);
    }

    void CopyBand(int start, MatrixView band)
    {
        if (!transposed)
            weights.RowBlock(start, band.Rows).CopyTo(band);
        else
            for (var i = 0; i < band.Rows; i++)
            {
                var line = weights.Column(start + i);
                for (var p = 0; p < line.Length; p++)
                    band.Data[i + p * band.Rows] = line[p];
            }
    }
}
