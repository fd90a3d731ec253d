namespace CourseLib.Training;

/// <summary>What was seen in one epoch: once through the training examples.</summary>
/// <param name="Epoch">Which one, from 1.</param>
/// <param name="Loss">The mean loss of its batches, each taken before its step, with the weights changing all the while.</param>
/// <param name="ValidationLoss">The loss of the validation examples after the epoch; null without such.</param>
/// <param name="Measures">What else was measured after the epoch, such as accuracy.</param>
public sealed record EpochRecord(int Epoch, double Loss, double? ValidationLoss, IReadOnlyDictionary<string, double> Measures);
