using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Training;

/// <summary>
/// How wrong an output is, as one number (1×1) that a training makes small. All of them are means over the examples
/// (columns), so that the loss does not grow with the batch; with <c>weights</c> (1 × examples) they are weighted means,
/// Σ wⱼ·ℓⱼ / Σ wⱼ, and an example of weight 0 (padding) does not count. An example with several outputs counts with their mean.
/// PyTorch's default, <c>reduction="mean"</c>, gives the same numbers without weights; its <c>weight</c> arguments do not
/// always divide by the sum of the weights.
/// </summary>
public static class Losses
{
    /// <summary>What <see cref="CrossEntropy(Variable, int[], Matrix?, int)"/> skips when nothing else is said; the same as in PyTorch.</summary>
    public const int DefaultIgnoredLabel = -100;

    /// <summary>Mean squared error: ℓ = (x − t)². Twice as far off is four times as bad.</summary>
    /// <param name="output">x: outputs × examples.</param>
    /// <param name="target">t: the same shape.</param>
    /// <param name="weights">1 × examples; 1 for each when left out.</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    /// <exception cref="ArgumentException">No example counts.</exception>
    public static Variable MeanSquaredError(Variable output, Matrix target, Matrix? weights = null) =>
        Operations.PointwiseLoss<Squared>("mean squared error", output, target, weights);

    /// <summary>Mean absolute error: ℓ = |x − t|; where x = t the slope is taken as 0. An outlier pulls no harder than the others.</summary>
    /// <inheritdoc cref="MeanSquaredError"/>
    public static Variable MeanAbsoluteError(Variable output, Matrix target, Matrix? weights = null) =>
        Operations.PointwiseLoss<Absolute>("mean absolute error", output, target, weights);

    /// <summary>
    /// Squared near the target, absolute far away (Huber, Annals of Mathematical Statistics 1964):
    /// <code>
    /// ℓ = ½·e²  where |e| ≤ δ,  δ·(|e| − ½·δ)  elsewhere;  e = x − t
    /// </code>
    /// </summary>
    /// <param name="output">x: outputs × examples.</param>
    /// <param name="target">t: the same shape.</param>
    /// <param name="delta">δ: where far away begins.</param>
    /// <param name="weights">1 × examples; 1 for each when left out.</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    /// <exception cref="ArgumentException">No example counts, or δ is not positive.</exception>
    public static Variable Huber(Variable output, Matrix target, double delta = 1, Matrix? weights = null) => delta > 0
        ? Operations.PointwiseLoss("Huber loss", output, target, weights, new HuberAt(delta))
        : throw new ArgumentOutOfRangeException(nameof(delta), delta, "δ says where 'far away' begins: it must be above 0, such as 1.");

    /// <summary>
    /// Binary cross-entropy on logits: the output is what goes <em>into</em> the sigmoid, p = σ(x), so that nothing
    /// overflows and no logarithm of 0 is taken.
    /// <code>
    /// ℓ = −t·ln p − (1 − t)·ln(1 − p) = max(x, 0) − x·t + ln(1 + e^(−|x|));   ∂ℓ/∂x = p − t
    /// </code>
    /// </summary>
    /// <param name="logits">x: outputs × examples, any numbers.</param>
    /// <param name="target">t: the same shape, from 0 to 1.</param>
    /// <param name="weights">1 × examples; 1 for each when left out.</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    /// <exception cref="ArgumentException">No example counts, or a target is not from 0 to 1.</exception>
    public static Variable BinaryCrossEntropy(Variable logits, Matrix target, Matrix? weights = null)
    {
        CheckTargets(target, weights, t => t is >= 0 and <= 1, "binary cross-entropy", "from 0 to 1 (the probability of 'yes')");
        return Operations.PointwiseLoss<BinaryCrossEntropyAt>("binary cross-entropy", logits, target, weights);
    }

    /// <summary>
    /// Cross-entropy on logits, for examples that each belong to one class: the output is what goes <em>into</em> the softmax.
    /// <code>
    /// ℓ = −ln p_c = ln Σᵢ e^xᵢ − x_c,  p = softmax(x), c the class;   ∂ℓ/∂x = p − one-hot(c)
    /// </code>
    /// </summary>
    /// <param name="logits">x: classes × examples, any numbers.</param>
    /// <param name="labels">c: the class of each example, from 0. The array is read during the call only.</param>
    /// <param name="weights">1 × examples; 1 for each when left out.</param>
    /// <param name="ignoredLabel">Examples with this label do not count: the id of padding, for instance.</param>
    /// <exception cref="ShapeException">There is not one label, or not one weight, for each example, or there is one class only.</exception>
    /// <exception cref="ArgumentException">No example counts, or a label is not a class.</exception>
    public static Variable CrossEntropy(Variable logits, int[] labels, Matrix? weights = null, int ignoredLabel = DefaultIgnoredLabel) =>
        Operations.SoftmaxCrossEntropy(logits, labels, weights, ignoredLabel);

