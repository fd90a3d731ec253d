using System.Globalization;
using CourseLib.Autodiff;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// Changes parameters so that the loss falls, by their gradients. All optimizers share this loop and differ in their rule
/// alone; in the formulas, w is a parameter's value, g its gradient, η the learning rate and t the number of the step, from 1.
/// What a rule remembers of a parameter between steps can be seen in <see cref="MemoryOf"/>.
/// </summary>
public abstract class Optimizer
{
    readonly Dictionary<Parameter, OptimizerMemory> memories = new(ReferenceEqualityComparer.Instance);
    readonly string[] remembers;

    // The memories of the parameters of the last step, in their order: looking here first costs less than the dictionary.
    readonly List<OptimizerMemory> lastMemories = [];

    /// <param name="learningRate">η: how far a step goes.</param>
    /// <param name="weightDecay">λ: adds λ·w to the gradient, which pulls weights towards 0 (L2 regularisation).</param>
    /// <param name="remembers">The symbols of what the rule remembers of each parameter, each of the parameter's shape; at most two.</param>
    private protected Optimizer(double learningRate, double weightDecay, params string[] remembers)
    {
        (LearningRate, this.remembers) = (learningRate, remembers);
        WeightDecay = CheckedRate(weightDecay, "weight decay");
    }

    /// <summary>η: how far a step goes. May be changed between steps, as schedules do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        set => field = CheckedRate(value, "learning rate");
    }

    /// <summary>λ: how hard weights are pulled towards 0.</summary>
    public double WeightDecay { get; }

    /// <summary>One step for each of the parameters, by the gradients that they hold. Gradients stay as they are.</summary>
    public void Step(IReadOnlyList<Parameter> parameters)
    {
        var count = parameters.Count;
        for (var i = 0; i < count; i++)
        {
            var parameter = parameters[i];
            if (i == lastMemories.Count)
                lastMemories.Add(Memory(parameter));
            else if (lastMemories[i].Parameter != parameter)
                lastMemories[i] = Memory(parameter);
            Step(parameter, lastMemories[i]);
        }
    }

    /// <summary>One step for one parameter, by the gradient that it holds.</summary>
    public void Step(Parameter parameter) => Step(parameter, Memory(parameter));

    void Step(Parameter parameter, OptimizerMemory memory)
    {
        memory.Steps++;
        Update(parameter.Value.AsSpan(), parameter.Gradient.AsSpan(), memory);
        parameter.Value.MarkChanged();
        memory.MarkChanged();
    }

    /// <summary>What the optimizer remembers of a parameter; null before its first step.</summary>
    public OptimizerMemory? MemoryOf(Parameter parameter) => memories.GetValueOrDefault(parameter);

    /// <summary>Forgets all steps, as if it were new.</summary>
    public void Reset()
    {
        memories.Clear();
        lastMemories.Clear();
    }

    OptimizerMemory Memory(Parameter parameter)
    {
        if (!memories.TryGetValue(parameter, out var memory))
            memories.Add(parameter, memory = new OptimizerMemory(parameter, remembers));
        return memory;
    }

    /// <summary>Changes w by the rule.</summary>
    private protected abstract void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory);

    /// <summary>Its name and learning rate.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}, learning rate {LearningRate:0.######}");

    /// <summary>A number that may not be negative.</summary>
    private protected static double CheckedRate(double value, string what) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), FormattableString.Invariant($"The {what} must be 0 or more and finite; got {value}. Common are 0.1 to 0.0001."));

    /// <summary>A small number that keeps a quotient finite: above 0.</summary>
    private protected static double CheckedEpsilon(double value) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), FormattableString.Invariant($"ε keeps a quotient finite: it must be above 0, such as 1e-8; got {value}."));

    /// <summary>A share of the past that is kept: 0 or more, below 1.</summary>
    private protected static double CheckedShare(double value, string what) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), FormattableString.Invariant($"{what} is the share of the past that is kept: at least 0 and below 1, such as 0.9; got {value}."));
}
