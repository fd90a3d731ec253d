namespace CourseTests.Layers.Recurrent;

/// <summary>A layer, its sequences, and what is asked of it.</summary>
public sealed record LayerCase(string Kind, int Input, int Hidden, int Steps, int Batch, bool Reverse = false, bool Initial = false, bool Masked = false);
