using CourseLib.Training;

namespace CourseBench.Trainings;

/// <summary>One of the course's trainings.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Task">Model, data and settings in a few words.</param>
/// <param name="Wanted">What it should reach.</param>
/// <param name="Run">Trains from a seed, and says what was reached on examples that were not trained on.</param>
sealed record Training(string Name, string Task, string Wanted, Func<int, string> Run)
{
    /// <summary>All of them, in the order of the notebooks.</summary>
    public static IReadOnlyList<Training> All { get; } = [.. FeedForwardTrainings.All, .. RecurrentTrainings.All, .. TranslationTrainings.All, .. TransformerTrainings.All];

    /// <summary>Trainings are quiet, and long gradients are cut.</summary>
    public static TrainingOptions Options { get; } = new() { Progress = TrainingProgress.None, ClipNorm = 1 };

    /// <summary>The share of what is as it should be.</summary>
    public static double Share<T>(IEnumerable<T> got, IEnumerable<T> wanted) =>
        got.Zip(wanted, (one, other) => EqualityComparer<T>.Default.Equals(one, other) ? 1.0 : 0).Average();

    /// <summary>A share as a text.</summary>
    public static string Percent(double share) => $"{100 * share:0.0} %";
}
