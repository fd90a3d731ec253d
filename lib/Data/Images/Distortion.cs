namespace CourseLib.Data.Images;

/// <summary>How far a picture may be changed and still show the same thing. Each change is drawn anew for each picture.</summary>
/// <param name="Rotation">The largest turn to either side, in degrees.</param>
/// <param name="Shift">The largest move in each direction, in pixels; fractions blend neighbours.</param>
/// <param name="Scale">The largest change of size: 0.1 is from 10 % smaller to 10 % larger.</param>
/// <param name="Fading">The largest loss of ink: 0.3 leaves between 70 % and 100 %.</param>
/// <param name="Noise">Standard deviation of what is added to each pixel; pixels stay between 0 and 1.</param>
public sealed record Distortion(double Rotation = 0, double Shift = 0, double Scale = 0, double Fading = 0, double Noise = 0)
{
    /// <summary>Pictures as they were drawn.</summary>
    public static readonly Distortion None = new();

    /// <summary>Somewhat crooked and grainy: what the digits of the course look like.</summary>
    public static readonly Distortion Mild = new(Rotation: 8, Shift: 0.5, Scale: 0.06, Fading: 0.3, Noise: 0.08);

    /// <summary>Hard to read in places.</summary>
    public static readonly Distortion Strong = new(Rotation: 20, Shift: 1, Scale: 0.15, Fading: 0.5, Noise: 0.25);
}
