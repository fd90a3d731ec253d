namespace CourseLib.Training;

/// <summary>What was seen in one update of the weights.</summary>
/// <param name="Update">Which one, from 1.</param>
/// <param name="Epoch">In which epoch, from 1.</param>
/// <param name="Loss">The loss of its batch, before the step.</param>
/// <param name="GradientNorm">‖g‖ over all parameters, before clipping.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
public readonly record struct UpdateRecord(int Update, int Epoch, double Loss, double GradientNorm, double LearningRate);
