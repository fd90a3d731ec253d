using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>
/// Losses, each in one operation: the forward pass also computes the slope of the loss in every entry, and the backward pass
/// only scales it. They get their names in <c>lib/Training/Losses.cs</c>.
/// </content>
public static partial class Operations
{
    /// <summary>
    /// The weighted mean over the examples of a loss of each entry, averaged over the entries of an example:
    /// <code>
    /// L = Σⱼ wⱼ · (Σᵢ ℓ(xᵢⱼ, tᵢⱼ) / rows) / Σⱼ wⱼ;   x̄ᵢⱼ += L̄ · ℓ′(xᵢⱼ, tᵢⱼ) · wⱼ / (rows · Σⱼ wⱼ)
    /// </code>
    /// </summary>
    internal static Variable PointwiseLoss<TLoss>(string name, Variable output, Matrix target, Matrix? weights, TLoss loss = default)
        where TLoss : struct, IPointwiseLoss
    {
        var (input, x) = (output.Node, output.Value);
        if (x.Rows != target.Rows || x.Columns != target.Columns)
            throw new ShapeException($"{name}: the output is {x.Shape} and the target {target.Shape}; there must be one target for each number of the output.");
        var total = TotalWeight(name, x, weights) * x.Rows;
        var y = output.Tape.Record(name, 1, 1, BackThroughLoss, input, output.Tape.Constant(target).Node);
        var slopes = y.Workspace(x.Rows, x.Columns).AsSpan();
        var sum = 0.0;
        for (int column = 0, i = 0; column < x.Columns; column++)
        {
            var weight = weights?.Data[column] ?? 1;
            for (var row = 0; row < x.Rows; row++, i++)
            {
                if (weight == 0)                  // whatever stands there doesn't count, NaN included
                {
                    slopes[i] = 0;
                    continue;
                }
                var (value, slope) = loss.At(x.Data[i], target.Data[i]);
                sum += weight * value;
                slopes[i] = weight * slope / total;
            }
        }
        y.Value.Data[0] = sum / total;
        return new Variable(y);
    }

    /// <summary>
    /// Softmax and cross-entropy in one, for the class of each example:
    /// <code>
    /// L = Σⱼ wⱼ · (ln Σᵢ e^xᵢⱼ − x_cⱼ) / Σⱼ wⱼ;   x̄ⱼ += L̄ · wⱼ · (softmax(xⱼ) − one-hot(cⱼ)) / Σⱼ wⱼ
    /// </code>
    /// Examples whose label is <paramref name="ignored"/> have weight 0.
    /// </summary>
    internal static Variable SoftmaxCrossEntropy(Variable logits, int[] labels, Matrix? weights, int ignored)
    {
        const string name = "cross-entropy";
        var (input, x) = (logits.Node, logits.Value);
        CheckLabels(x, labels, ignored);
        var total = TotalWeight(name, x, weights, labels, ignored);
        var y = logits.Tape.Record(name, 1, 1, BackThroughLoss, input);
        var (slopes, logSums) = (y.Workspace(x.Rows, x.Columns), y.Workspace(1, x.Columns));
        ColumnKernels.Softmax(x.View(), slopes.View(), logSums.AsSpan());
        var sum = 0.0;
        for (var column = 0; column < x.Columns; column++)
        {
            var slope = slopes.View().Column(column);
            var weight = labels[column] == ignored ? 0 : weights?.Data[column] ?? 1;
            if (weight == 0)
            {
                slope.Clear();
                continue;
            }
            sum += weight * (logSums.Data[column] - x[labels[column], column]);
            slope[labels[column]] -= 1;
            if (weights is not null)
                Elementwise.Scale(slope, weight / total, slope);
        }
        if (weights is null)
            Elementwise.Scale(slopes.AsSpan(), 1 / total, slopes.AsSpan());
        y.Value.Data[0] = sum / total;
        return new Variable(y);
    }

