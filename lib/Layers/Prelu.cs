using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// ReLU with a slope on the negative side that is learned, one for each feature, so that gradient flows there too
/// (He et al., "Delving Deep into Rectifiers", ICCV 2015).
/// <code>
/// y = x where x &gt; 0, a·x elsewhere
/// </code>
/// </summary>
public sealed class Prelu : Layer
{
    /// <param name="features">How many features, each with a slope of its own; 1 for one slope shared by all.</param>
    /// <param name="initialSlope">Where the slopes start; the paper takes 0.25.</param>
    public Prelu(int features, double initialSlope = 0.25) => Slope = Learn("a", Matrix.Filled(features, 1, initialSlope));

    /// <summary>a: the slopes, features × 1.</summary>
    public Parameter Slope { get; }

    /// <inheritdoc/>
    public override Variable Forward(Variable x) => x.Prelu(x.Tape.Use(Slope));
}
