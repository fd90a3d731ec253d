using NotebookHost.Scripting;

namespace NotebookHost.Running.Workers;

/// <summary>What a runner and its worker process say to each other.</summary>
abstract record WorkerMessage;

/// <summary>Worker → runner: the engine is there; cells may come.</summary>
sealed record WorkerReady : WorkerMessage;

/// <summary>Runner → worker: run this code; <paramref name="Cell"/> is the number that its outputs carry.</summary>
sealed record RunCell(int Cell, string Code) : WorkerMessage;

/// <summary>Runner → worker: stop this cell, if it still runs, and keep the state.</summary>
sealed record InterruptCell(int Cell) : WorkerMessage;

/// <summary>Runner → worker: no more cells; send what is left and close the channel.</summary>
sealed record Finish : WorkerMessage;

/// <summary>Worker → runner: a cell shows something (perhaps from the background, long after it ended).</summary>
sealed record CellEmitted(int Cell, CellOutput Output) : WorkerMessage;

/// <summary>Worker → runner: a cell has ended.</summary>
sealed record CellEnded(int Cell, CellStatus Status, TimeSpan Elapsed) : WorkerMessage;
