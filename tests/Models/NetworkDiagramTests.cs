using System.Text.Json;
using CourseLib.Layers;
using CourseLib.Matrices;
using CourseLib.Models;

namespace CourseTests.Models;

/// <summary>The drawing of a forward pass.</summary>
public sealed class NetworkDiagramTests
{
    [Fact]
    public void Each_step_shows_the_numbers_known_so_far_and_the_weights_that_lead_to_the_newest()
    {
        var net = new FeedForwardNetwork([2, 2, 1], Activation.Tanh, seed: 1);
        Matrix.Row(1.5, -1).CopyTo(net.Linears[1].W.Value);

        using var json = JsonDocument.Parse(NetworkDiagram.ForwardPass(net, Matrix.Column(0.7, 1), ["in", "middle", "out"]).ToJson());

        var texts = json.RootElement.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("layout").GetProperty("annotations")
            .EnumerateArray().Select(one => one.GetProperty("text").GetString()).ToArray()).ToArray();
        Assert.Equal(["in", "middle", "out", "0.7", "1"], texts[0]);
        Assert.Equal(3 + 4 + 4, texts[1].Length);
        Assert.Equal(3 + 5 + 2, texts[2].Length);
        Assert.Contains("× 1.5", texts[2]);
        Assert.Contains("× −1", texts[2]);
    }

    [Fact]
    public void Every_layer_needs_its_name() => Assert.Contains("3 layers", Assert.Throws<ArgumentException>(() =>
        NetworkDiagram.ForwardPass(new FeedForwardNetwork([2, 2, 1], Activation.Tanh, seed: 1), Matrix.Column(0, 0), ["in", "out"])).Message);
}
