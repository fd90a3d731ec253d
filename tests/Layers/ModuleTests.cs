using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

public sealed class ModuleTests
{
    [Fact]
    public void Names_are_dotted_and_come_in_the_order_of_declaration()
    {
        var module = new Model();

        Assert.Equal(["scale", "inner.W", "inner.b", "norm.gamma", "norm.beta"], module.NamedParameters.Select(named => named.Name));
        Assert.Equal(["scale", "W", "b", "gamma", "beta"], module.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(1 + 6 + 2 + 2 + 2, module.ParameterCount);
        Assert.Equal("Model, 13 parameters", $"{module}");
    }

    [Fact]
    public void What_is_shared_has_two_names_and_is_one_parameter()
    {
        var shared = new Linear(2, 2, seed: 1);
        var module = new Pair(shared, shared);

        Assert.Equal(["left.W", "left.b", "right.W", "right.b"], module.NamedParameters.Select(named => named.Name));
        Assert.Equal(2, module.Parameters.Count);
        Assert.Equal(6, module.ParameterCount);
    }

    [Fact]
    public void Two_parts_of_the_same_name_are_refused() =>
        Assert.Contains("two parts with the name 'W'", Assert.Throws<ArgumentException>(() => new Clash()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_part_without_a_name_is_refused() => Assert.Throws<ArgumentException>(() => new Pair(new LayerNorm(1), new LayerNorm(1), " "));

    [Theory]
    [InlineData("left.W")]
    [InlineData("__metadata__")]
    public void A_name_that_a_saved_file_could_not_tell_apart_is_refused(string name) =>
        Assert.Contains($"'{name}' can't name a part", Assert.Throws<ArgumentException>(() => new Pair(new LayerNorm(1), new LayerNorm(1), name)).Message, StringComparison.Ordinal);

    sealed class Model : Module
    {
        public Model()
        {
            Part("inner", new Linear(3, 2, seed: 1));
            Learn("scale", Matrix.Filled(1, 1, 1));
            Part("norm", new LayerNorm(2));
        }
    }

    sealed class Pair : Module
    {
        public Pair(Module left, Module right, string name = "right")
        {
            Part("left", left);
            Part(name, right);
        }
    }

    sealed class Clash : Module
    {
        public Clash()
        {
            Learn("W", new Matrix(1, 1));
            Part("W", new LayerNorm(1));
        }
    }
}
