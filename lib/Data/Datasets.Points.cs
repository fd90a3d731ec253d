using CourseLib.Data.Images;
using CourseLib.Data.Points;
using CourseLib.Matrices;

namespace CourseLib.Data;

// Points and pictures.
public static partial class Datasets
{
    /// <summary>The four points of the exclusive or: class 1 where exactly one of the two inputs is 1.</summary>
    public static LabelledPoints Xor() => new("XOR", Matrix.FromRows([0, 0, 1, 1], [0, 1, 0, 1]), [0, 1, 1, 0], 2);

    /// <summary>Points scattered around the four of the exclusive or.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="noise">Standard deviation of the scatter; the corners are 1 apart.</param>
    public static LabelledPoints Xor(int count, int seed, double noise = 0.15) => PointGenerator.Xor(count, noise, seed);

    /// <summary>Two half moons that reach into each other: no straight line parts them.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="noise">Standard deviation of the scatter; the moons have radius 1.</param>
    public static LabelledPoints Moons(int count, int seed, double noise = 0.1) => PointGenerator.Moons(count, noise, seed);

    /// <summary>A circle of radius 1 around a smaller one.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="noise">Standard deviation of the scatter.</param>
    /// <param name="innerRadius">Radius of the inner circle, between 0 and 1.</param>
    public static LabelledPoints Circles(int count, int seed, double noise = 0.1, double innerRadius = 0.5) =>
        PointGenerator.Circles(count, noise, innerRadius, seed);

    /// <summary>Two spirals wound into each other, within radius 1: the hard one.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="noise">Standard deviation of the scatter.</param>
    /// <param name="turns">How many times an arm goes round.</param>
    public static LabelledPoints Spirals(int count, int seed, double noise = 0.02, double turns = 1.5) =>
        PointGenerator.Spirals(count, noise, turns, seed);

    /// <summary>Round clouds, one per class, their centres on a circle of radius 3.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="classes">How many clouds.</param>
    /// <param name="noise">Standard deviation of a cloud.</param>
    public static LabelledPoints Blobs(int count, int seed, int classes = 3, double noise = 1) =>
        PointGenerator.Blobs(count, classes, noise, seed);

    /// <summary>Points near the curve y = 0.2 − 1.4·x + 0.3·x² + 2·x³ for x from −1 to 1: <see cref="CurvePoints"/>.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="noise">The noise's standard deviation.</param>
    public static CurvePoints NoisyPolynomial(int count, int seed, double noise = 0.15) =>
        NoisyPolynomial(count, seed, noise, [0.2, -1.4, 0.3, 2]);

    /// <summary>Points near a polynomial of your own: <c>coefficients: [1, 2]</c> is y = 1 + 2·x.</summary>
    public static CurvePoints NoisyPolynomial(int count, int seed, double noise, double[] coefficients) =>
        CurvePoints.Generate(count, noise, seed, coefficients);

    /// <summary>
    /// Digits 0–9 on 8×8 pixels, drawn from hand-made styles, crooked and grainy; all digits equally frequent.
    /// </summary>
    /// <param name="count">How many pictures.</param>
    /// <param name="seed">The same seed gives the same pictures.</param>
    /// <param name="distortion">How crooked and grainy; <see cref="Distortion.Mild"/> when left out.</param>
    /// <param name="styles">Which styles to draw from; all of <see cref="DigitStyles"/> when left out.</param>
    /// <exception cref="ArgumentException">There is no such style.</exception>
    /// <exception cref="DataFileException"><c>data/digits.txt</c> is missing or broken.</exception>
    public static LabelledImages Digits(int count, int seed, Distortion? distortion = null, params string[] styles) =>
        DigitGenerator.Draw(count, seed, distortion ?? Distortion.Mild, styles);

    /// <summary>The undistorted digits in all their styles, to look at and to augment: <see cref="DigitStyles"/>.</summary>
    /// <exception cref="DataFileException"><c>data/digits.txt</c> is missing or broken.</exception>
    public static DigitStyles DigitStyles() => Images.DigitStyles.Read();

    /// <summary>MNIST, or another data set in its format (plain or .gz), which you have downloaded; pixels become 0 … 1.</summary>
    /// <param name="imagesPath">Such as <c>train-images-idx3-ubyte.gz</c>.</param>
    /// <param name="labelsPath">Such as <c>train-labels-idx1-ubyte.gz</c>.</param>
    /// <param name="most">How many pictures to take at most; a thousand of MNIST's need 6 MB of memory.</param>
    /// <param name="classes">How many classes the labels name.</param>
    /// <exception cref="DataFileException">A file is missing, damaged or of another kind; the byte is named.</exception>
    public static LabelledImages Mnist(string imagesPath, string labelsPath, int most = int.MaxValue, int classes = 10) =>
        Images.Mnist.Read(imagesPath, labelsPath, most, classes);
}