    /// <summary>
    /// The same for probabilities instead of a class, t with Σᵢ tᵢⱼ = 1 (a one-hot column, or a softer wish):
    /// <code>
    /// L = Σⱼ wⱼ · Σᵢ tᵢⱼ · (ln Σₖ e^xₖⱼ − xᵢⱼ) / Σⱼ wⱼ;   x̄ⱼ += L̄ · wⱼ · (softmax(xⱼ) · Σᵢ tᵢⱼ − tⱼ) / Σⱼ wⱼ
    /// </code>
    /// </summary>
    internal static Variable SoftmaxCrossEntropy(Variable logits, Matrix target, Matrix? weights)
    {
        const string name = "cross-entropy";
        var (input, x) = (logits.Node, logits.Value);
        if (x.Rows != target.Rows || x.Columns != target.Columns)
            throw new ShapeException($"{name}: the logits are {x.Shape} and the probabilities {target.Shape}; both must be classes × examples.");
        CheckClasses(x);
        var total = TotalWeight(name, x, weights);
        var y = logits.Tape.Record(name, 1, 1, BackThroughLoss, input, logits.Tape.Constant(target).Node);
        var (slopes, logSums) = (y.Workspace(x.Rows, x.Columns), y.Workspace(1, x.Columns));
        ColumnKernels.Softmax(x.View(), slopes.View(), logSums.AsSpan());
        var sum = 0.0;
        for (var column = 0; column < x.Columns; column++)
        {
            var slope = slopes.View().Column(column);
            var weight = weights?.Data[column] ?? 1;
            if (weight == 0)
            {
                slope.Clear();
                continue;
            }
            ReadOnlySpan<double> from = x.View().Column(column), wanted = target.View().Column(column);
            var (logSum, mass) = (logSums.Data[column], Elementwise.Sum(wanted));
            for (var i = 0; i < from.Length; i++)
            {
                if (wanted[i] != 0)               // 0 · ∞ is 0 here: what is not wanted may be impossible
                    sum += weight * wanted[i] * (logSum - from[i]);
                slope[i] = weight / total * (slope[i] * mass - wanted[i]);
            }
        }
        y.Value.Data[0] = sum / total;
        return new Variable(y);
    }

    static void BackThroughLoss(Node y) =>
        SendScaled(y.Saved(0), y.Gradient.Data[0], y.A);

    static double TotalWeight(string name, Matrix x, Matrix? weights, int[]? labels = null, int ignored = 0)
    {
        if (weights is not null && (weights.Rows != 1 || weights.Columns != x.Columns))
            throw new ShapeException($"{name}: the weights are {weights.Shape}; an output of {x.Shape} has {x.Columns} examples, so they must be 1×{x.Columns}.");
        foreach (var weight in weights is null ? [] : weights.AsSpan())
            if (!(weight >= 0 && double.IsFinite(weight)))
                throw new ArgumentException(FormattableString.Invariant($"{name}: an example's weight is {weight}; weights must be 0 or more and finite: 0 for one that does not count, 2 for one that counts twice."), nameof(weights));
        var total = 0.0;
        for (var column = 0; column < x.Columns; column++)
            if (labels is null || labels[column] != ignored)
                total += weights?.Data[column] ?? 1;
        return total > 0 && x.Rows > 0 ? total : throw new ArgumentException(
            $"{name}: there is nothing to average: {x.Rows} outputs for each of {x.Columns} examples, whose weights add up to {total}. At least one example must count.");
    }

    static void CheckClasses(Matrix logits)
    {
        if (logits.Rows == 1)
            throw new ShapeException($"cross-entropy: the logits are {logits.Shape}, so there is one class, and its probability is always 1. Two classes need two rows of logits; for one logit per example take the binary cross-entropy.");
    }

    static void CheckLabels(Matrix x, int[] labels, int ignored)
    {
        CheckClasses(x);
        if (labels.Length != x.Columns)
            throw new ShapeException($"cross-entropy: the logits are {x.Shape}, one column for each example, but there are {labels.Length} labels.");
        for (var column = 0; column < labels.Length; column++)
            if (labels[column] != ignored && (uint)labels[column] >= (uint)x.Rows)
                throw new ArgumentOutOfRangeException(nameof(labels), $"cross-entropy: label {labels[column]} of example {column} is not a class; logits of {x.Shape} have the classes 0 to {x.Rows - 1}.");
    }
}
