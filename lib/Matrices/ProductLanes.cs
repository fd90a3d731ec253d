using System.Runtime.Intrinsics;

namespace CourseLib.Matrices;

/// <summary>
/// What a product needs of a vector register. The kernels are written once over it, and the JIT compiles them for each width
/// into straight machine code.
/// </summary>
interface ILanes<V> where V : struct
{
    /// <summary>How many numbers a register holds.</summary>
    static abstract int Count { get; }

    /// <summary>The numbers from an address on.</summary>
    static abstract V Load(ref double from);

    /// <summary>One number in all lanes.</summary>
    static abstract V Broadcast(double number);

    /// <summary>sum + a·b, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, V b, V sum);

    /// <summary>sum + the numbers from an address on.</summary>
    static abstract V Add(V sum, ref double start);

    /// <summary>Writes the numbers from an address on.</summary>
    static abstract void Store(V sum, ref double to);
}

readonly struct Lanes512 : ILanes<Vector512<double>>
{
    public static int Count => 8;
    public static Vector512<double> Load(ref double from) => Vector512.LoadUnsafe(ref from);
    public static Vector512<double> Broadcast(double number) => Vector512.Create(number);
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> sum) => Vector512.MultiplyAddEstimate(a, b, sum);
    public static Vector512<double> Add(Vector512<double> sum, ref double start) => sum + Load(ref start);
    public static void Store(Vector512<double> sum, ref double to) => sum.StoreUnsafe(ref to);
}

readonly struct Lanes256 : ILanes<Vector256<double>>
{
    public static int Count => 4;
    public static Vector256<double> Load(ref double from) => Vector256.LoadUnsafe(ref from);
    public static Vector256<double> Broadcast(double number) => Vector256.Create(number);
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> sum) => Vector256.MultiplyAddEstimate(a, b, sum);
    public static Vector256<double> Add(Vector256<double> sum, ref double start) => sum + Load(ref start);
    public static void Store(Vector256<double> sum, ref double to) => sum.StoreUnsafe(ref to);
}

readonly struct Lanes128 : ILanes<Vector128<double>>
{
    public static int Count => 2;
    public static Vector128<double> Load(ref double from) => Vector128.LoadUnsafe(ref from);
    public static Vector128<double> Broadcast(double number) => Vector128.Create(number);
    public static Vector128<double> MultiplyAdd(Vector128<double> a, Vector128<double> b, Vector128<double> sum) => Vector128.MultiplyAddEstimate(a, b, sum);
    public static Vector128<double> Add(Vector128<double> sum, ref double start) => sum + Load(ref start);
    public static void Store(Vector128<double> sum, ref double to) => sum.StoreUnsafe(ref to);
}

/// <summary>A single number: the last row of an odd height.</summary>
readonly struct Lanes64 : ILanes<double>
{
    public static int Count => 1;
    public static double Load(ref double from) => from;
    public static double Broadcast(double number) => number;
    public static double MultiplyAdd(double a, double b, double sum) => double.MultiplyAddEstimate(a, b, sum);
    public static double Add(double sum, ref double start) => sum + Load(ref start);
    public static void Store(double sum, ref double to) => to = sum;
}
