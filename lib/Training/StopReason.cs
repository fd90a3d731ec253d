namespace CourseLib.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were done.</summary>
    Finished,

    /// <summary><see cref="EarlyStopping"/> saw no progress any more.</summary>
    StoppedEarly,

    /// <summary>It was asked to stop. Weights and history are those of the last update; with <see cref="EarlyStopping"/>, the weights of the best epoch.</summary>
    Canceled,
}
