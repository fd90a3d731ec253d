using CourseLib.Autodiff;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using CourseLib.Layers;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseLib.Models.Cooking;

/// <summary>
/// The cook of the slides as a recurrent network: it reads the weather of each day and says what there is to eat. What was
/// served before the first day decides the first state.
/// <code>
/// h₀ = H0·dish before        h_t = tanh(Whh·h_{t−1} + Wxh·weather_t + b)        y_t = Why·h_t
/// </code>
/// Learned from examples in one line, or with matrices that were chosen (<see cref="ExactCook.Network"/>):
/// <code>
/// var cook = new Cook(hidden: 16, seed: 1);
/// cook.Fit(Datasets.WeeklyMenus(300, seed: 1, days: 14));
/// </code>
/// </summary>
public sealed class Cook : Module
{
    const int Dishes = 3, Weathers = 2;

    /// <summary>A cook who knows nothing yet.</summary>
    /// <param name="hidden">How many hidden units.</param>
    /// <param name="seed">For the weights.</param>
    public Cook(int hidden, int seed) : this(Drawn(hidden, new Random(seed))) { }

    internal Cook((Matrix H0, RnnCell Cell, Matrix Why) parts)
    {
        H0 = Learn("H0", parts.H0);
        Cell = Part("cell", parts.Cell);
        Why = Learn("Why", parts.Why);
    }

    /// <summary>The state after each dish, hidden × 3.</summary>
    public Parameter H0 { get; }

    /// <summary>Whh, Wxh and b.</summary>
    public RnnCell Cell { get; }

    /// <summary>From the state to the dishes, 3 × hidden.</summary>
    public Parameter Why { get; }

    /// <summary>A logit of each dish for each day: 3 × (days·weeks), day after day.</summary>
    public Variable Forward(Tape tape, WeeklyMenus menus) => Why * States(tape, menus);                  // 3 × (days·weeks)

    /// <summary>Mean cross-entropy of a dish, 1×1.</summary>
    public Variable Loss(Tape tape, WeeklyMenus menus) =>
        Losses.CrossEntropy(Forward(tape, menus), [.. menus.Targets.SelectMany(day => day.ArgMaxOfColumns())]);

    /// <summary>Learns from weeks.</summary>
    /// <param name="menus">Weather and dishes.</param>
    /// <param name="epochs">How often each week is seen.</param>
    /// <param name="learningRate">Adam's, at first; it falls along a cosine.</param>
    /// <param name="seed">For the order of the weeks.</param>
    /// <param name="options">What else happens; clipping and schedule are this method's.</param>
    public TrainingHistory Fit(WeeklyMenus menus, int epochs = 150, double learningRate = 0.015, int seed = 1, TrainingOptions? options = null)
    {
        const int batchSize = 32;
        var updates = Math.Max(1, epochs * ((menus.Count + batchSize - 1) / batchSize));
        return Trainer.Run(
            Parameters, epoch => menus.Batches(batchSize, seed, epoch), Loss, new Adam(learningRate), epochs,
            options: (options ?? new TrainingOptions()) with { ClipNorm = 1, Schedule = Schedule.Cosine(learningRate, updates) });
    }

    /// <summary>What the cook serves in a week.</summary>
    public Dish[] Predict(MenuWeek week)
    {
        var h = new RecurrentValues(H0.Value * week.BeforeOneHot);                                      // hidden × 1
        return [.. Enumerable.Range(0, week.Days).Select(day =>
        {
            h = Cell.Step(week.WeatherOneHot.GetColumns(day, 1), h);
            return (Dish)(Why.Value * h.Hidden).ArgMaxOfColumns()[0];
        })];
    }

    /// <summary>The share of the days on which the right dish is served.</summary>
    public double Accuracy(WeeklyMenus menus) =>
        menus.Weeks.Average(week => Predict(week).Zip(week.Dishes).Count(day => day.First == day.Second) / (double)week.Days);

    /// <summary>The hidden states of a week, hidden × days, for a picture.</summary>
    public Matrix States(MenuWeek week)
    {
        var h = new RecurrentValues(H0.Value * week.BeforeOneHot);                                      // hidden × 1
        return Layers.Recurrent.Sequences.JoinSteps([.. Enumerable.Range(0, week.Days).Select(day =>
            (h = Cell.Step(week.WeatherOneHot.GetColumns(day, 1), h)).Hidden)]);
    }

    Variable States(Tape tape, WeeklyMenus menus)
    {
        var h0 = new RecurrentState(H0 * tape.Constant(menus.Before));                                   // hidden × weeks
        var weather = tape.Constant(Layers.Recurrent.Sequences.JoinSteps(menus.Inputs));                                  // 2 × (days·weeks)
        return new RecurrentLayer(Cell).Forward(weather, menus.Count, h0).Hidden;                        // hidden × (days·weeks)
    }

    static (Matrix H0, RnnCell Cell, Matrix Why) Drawn(int hidden, Random random) => (
        Initializer.Xavier.Create(hidden, Dishes, random),
        new RnnCell(Weathers, hidden, random),
        Initializer.Xavier.Create(Dishes, hidden, random));

    /// <inheritdoc/>
    public override string ToString() => $"cook with {Cell.HiddenSize} hidden units, {ParameterCount} parameters";
}
