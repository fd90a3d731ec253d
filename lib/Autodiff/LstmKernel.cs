using System.Numerics;

namespace CourseLib.Autodiff;

/// <summary>The way back through the gates of an LSTM, for one column of one step.</summary>
static class LstmKernel
{
    /// <param name="size">How many numbers the state has.</param>
    /// <param name="gates">f, i, o, g; becomes the gradient of their pre-activations.</param>
    /// <param name="cBefore">c_{t−1}.</param>
    /// <param name="tanhC">tanh c_t.</param>
    /// <param name="toH">h̄_t.</param>
    /// <param name="toC">c̄_t without what comes through h_t; becomes c̄_{t−1}.</param>
    public static void Backward(int size, Span<double> gates, ReadOnlySpan<double> cBefore, ReadOnlySpan<double> tanhC, ReadOnlySpan<double> toH, Span<double> toC)
    {
        Span<double> forget = gates[..size], input = gates.Slice(size, size), output = gates.Slice(2 * size, size), candidate = gates.Slice(3 * size, size);
        var one = Vector<double>.One;
        for (var at = 0; at < size; at += Lanes.Width)
        {
            var (f, i, o, g) = (Lanes.Read(forget, at), Lanes.Read(input, at), Lanes.Read(output, at), Lanes.Read(candidate, at));
            var (tanh, dh) = (Lanes.Read(tanhC, at), Lanes.Read(toH, at));
            var dc = Lanes.Read(toC, at) + dh * o * (one - tanh * tanh);
            Lanes.Write(forget, at, dc * Lanes.Read(cBefore, at) * f * (one - f));
            Lanes.Write(input, at, dc * g * i * (one - i));
            Lanes.Write(output, at, dh * tanh * o * (one - o));
            Lanes.Write(candidate, at, dc * i * (one - g * g));
            Lanes.Write(toC, at, dc * f);
        }
    }
}
