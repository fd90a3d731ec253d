using CourseLib.Layers;
using CourseLib.Matrices;
using CourseLib.Training.Persistence;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Training.Persistence;

public sealed class WeightsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string File => Path.Combine(folder.Path, "net.safetensors");

    public void Dispose() => folder.Dispose();

    static Sequential Net(int seed) => new(new Linear(3, 2, seed), new Linear(2, 1, seed + 1));

    [Fact]
    public void What_was_saved_is_loaded_to_the_last_bit()
    {
        var (saved, loaded) = (Net(1), Net(2));
        saved.Parameters[0].Value[0, 0] = double.NaN;
        saved.Parameters[0].Value[1, 0] = -0.0;
        saved.Parameters[0].Value[0, 1] = double.Epsilon;
        Weights.Save(saved, File, new Dictionary<string, string> { ["epochs"] = "20", ["ders"] = "öğrenme" });
        var file = Weights.Load(loaded, File);

        Assert.Equal(Bits(saved), Bits(loaded));
        Assert.Equal("öğrenme", file.Metadata["ders"]);
        Assert.Equal("net.safetensors: 4 tensors, 11 numbers\n  0.W 2×3\n  0.b 2×1\n  1.W 1×2\n  1.b 1×1", file.ToString());
        Assert.Equal([File], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("weights-f64")]
    [InlineData("weights-f32")]
    public void A_file_written_by_numpy_is_read(string name)
    {
        var net = Net(1);
        var file = Weights.Load(net, RepositoryFolder.Combine("tests", "fixtures", name + ".safetensors"));
        var (first, second) = ((Linear)net.Layers[0], (Linear)net.Layers[1]);

        Assert.Equal(0, first.W.Value.MaxDifference(Matrix.FromRows([0, 0.125, 0.25], [0.375, 0.5, 0.625])));
        Assert.Equal([-1.5, 2], first.B!.Value.Data);
        Assert.Equal([0.25, -4], second.W.Value.Data);
        Assert.Equal([7], second.B!.Value.Data);
        Assert.Equal("numpy – çğış", file.Metadata["made by"]);
    }

    [Fact]
    public void The_file_is_as_the_format_says()
    {
        var net = Net(1);
        Weights.Save(net, File);
        var bytes = System.IO.File.ReadAllBytes(File);
        var length = (int)BitConverter.ToUInt64(bytes);
        var header = System.Text.Encoding.UTF8.GetString(bytes, 8, length);

        Assert.StartsWith("""{"0.W":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]},"0.b":{"dtype":"F64","shape":[2,1],"data_offsets":[48,64]}""", header, StringComparison.Ordinal);
        Assert.Equal(0, length % 8);
        Assert.Equal(8 + length + 11 * 8, bytes.Length);
        Assert.Equal(((Linear)net.Layers[0]).W.Value[0, 1], BitConverter.ToDouble(bytes, 8 + length + 8)); // row after row
    }

    [Fact]
    public void A_parameter_that_is_shared_is_saved_once()
    {
        var shared = new Linear(2, 2, seed: 1);
        Weights.Save(new Sequential(shared, shared), File);
        var loaded = new Linear(2, 2, seed: 2);
        Weights.Load(new Sequential(loaded, loaded), File);

        Assert.Equal(["0.W", "0.b"], WeightsFile.Read(File).Tensors.Keys);
        Assert.Equal(shared.W.Value.Data, loaded.W.Value.Data);
    }

    [Fact]
    public void A_module_of_another_architecture_is_refused_and_stays_as_it_was()
    {
        Weights.Save(Net(1), File);

        Refused(new Sequential(new Linear(3, 2, seed: 2), new Linear(2, 2, seed: 2)), "tensor '1.W' is 1×2, but in Sequential it is 2×2");
        Refused(new Sequential(new Linear(3, 2, seed: 2)), "has a tensor '1.W' (1×2), which Sequential doesn't know. It knows: 0.W, 0.b.");
        Refused(new Sequential(new Linear(3, 2, seed: 2), new Linear(2, 1, seed: 2), new Linear(1, 1, seed: 2)), "has no tensor '2.W' (1×1), which Sequential needs. It has: 0.W, 0.b, 1.W, 1.b.");
    }

    public static TheoryData<string, string> BrokenHeaders => new()
    {
        { "", "header can't be understood" },
        { "[1]", "not a JSON object" },
        { "{\"a\"", "header can't be understood" },
        { "{\"a\": 3}", "'a' is not described by" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [1, 1]}}", "'a' is not described by" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [1, -1], \"data_offsets\": [0, 8]}}", "'a' is not described by" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [1, 1.5], \"data_offsets\": [0, 8]}}", "'a' is not described by" },
        { "{\"a\": {\"dtype\": \"BF16\", \"shape\": [1, 1], \"data_offsets\": [0, 8]}}", "the type BF16; only F64 and F32" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [1, 1, 1], \"data_offsets\": [0, 8]}}", "shape [1, 1, 1]; a matrix has at most two" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [2, 1], \"data_offsets\": [0, 8]}}", "needs 16 bytes, but its data_offsets are [0, 8]" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [2147483647, 2147483647], \"data_offsets\": [0, 8]}}", "needs 36893488113059364872 bytes" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [1, 1], \"data_offsets\": [8, 16]}}", "leave a gap" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [2, 1], \"data_offsets\": [0, 16]}}", "'a' (2×1) ends at byte 16 of the data, but there are 8; it is truncated" },
        { "{\"a\": {\"dtype\": \"F32\", \"shape\": [1, 1], \"data_offsets\": [0, 4]}}", "its tensors have 4 bytes, but 8 are there" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [1, 1], \"data_offsets\": [0, 8]}, \"b\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 8]}}", "they overlap" },
        { "{\"a\": {\"dtype\": \"F64\", \"shape\": [], \"data_offsets\": [0, 8]}, \"a\": {\"dtype\": \"F64\", \"shape\": [], \"data_offsets\": [0, 8]}}", "comes twice" },
        { "{\"\\ud800\": 1}", "header can't be understood" },
        { "{\"__metadata__\": {\"a\": 1}}", "header can't be understood" },
        { "{\"__metadata__\": {\"a\": null}}", "'a' is not a text" },
        { "{\"__metadata__\": 1}", "header can't be understood" },
    };

    [Theory]
    [MemberData(nameof(BrokenHeaders))]
    public void A_broken_header_is_refused(string header, string message)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(header);
        System.IO.File.WriteAllBytes(File, [.. BitConverter.GetBytes((ulong)text.Length), .. text, .. new byte[8]]);
        Refused(Net(1), message);
    }

    [Theory]
    [InlineData(0, "has 0 bytes")]
    [InlineData(7, "has 7 bytes")]
    [InlineData(20, "only 12 follow; it is truncated")]
    [InlineData(-1, "it is truncated")]
    public void A_truncated_file_is_refused(int length, string message)
    {
        Weights.Save(Net(1), File);
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, length < 0 ? bytes[..^-length] : bytes[..length]);
        Refused(Net(2), message);
    }

    [Fact]
    public void A_file_that_is_not_there_or_a_folder_that_is_not_there_is_told()
    {
        Refused(Net(1), "can't be read");
        var error = Assert.Throws<WeightsFileException>(() => Weights.Save(Net(1), Path.Combine(folder.Path, "none", "net.safetensors")));
        Assert.Contains("can't be written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_that_fails_leaves_nothing_behind()
    {
        Directory.CreateDirectory(File);
        Assert.Throws<WeightsFileException>(() => Weights.Save(Net(1), File));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Any_sizes_and_numbers_make_the_round_trip() => Prop.ForAll(
        Gen.Choose(0, 5).Two().Zip(ArbMap.Default.GeneratorFor<double[]>(), (size, numbers) => (size.Item1, size.Item2, numbers)).ToArbitrary(),
        one =>
        {
            var (inputs, outputs, numbers) = one;
            var (saved, loaded) = (new Linear(inputs, outputs, seed: 1), new Linear(inputs, outputs, seed: 2));
            for (var i = 0; i < Math.Min(numbers.Length, saved.W.Value.Count); i++)
                saved.W.Value.Data[i] = numbers[i];
            Weights.Save(saved, File);
            Weights.Load(loaded, File);
            Assert.Equal(Bits(saved), Bits(loaded));
        }).Check(Properties.Repeatable(40));

    [Fact]
    public void Whatever_bytes_there_are_the_module_is_loaded_or_stays_as_it_was()
    {
        Weights.Save(Net(1), File, new Dictionary<string, string> { ["a"] = "b" });
        var good = System.IO.File.ReadAllBytes(File);
        var net = Net(2);
        var before = Bits(net);
        var header = 8 + (int)BitConverter.ToUInt64(good);
        var random = new Random(5);
        var refused = 0;
        for (var round = 0; round < 1000; round++)
        {
            byte[] bytes = [.. good];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(header)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "0123456789[]{},:\"-. eF"[random.Next(22)]);
            if (random.Next(4) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            System.IO.File.WriteAllBytes(File, bytes);
            try
            {
                Weights.Load(net, File);
                before = Bits(net);
            }
            catch (WeightsFileException)
            {
                refused++;
                Assert.Equal(before, Bits(net));
            }
        }
        Assert.InRange(refused, 300, 999);
    }

    void Refused(Sequential net, string message)
    {
        var before = Bits(net);
        var error = Assert.Throws<WeightsFileException>(() => Weights.Load(net, File));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("net.safetensors", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits(net));
    }

    static long[] Bits(Module module) => [.. module.Parameters.SelectMany(parameter => parameter.Value.Data).Select(BitConverter.DoubleToInt64Bits)];

    [Fact]
    public void A_text_that_is_null_is_refused_before_an_older_file_is_touched()
    {
        Weights.Save(Net(1), File);
        var older = System.IO.File.ReadAllBytes(File);

        Assert.Contains("'note'", Assert.Throws<ArgumentException>(() =>
            Weights.Save(Net(2), File, new Dictionary<string, string> { ["note"] = null! })).Message, StringComparison.Ordinal);
        Assert.Equal(older, System.IO.File.ReadAllBytes(File));
    }
}
