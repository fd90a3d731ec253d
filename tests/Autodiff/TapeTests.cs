using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseTests.Autodiff;

public sealed class TapeTests
{
    readonly Tape tape = new();
    readonly Parameter w = new("W", Matrix.FromRows([1, 2], [3, 4]));

    [Fact]
    public void A_formula_reads_as_it_is_written()
    {
        var b = new Parameter("b", Matrix.Column(1, -1));
        var y = w * tape.Constant(Matrix.Column(1, 1)) + b;

        Assert.Equal([4, 6], y.Value.Data);
    }

    [Fact]
    public void A_parameter_that_is_used_twice_gets_both_gradients()
    {
        var x = tape.Constant(Matrix.Column(1, 1));
        tape.Backward((w * x + w * x).Sum());

        Assert.Equal([2, 2, 2, 2], w.Gradient.Data);
    }

    [Fact]
    public void Gradients_add_up_over_passes_until_they_are_cleared()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            tape.Backward((w * Matrix.Column(1, 2).On(tape)).Sum());
            tape.Clear();
        }
        Assert.Equal([2, 2, 4, 4], w.Gradient.Data);
        w.ClearGradient();
        Assert.Equal([0, 0, 0, 0], w.Gradient.Data);
    }

    [Fact]
    public void A_pass_after_clearing_leaves_its_own_gradient_alone()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            w.ClearGradient();
            var x = Matrix.Column(1, 2).On(tape);
            tape.Backward((w * x + w * x).Sum());
            tape.Clear();
        }
        Assert.Equal([2, 2, 4, 4], w.Gradient.Data);
    }

    [Fact]
    public void A_gradient_cleared_after_the_pass_is_zero_on_the_tape_too()
    {
        var onTape = tape.Use(w);
        tape.Backward((onTape * Matrix.Column(1, 2).On(tape)).Sum());
        w.ClearGradient();

        Assert.Equal([0, 0, 0, 0], onTape.Gradient.Data);
    }

    [Fact]
    public void A_cleared_gradient_stays_zero_when_the_pass_does_not_reach_it()
    {
        var elsewhere = new Parameter("v", Matrix.Column(1, 1));
        tape.Backward((w * Matrix.Column(1, 2).On(tape)).Sum());
        tape.Clear();
        w.ClearGradient();
        tape.Use(w);
        tape.Backward(tape.Use(elsewhere).Sum());

        Assert.Equal([0, 0, 0, 0], w.Gradient.Data);
    }

    [Fact]
    public void Inputs_and_marked_variables_keep_their_gradient()
    {
        var x = tape.Input(Matrix.Column(1, 1));
        var h = (w * x).KeepGradient();
        tape.Backward((3 * h).Sum());

        Assert.Equal([3, 3], h.Gradient.Data);
        Assert.Equal([12, 18], x.Gradient.Data);
    }

    [Fact]
    public void A_gradient_that_was_not_kept_is_asked_for_in_vain()
    {
        var h = w * Matrix.Column(1, 1).On(tape);
        tape.Backward((3 * h).Sum());

        Assert.Contains("KeepGradient()", Error(() => h.Gradient), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_backward_is_refused()
    {
        var loss = (w * Matrix.Column(1, 1).On(tape)).Sum();
        tape.Backward(loss);

        Assert.Contains("already been played backwards", Error(() => tape.Backward(loss)), StringComparison.Ordinal);
        Assert.Contains("already been played backwards", Error(() => loss.Tanh()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_of_another_tape_is_refused()
    {
        var other = new Tape().Constant(Matrix.Column(1, 1));

        Assert.Contains("different tapes", Error(() => tape.Use(w) * other), StringComparison.Ordinal);
        Assert.Contains("another tape", Error(() => tape.Backward((w * other).Sum())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_of_a_pass_that_was_cleared_is_refused()
    {
        var y = w * Matrix.Column(1, 1).On(tape);
        tape.Clear();
        tape.Use(w);

        Assert.Contains("Clear() was called", Error(() => y.Value), StringComparison.Ordinal);
        Assert.Contains("not on a tape", Error(() => default(Variable).Value), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_was_changed_after_it_was_recorded_is_noticed()
    {
        var loss = (w * Matrix.Column(1, 1).On(tape)).Tanh().Sum();
        w.Value[0, 0] = 7;

        Assert.Contains("'W' (2×2) was changed", Error(() => tape.Backward(loss)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_was_changed_through_its_span_is_noticed_when_told()
    {
        var loss = (w * Matrix.Column(1, 1).On(tape)).Tanh().Sum();
        w.Value.AsSpan()[0] = 7;
        w.Value.MarkChanged();

        Assert.Contains("'W' (2×2) was changed", Error(() => tape.Backward(loss)), StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_and_parameters_stand_on_either_side_of_plus_and_minus()
    {
        var (x, m) = (tape.Constant(Matrix.Column(1, 2)), Matrix.Column(10, 20));
        var b = new Parameter("b", Matrix.Column(3, 5));

        Assert.Equal([11, 22], (m + x).Value.Data);
        Assert.Equal([9, 18], (m - x).Value.Data);
        Assert.Equal([4, 7], (b + x).Value.Data);
        Assert.Equal([2, 3], (b - x).Value.Data);
    }

    [Fact]
    public void A_loss_must_be_one_number_and_depend_on_something()
    {
        var x = tape.Constant(Matrix.Column(1, 1));

        Assert.Contains("Sum() or Mean()", Assert.Throws<ShapeException>(() => tape.Backward(w * x)).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to differentiate", Error(() => tape.Backward(x.Sum())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tape_for_evaluation_has_no_backward()
    {
        var evaluation = Tape.ForEvaluation();

        Assert.Contains("ForEvaluation", Error(() => evaluation.Backward(evaluation.Use(w).Sum())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_operation_where_NaN_began_is_named()
    {
        tape.DetectsNonFinite = true;
        var loss = (tape.Use(w) - 2).Log().Tanh().Sum();

        var error = Assert.Throws<NonFiniteException>(() => tape.Backward(loss));

        Assert.Contains("NaN (row 0, column 0) first appeared in log 2×2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaN_in_the_data_is_not_blamed_on_an_operation()
    {
        tape.DetectsNonFinite = true;
        var loss = (w * tape.Constant(Matrix.Column(1, double.NaN))).Sum();

        Assert.Contains("NaN (row 1, column 0) came in with the numbers of constant 2×1", Assert.Throws<NonFiniteException>(() => tape.Backward(loss)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gradient_where_infinity_began_is_named()
    {
        tape.DetectsNonFinite = true;
        var x = tape.Input(Matrix.Column(1, 1e-320));
        var loss = x.Log().Sum();

        Assert.Contains("the gradient of input", Assert.Throws<NonFiniteException>(() => tape.Backward(loss)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_after_the_first_ones_allocates_next_to_nothing_whatever_its_size()
    {
        double Bytes(int steps, int batch)
        {
            var x = Matrix.Filled(2, batch, 0.1);
            void Pass()
            {
                var h = tape.Constant(x);
                for (var t = 0; t < steps; t++)
                    h = (w * h).Tanh();
                tape.Backward(h.Sum());
                tape.Clear();
            }
            for (var i = 0; i < 5; i++)
                Pass();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 20; i++)
                Pass();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 20.0;
        }

        Assert.Equal(Bytes(steps: 5, batch: 3), Bytes(steps: 200, batch: 300));
    }

    [Fact]
    public void Passes_of_ever_new_lengths_do_not_fill_the_memory()
    {
        for (var columns = 1000; columns < 1200; columns++)
        {
            tape.Backward((w * new Matrix(2, columns).On(tape)).Tanh().Sum());
            tape.Clear();
        }
        Assert.InRange(tape.Pool.Held, 1, 32_000_000);

        for (var columns = 200_000; columns < 200_050; columns++)
        {
            tape.Backward((w * new Matrix(2, columns).On(tape)).Tanh().Sum());
            tape.Clear();
        }
        Assert.InRange(tape.Pool.Held, 1, 32_000_000); // 50 lengths would be 80 million
    }

    [Fact]
    public void A_constant_has_no_gradient_and_says_so()
    {
        var x = tape.Constant(Matrix.Column(1, 1));
        tape.Backward((w * x).Sum());

        Assert.Contains("tape.Input", Error(() => x.Gradient), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_is_the_loss_itself_adds_up_too()
    {
        var single = new Parameter("s", new Matrix(1, 1));
        for (var pass = 0; pass < 3; pass++)
        {
            tape.Backward(tape.Use(single));
            tape.Clear();
        }
        Assert.Equal(3, single.Gradient[0, 0]);
    }

    static string Error(Func<object> action) => Assert.Throws<InvalidOperationException>(() => { action(); }).Message;

    static string Error(Action action) => Assert.Throws<InvalidOperationException>(action).Message;
}

static class MatrixOnTape
{
    public static Variable On(this Matrix matrix, Tape tape) => tape.Constant(matrix);
}
