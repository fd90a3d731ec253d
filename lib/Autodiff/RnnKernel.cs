using System.Numerics;

namespace CourseLib.Autodiff;

/// <summary>The way back through the tanh of a plain recurrent layer.</summary>
static class RnnKernel
{
    /// <summary>d = h̄ ∘ (1 − h²).</summary>
    public static void Backward(ReadOnlySpan<double> h, ReadOnlySpan<double> toH, Span<double> d)
    {
        for (var at = 0; at < d.Length; at += Lanes.Width)
        {
            var value = Lanes.Read(h, at);
            Lanes.Write(d, at, Lanes.Read(toH, at) * (Vector<double>.One - value * value));
        }
    }
}
