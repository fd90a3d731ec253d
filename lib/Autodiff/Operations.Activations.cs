using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Functions of each entry, and the softmax of each column.</content>
public static partial class Operations
{
    /// <summary>y = tanh(x); x̄ += ȳ ∘ (1 − y²).</summary>
    public static Variable Tanh(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("tanh", x.Rows, x.Columns, static y =>
            Elementwise.TanhBackward(y.Value.AsSpan(), y.Gradient.AsSpan(), y.A.Receive(out var add).AsSpan(), add), input);
        Elementwise.Tanh(input.Value.AsSpan(), y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>y = σ(x) = 1 / (1 + e⁻ˣ); x̄ += ȳ ∘ y ∘ (1 − y).</summary>
    public static Variable Sigmoid(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("sigmoid", x.Rows, x.Columns, static y =>
            Elementwise.SigmoidBackward(y.Value.AsSpan(), y.Gradient.AsSpan(), y.A.Receive(out var add).AsSpan(), add), input);
        Elementwise.Sigmoid(input.Value.AsSpan(), y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>y = max(0, x); x̄ += ȳ where x &gt; 0 (at 0 the derivative is taken as 0).</summary>
    public static Variable Relu(this Variable x) => LeakyRelu(x, slope: 0, "relu");

    /// <summary>y = x where x &gt; 0, slope·x elsewhere; x̄ += ȳ or slope·ȳ (Maas, Hannun &amp; Ng, ICML workshop 2013).</summary>
    public static Variable LeakyRelu(this Variable x, double slope = 0.01) => LeakyRelu(x, slope, "leaky relu");

    static Variable LeakyRelu(Variable x, double slope, string operation)
    {
        var input = x.Node;
        var y = x.Tape.Record(operation, x.Rows, x.Columns, static y =>
            Elementwise.LeakyReluBackward(y.A.Value.AsSpan(), y.Number, y.Gradient.AsSpan(), y.A.Receive(out var add).AsSpan(), add), input);
        y.Number = slope;
        Elementwise.LeakyRelu(input.Value.AsSpan(), slope, y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>
    /// y = x where x &gt; 0, s·x elsewhere, with a learned slope s for each row (rows×1) or one for all (1×1);
    /// x̄ += ȳ or s·ȳ, s̄ += Σ ȳ·x over the negative x (He et al., "Delving Deep into Rectifiers", ICCV 2015).
    /// </summary>
    /// <exception cref="ShapeException">The slope is neither 1×1 nor one column of x's height.</exception>
    public static Variable Prelu(this Variable x, Variable slope)
    {
        var (input, s) = (x.Node, slope.Node);
        if (slope.Columns != 1 || (slope.Rows != 1 && slope.Rows != x.Rows))
            throw new ShapeException($"PReLU: the slope must be 1×1 or {x.Rows}×1 for an input of {input.Value.Shape}; got {s.Value.Shape}.");
        var y = x.Tape.Record("prelu", x.Rows, x.Columns, static y =>
        {
            ReadOnlySpan<double> x = y.A.Value.AsSpan(), slopes = y.B.Value.AsSpan(), gradient = y.Gradient.AsSpan();
            var rows = y.Value.Rows;
            var toX = y.A.NeedsGradient ? y.A.Gradient.AsSpan() : [];
            var toSlope = y.B.NeedsGradient ? y.B.Gradient.AsSpan() : [];
            for (var i = 0; i < x.Length; i++)
            {
                var row = slopes.Length == 1 ? 0 : i % rows;
                if (toX.Length > 0)
                    toX[i] += x[i] > 0 ? gradient[i] : slopes[row] * gradient[i];
                if (toSlope.Length > 0 && !(x[i] > 0))
                    toSlope[row] += gradient[i] * x[i];
            }
        }, input, s);
        ReadOnlySpan<double> from = input.Value.AsSpan(), factors = s.Value.AsSpan();
        var result = y.Value.AsSpan();
        for (var i = 0; i < result.Length; i++)
            result[i] = from[i] > 0 ? from[i] : factors[factors.Length == 1 ? 0 : i % x.Rows] * from[i];
        return new Variable(y);
    }

    /// <summary>y = x·Φ(x), with Φ the distribution function of the standard normal; x̄ += ȳ ∘ (Φ(x) + x·φ(x)) (Hendrycks &amp; Gimpel, 2016).</summary>
    public static Variable Gelu(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("gelu", x.Rows, x.Columns, static y =>
            Elementwise.GeluBackward(y.A.Value.AsSpan(), y.Gradient.AsSpan(), y.A.Receive(out var add).AsSpan(), add), input);
        Elementwise.Gelu(input.Value.AsSpan(), y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>y = eˣ; x̄ += ȳ ∘ y.</summary>
    public static Variable Exp(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("exp", x.Rows, x.Columns, static y =>
            SendProduct(y.Gradient, y.Value, y.A), input);
        Elementwise.Exp(input.Value.AsSpan(), y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>y = ln x; x̄ += ȳ / x.</summary>
    public static Variable Log(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("log", x.Rows, x.Columns, static y =>
        {
            ReadOnlySpan<double> x = y.A.Value.AsSpan(), gradient = y.Gradient.AsSpan();
            var toX = y.A.Gradient.AsSpan();
            for (var i = 0; i < x.Length; i++)
                toX[i] += gradient[i] / x[i];
        }, input);
        ReadOnlySpan<double> from = input.Value.AsSpan();
        var result = y.Value.AsSpan();
        for (var i = 0; i < result.Length; i++)
            result[i] = Math.Log(from[i]);
        return new Variable(y);
    }

    /// <summary>Softmax of each column: yᵢ = e^xᵢ / Σⱼ e^xⱼ; x̄ += y ∘ (ȳ − Σⱼ ȳⱼ·yⱼ).</summary>
    public static Variable Softmax(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("softmax", x.Rows, x.Columns, static y =>
            ColumnKernels.SoftmaxBackward(y.Value.View(), y.Gradient.View(), y.A.Gradient.View()), input);
        ColumnKernels.Softmax(input.Value.View(), y.Value.View());
        return new Variable(y);
    }

    /// <summary>Logarithm of the softmax of each column, without computing it first: yᵢ = xᵢ − ln Σⱼ e^xⱼ; x̄ += ȳ − e^y · Σⱼ ȳⱼ.</summary>
    public static Variable LogSoftmax(this Variable x)
    {
        var input = x.Node;
        var y = x.Tape.Record("log-softmax", x.Rows, x.Columns, static y =>
            ColumnKernels.LogSoftmaxBackward(y.Value.View(), y.Gradient.View(), y.A.Gradient.View()), input);
        ColumnKernels.LogSoftmax(input.Value.View(), y.Value.View());
        return new Variable(y);
    }
}
