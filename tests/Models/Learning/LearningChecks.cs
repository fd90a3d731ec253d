using CourseLib.Training;

namespace CourseTests.Models.Learning;

/// <summary>
/// What the tests of learning share. They train less than the course does (bench/Trainings has the full sizes), so their
/// demands are a little lower.
/// </summary>
static class LearningChecks
{
    public static readonly TrainingOptions Quiet = new() { Progress = TrainingProgress.None, ClipNorm = 1 };

    public static double Share<T>(IEnumerable<T> got, IEnumerable<T> wanted) =>
        got.Zip(wanted, (one, other) => EqualityComparer<T>.Default.Equals(one, other) ? 1.0 : 0).Average();

    public static void AtLeast(double wanted, double reached, string what) => Assert.True(reached >= wanted, $"{what}: {reached:0.000}, at least {wanted} is wanted");

    public static void AtMost(double wanted, double reached, string what) => Assert.True(reached <= wanted, $"{what}: {reached:0.000}, at most {wanted} is wanted");
}
