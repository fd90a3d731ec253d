namespace CourseLib.Models.Classical;

/// <summary>
/// Finds the α of a support vector machine: again and again takes the two that violate the optimum most and solves for these
/// two alone, which is a formula (Platt 1998; choice of the pair after Keerthi et al., Neural Computation 2001).
/// <code>
/// minimise ½ Σᵢⱼ αᵢαⱼyᵢyⱼk(xᵢ, xⱼ) − Σᵢ αᵢ   where 0 ≤ αᵢ ≤ C and Σᵢ αᵢyᵢ = 0
/// </code>
/// </summary>
static class SequentialMinimalOptimization
{
    const double Tolerance = 1e-6;
    const int MaxSteps = 200_000;

    public static (double[] Alphas, double Bias) Solve(double[][] examples, double[] y, Kernel kernel, double c)
    {
        var n = y.Length;
        var k = new double[n][];
        for (var i = 0; i < n; i++)
        {
            k[i] = new double[n];
            for (var j = 0; j <= i; j++)
                k[i][j] = k[j][i] = kernel.Of(examples[i], examples[j]);
        }
        var alphas = new double[n];
        var gradient = new double[n];                     // of the objective, for each α
        Array.Fill(gradient, -1);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (i, j, violation) = WorstPair(alphas, gradient, y, c);
            if (violation < Tolerance)
                break;
            // Moving αᵢ by yᵢ·t and αⱼ by −yⱼ·t keeps Σαy; the best t is violation / curvature, cut at the box's walls.
            var curvature = Math.Max(k[i][i] + k[j][j] - 2 * k[i][j], 1e-12);
            var t = violation / curvature;
            t = Math.Min(t, y[i] > 0 ? c - alphas[i] : alphas[i]);
            t = Math.Min(t, y[j] > 0 ? alphas[j] : c - alphas[j]);
            alphas[i] += y[i] * t;
            alphas[j] -= y[j] * t;
            for (var m = 0; m < n; m++)
                gradient[m] += y[m] * t * (k[i][m] - k[j][m]);
        }
        return (alphas, Bias(alphas, gradient, y, c));
    }

    /// <summary>What an α must exceed to count as above 0. A share of the largest, not of C, which may be far larger than any of them.</summary>
    public static double SmallestSupport(double[] alphas) => 1e-9 * alphas.Max();

    // i: the α that would gain most by moving up (in the direction of its class), j: most by moving down.
    static (int I, int J, double Violation) WorstPair(double[] alphas, double[] gradient, double[] y, double c)
    {
        var (i, j, up, down) = (0, 0, double.NegativeInfinity, double.PositiveInfinity);
        for (var m = 0; m < y.Length; m++)
        {
            var slope = -y[m] * gradient[m];
            if (slope > up && (y[m] > 0 ? alphas[m] < c : alphas[m] > 0))
                (i, up) = (m, slope);
            if (slope < down && (y[m] > 0 ? alphas[m] > 0 : alphas[m] < c))
                (j, down) = (m, slope);
        }
        return (i, j, up - down);
    }

    // Where 0 < α < C the example lies exactly on the margin, which gives b; without any, the middle of what is possible.
    static double Bias(double[] alphas, double[] gradient, double[] y, double c)
    {
        var smallest = SmallestSupport(alphas);
        var free = Enumerable.Range(0, y.Length).Where(m => alphas[m] > smallest && alphas[m] < c * (1 - 1e-9)).ToArray();
        if (free.Length > 0)
            return free.Average(m => -y[m] * gradient[m]);
        var (lowest, highest) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var m = 0; m < y.Length; m++)
        {
            var slope = -y[m] * gradient[m];
            if (y[m] > 0 ? alphas[m] < c / 2 : alphas[m] > c / 2)
                lowest = Math.Max(lowest, slope);
            else
                highest = Math.Min(highest, slope);
        }
        return (lowest + highest) / 2;
    }
}