    /// <summary>Cross-entropy on logits, for probabilities of the classes (one-hot columns, for instance): ℓ = −Σᵢ tᵢ·ln pᵢ, p = softmax(x).</summary>
    /// <param name="logits">x: classes × examples, any numbers.</param>
    /// <param name="target">t: classes × examples, each from 0 to 1.</param>
    /// <param name="weights">1 × examples; 1 for each when left out.</param>
    /// <exception cref="ShapeException">The shapes don't fit, or there is one class only.</exception>
    /// <exception cref="ArgumentException">No example counts, or a target is not from 0 to 1.</exception>
    public static Variable CrossEntropy(Variable logits, Matrix target, Matrix? weights = null)
    {
        CheckTargets(target, weights, t => t is >= 0 and <= 1, "cross-entropy", "from 0 to 1 (the probability of the class)");
        return Operations.SoftmaxCrossEntropy(logits, target, weights);
    }

    /// <summary>Hinge loss: ℓ = max(0, 1 − t·x). Right by a margin of 1 or more costs nothing (Cortes &amp; Vapnik, Machine Learning 1995).</summary>
    /// <param name="scores">x: outputs × examples; positive for the one class, negative for the other.</param>
    /// <param name="target">t: the same shape, each −1 or +1.</param>
    /// <param name="weights">1 × examples; 1 for each when left out.</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    /// <exception cref="ArgumentException">No example counts, or a target is neither −1 nor +1.</exception>
    public static Variable Hinge(Variable scores, Matrix target, Matrix? weights = null)
    {
        CheckTargets(target, weights, t => t is -1 or 1, "hinge loss", "−1 or +1 (for labels 0 and 1 take 2·t − 1)");
        return Operations.PointwiseLoss<HingeAt>("hinge loss", scores, target, weights);
    }

    // Whatever stands at an example of weight 0 does not matter.
    static void CheckTargets(Matrix target, Matrix? weights, Predicate<double> allowed, string loss, string wanted)
    {
        for (var column = 0; column < target.Columns; column++)
            foreach (var t in target.View().Column(column))
                if (!allowed(t) && !(weights?.Columns == target.Columns && weights[0, column] == 0))
                    throw new ArgumentException(FormattableString.Invariant($"{loss}: the target of example {column} is {t}, but targets must be {wanted}."), nameof(target));
    }

    readonly struct Squared : IPointwiseLoss
    {
        public (double, double) At(double x, double t) => ((x - t) * (x - t), 2 * (x - t));
    }

    readonly struct Absolute : IPointwiseLoss
    {
        public (double, double) At(double x, double t) => (Math.Abs(x - t), x > t ? 1 : x < t ? -1 : x - t);  // NaN stays
    }

    readonly struct HuberAt(double delta) : IPointwiseLoss
    {
        public (double, double) At(double x, double t)
        {
            var e = x - t;
            return Math.Abs(e) <= delta ? (e * e / 2, e) : (delta * (Math.Abs(e) - delta / 2), Math.CopySign(delta, e));
        }
    }

    readonly struct BinaryCrossEntropyAt : IPointwiseLoss
    {
        public (double, double) At(double x, double t)
        {
            var small = Math.Exp(-Math.Abs(x));
            var p = (x >= 0 ? 1 : small) / (1 + small);
            return (Math.Max(x, 0) - x * t + LogOfOnePlus(small), p - t);
        }

        // ln(1 + s) to the last digits for small s too: the division makes good what was lost in 1 + s (Kahan).
        static double LogOfOnePlus(double s)
        {
            var sum = 1 + s;
            return sum == 1 ? s : Math.Log(sum) * (s / (sum - 1));
        }
    }

    readonly struct HingeAt : IPointwiseLoss
    {
        public (double, double) At(double x, double t) => t * x >= 1 ? (0, 0) : (1 - t * x, -t);
    }
}
