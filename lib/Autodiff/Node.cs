using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// One operation of a pass: its result, what it came from and how a gradient flows back through it. The tape uses its
/// nodes again in the next pass, so that recording costs no memory once the first pass is over.
/// </summary>
sealed class Node(Tape tape, int position)
{
    readonly List<Matrix> workspace = [];
    readonly List<Node> inputs = [];
    Matrix? gradient;
    Action<Node>? backward;
    int version;
    bool ownsValue, ownsGradient, gradientReleased;

    public Tape Tape => tape;

    /// <summary>Its place on the tape, from 0.</summary>
    public int Position => position;

    /// <summary>Which pass of the tape the node belongs to now.</summary>
    public int Pass { get; private set; }

    public string Operation { get; private set; } = "";

    public Matrix Value { get; private set; } = null!;

    /// <summary>Whether the loss can depend on it through something that is learned.</summary>
    public bool NeedsGradient { get; private set; }

    public bool KeepsGradient { get; set; }

    /// <summary>Whether any gradient has arrived.</summary>
    public bool HasGradient => gradient is not null;

    /// <summary>What the operation was computed from.</summary>
    public List<Node> Inputs => inputs;

    public Node A => inputs[0];

    public Node B => inputs[1];

    public Node C => inputs[2];

    /// <summary>A number that the operation has to remember.</summary>
    public double Number { get; set; }

    /// <summary>A second number, such as where a block starts.</summary>
    public int Offset { get; set; }

    /// <summary>Indices that the operation has to remember: a copy, because the caller may change the array.</summary>
    public List<int> Indices { get; } = [];

    /// <summary>Anything else that the operation has to remember.</summary>
    public object? State { get; set; }

    /// <summary>∂L/∂value; zeros when nothing has flowed here yet. Operations add to it.</summary>
    public Matrix Gradient
    {
        get
        {
            if (State is Parameter parameter)
                return gradient = parameter.Gradient;
            if (gradient is null)
                (gradient, ownsGradient) = (tape.Pool.RentZeroed(Value.Rows, Value.Columns), true);
            return gradient;
        }
    }

    /// <summary>
    /// The same for an operation that can write as well as add: nothing has to be zeroed and read where it is the first to
    /// send something.
    /// </summary>
    /// <param name="add">Whether something has arrived before, to which the operation has to add; otherwise what stands in the
    /// matrix means nothing.</param>
    public Matrix Receive(out bool add)
    {
        if (State is Parameter parameter)
            return gradient = parameter.Receive(out add);
        add = gradient is not null;
        if (gradient is null)
            (gradient, ownsGradient) = (tape.Pool.Rent(Value.Rows, Value.Columns), true);
        return gradient;
    }

    /// <summary>Room for what the backward step needs again, such as the value of a gate; given back with the pass.</summary>
    public Matrix Workspace(int rows, int columns)
    {
        var matrix = tape.Pool.Rent(rows, columns);
        workspace.Add(matrix);
        return matrix;
    }

    public Matrix Saved(int number) => workspace[number];

    public void BeginLeaf(string operation, Matrix value, bool needsGradient)
    {
        (Operation, Value, NeedsGradient) = (operation, value, needsGradient);
        (ownsValue, KeepsGradient, version) = (false, needsGradient, value.Version);
    }

    public void BeginOperation(string operation, int rows, int columns, Action<Node> howBack)
    {
        Operation = operation;
        Value = tape.Pool.Rent(rows, columns);
        (ownsValue, version) = (true, Value.Version);
        foreach (var input in inputs)
            NeedsGradient |= input.NeedsGradient;
        backward = howBack;
    }

    /// <summary>Hands the gradient on to the inputs, when any has arrived, and gives it back unless it is to be kept.</summary>
    public void Propagate()
    {
        if (gradient is null || backward is null || !NeedsGradient)
            return;
        backward(this);
        if (!KeepsGradient)
            ReleaseGradient();
    }

    public Matrix ReadGradient()
    {
        if (gradientReleased)
            throw new InvalidOperationException(
                $"The gradient of '{Operation}' ({Value.Shape}) was not kept. Call KeepGradient() on the variable before Backward.");
        if (!tape.HasRunBackward)
            throw new InvalidOperationException("There is no gradient yet: call tape.Backward(loss) first.");
        if (!NeedsGradient)
            throw new InvalidOperationException($"'{Operation}' ({Value.Shape}) has no gradient: it depends on constants only. Record what it starts from with tape.Input instead of tape.Constant.");
        return Gradient;
    }

    /// <exception cref="InvalidOperationException">The value was changed after it had been computed.</exception>
    public void CheckUnchanged()
    {
        if (Value.Version != version)
            throw new InvalidOperationException(
                $"The value of '{Operation}' ({Value.Shape}) was changed after it had been recorded, so its gradient would be wrong. "
                + "Change parameters and inputs only before the forward pass or after the backward pass.");
    }

    public void Reset()
    {
        Pass++;
        if (ownsValue)
            tape.Pool.Return(Value);
        ReleaseGradient();
        foreach (var matrix in workspace)
            tape.Pool.Return(matrix);
        workspace.Clear();
        inputs.Clear();
        (Value, gradient, backward, State) = (null!, null, null, null);
        Indices.Clear();
        (ownsValue, KeepsGradient, NeedsGradient, gradientReleased) = (false, false, false, false);
    }

    void ReleaseGradient()
    {
        if (gradient is null || !ownsGradient)
            return;
        tape.Pool.Return(gradient);
        (gradient, ownsGradient, gradientReleased) = (null, false, true);
    }

    public override string ToString() => $"{Operation} {Value?.Shape} (number {position + 1} on the tape)";
}
