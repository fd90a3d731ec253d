using System.Text.Json;
using CourseLib.Matrices;
using CourseLib.Models;
using CourseLib.Models.Classical;

namespace CourseTests.Models;

/// <summary>The classical models against scikit-learn.</summary>
public sealed class ClassicalFixtureTests
{
    static readonly JsonElement Fixture = Fixtures.Read("classical");
    static readonly Matrix X = Fixture.GetProperty("examples").Columns();
    static readonly int[] Labels = Fixture.GetProperty("labels").Integers();
    static readonly Matrix Probes = Fixture.GetProperty("probes").Columns();

    [Fact]
    public void Nearest_neighbours_are_those_of_scikit_learn()
    {
        foreach (var one in Fixture.GetProperty("neighbors").EnumerateArray())
        {
            var model = KNearestNeighbors.Fit(X, Labels, one.GetProperty("k").GetInt32());

            Assert.Equal(one.GetProperty("predicted").Integers(), model.Predict(Probes));
            Assert.All(one.GetProperty("distances").EnumerateArray().Index(), row =>
                Fixtures.AssertClose(row.Item.Numbers(), model.NearestTo(Probes.GetColumn(row.Index)).Select(neighbor => neighbor.Distance), 1e-12));
        }
    }

    [Fact]
    public void The_support_vector_machine_decides_as_that_of_scikit_learn()
    {
        foreach (var one in Fixture.GetProperty("machines").EnumerateArray())
        {
            var kernel = one.GetProperty("kernel").GetString() switch
            {
                "linear" => Kernel.Linear,
                "polynomial" => Kernel.Polynomial(degree: 3, constant: 1, gamma: 0.5),
                _ => Kernel.Rbf(gamma: 0.7),
            };
            var model = SupportVectorMachine.Fit(X, Labels, kernel, one.GetProperty("c").GetDouble());

            Fixtures.AssertClose(one.GetProperty("decisions").Numbers(), Columns(Probes).Select(probe => model.Decision(probe)), 1e-5);
            Assert.Equal(one.GetProperty("support").GetInt32(), model.SignedAlphas.Count);
        }
    }

    [Fact]
    public void Logistic_regression_finds_the_weights_of_scikit_learn()
    {
        foreach (var one in Fixture.GetProperty("logistic").EnumerateArray())
        {
            var model = LogisticModel.Fit(X, Labels, one.GetProperty("penalty").GetDouble());

            Fixtures.AssertClose(one.GetProperty("weights").Numbers().Append(one.GetProperty("bias").GetDouble()), model.Weights.Append(model.Bias), 1e-7);
        }
    }

    static IEnumerable<double[]> Columns(Matrix matrix) => Enumerable.Range(0, matrix.Columns).Select(matrix.GetColumn);
}
