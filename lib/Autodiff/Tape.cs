using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// Writes down a forward pass, operation by operation, and plays it backwards to get the gradients (reverse-mode automatic
/// differentiation; Baydin et al., "Automatic Differentiation in Machine Learning: a Survey", JMLR 2018).
/// <code>
/// var tape = new Tape();
/// var h = (Whh * h0 + Wxh * tape.Constant(x) + b).Tanh();
/// tape.Backward(h.Sum());        // now Whh.Gradient holds ∂L/∂Whh
/// tape.Clear();                  // ready for the next pass, with the same buffers
/// </code>
/// One tape belongs to one thread.
/// </summary>
public sealed class Tape
{
    readonly List<Node> nodes = [];
    int count;

    /// <summary>A tape for training: it records gradients, and layers such as dropout do what they do in training.</summary>
    public Tape() : this(records: true, isTraining: true) { }

    Tape(bool records, bool isTraining) => (RecordsGradients, IsTraining) = (records, isTraining);

    /// <summary>A tape for using a model: no gradients, no dropout.</summary>
    public static Tape ForEvaluation() => new(records: false, isTraining: false);

    /// <summary>A tape that records gradients of the model as it is used: no dropout. For gradient checks and for looking inside.</summary>
    public static Tape ForInspection() => new(records: true, isTraining: false);

    /// <summary>Whether <see cref="Backward"/> can be called.</summary>
    public bool RecordsGradients { get; }

    /// <summary>Whether layers behave as in training (dropout drops).</summary>
    public bool IsTraining { get; }

    /// <summary>
    /// Whether <see cref="Backward"/> looks for NaN and ∞ in every value and gradient, and names the operation where the
    /// first appeared. Costs about as much as the pass itself.
    /// </summary>
    public bool DetectsNonFinite { get; set; }

    /// <summary>How many operations, inputs and parameters this pass has recorded.</summary>
    public int Count => count;

    internal bool HasRunBackward { get; private set; }

    internal MatrixPool Pool { get; } = new();

    /// <summary>Numbers whose gradient nobody wants: data, labels, masks. The matrix is not copied.</summary>
    public Variable Constant(Matrix value) => Leaf("constant", value, needsGradient: false);

    /// <summary>Numbers whose gradient is wanted, to see how the loss depends on them. The matrix is not copied.</summary>
    public Variable Input(Matrix value) => Leaf("input", value, needsGradient: RecordsGradients);

    /// <summary>A parameter in this pass; its gradient is added to <see cref="Parameter.Gradient"/>.</summary>
    public Variable Use(Parameter parameter)
    {
        if (parameter.Leaf is { } leaf && leaf.Tape == this && leaf.State == parameter)
            return new Variable(leaf);
        var node = Next();
        node.BeginLeaf(parameter.Name, parameter.Value, needsGradient: RecordsGradients);
        node.State = parameter;
        parameter.Leaf = node;
        return new Variable(node);
    }

    /// <summary>
    /// Computes ∂loss/∂v for everything that <paramref name="loss"/> was computed from, and adds it to the parameters'
    /// gradients. Once per pass.
    /// </summary>
    /// <exception cref="ShapeException">The loss is not a single number.</exception>
    /// <exception cref="InvalidOperationException">The pass has been played back already, the tape records no gradients, the
    /// loss is from another tape, or a value was changed since it was recorded.</exception>
    /// <exception cref="NonFiniteException">A value or gradient is NaN or infinite, and <see cref="DetectsNonFinite"/> is on.</exception>
    public void Backward(Variable loss)
    {
        var start = loss.Node;
        if (start.Tape != this)
            throw new InvalidOperationException("The loss was computed on another tape. Call Backward on loss.Tape.");
        if (!RecordsGradients)
            throw new InvalidOperationException("This tape records no gradients: it was made with Tape.ForEvaluation(). Use new Tape().");
        if (HasRunBackward)
            throw new InvalidOperationException("This pass has already been played backwards, and its buffers are gone. Call Clear(), run the forward pass again, then Backward.");
        if (start.Value is not { Rows: 1, Columns: 1 })
            throw new ShapeException($"Backward: the loss must be a single number (1×1); this one is {start.Value.Shape}. Take its Sum() or Mean() first.");
        if (!start.NeedsGradient)
            throw new InvalidOperationException("The loss does not depend on any parameter or input of this tape, so there is nothing to differentiate.");

        for (var i = 0; i <= start.Position; i++)
            nodes[i].CheckUnchanged();
        if (DetectsNonFinite)
            NonFiniteException.CheckValues(nodes.Take(start.Position + 1));

        HasRunBackward = true;
        start.Gradient.Data[0] += 1;       // a parameter's gradient may hold earlier passes
        for (var i = start.Position; i >= 0; i--)
        {
            if (DetectsNonFinite)
                NonFiniteException.CheckGradient(nodes[i]);
            nodes[i].Propagate();
        }
    }

    /// <summary>Forgets the pass: its variables become invalid, its buffers are used for the next one.</summary>
    public void Clear()
    {
        for (var i = 0; i < count; i++)
            nodes[i].Reset();
        Pool.EndPass();
        count = 0;
        HasRunBackward = false;
    }

    /// <summary>Records an operation with the given inputs; the caller fills in the value.</summary>
    internal Node Record(string operation, int rows, int columns, Action<Node> backward, params ReadOnlySpan<Node> inputs)
    {
        foreach (var input in inputs)
            if (input.Tape != this)
                throw new InvalidOperationException($"{operation}: its inputs are on different tapes. Bring the other one here with tape.Constant(x.Value) or tape.Input(x.Value).");
        if (HasRunBackward)
            throw new InvalidOperationException($"{operation}: this pass has already been played backwards. Call Clear() and start the next pass.");
        var node = Next();
        foreach (var input in inputs)
            node.Inputs.Add(input);
        node.BeginOperation(operation, rows, columns, backward);
        return node;
    }

    Variable Leaf(string operation, Matrix value, bool needsGradient)
    {
        ArgumentNullException.ThrowIfNull(value);
        var node = Next();
        node.BeginLeaf(operation, value, needsGradient);
        return new Variable(node);
    }

    Node Next()
    {
        if (count == nodes.Count)
            nodes.Add(new Node(this, count));
        return nodes[count++];
    }
}
