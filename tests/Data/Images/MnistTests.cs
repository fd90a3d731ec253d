using System.Buffers.Binary;
using System.IO.Compression;
using CourseLib.Data;

namespace CourseTests.Data.Images;

public sealed class MnistTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static byte[] Idx(int magic, int[] sizes, byte[] values)
    {
        var bytes = new byte[4 + 4 * sizes.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, magic);
        for (var i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), sizes[i]);
        return [.. bytes, .. values];
    }

    static byte[] Images => Idx(0x803, [3, 2, 2], [0, 51, 102, 255, 1, 2, 3, 4, 5, 6, 7, 8]);

    static byte[] Labels => Idx(0x801, [3], [7, 0, 9]);

    string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    static byte[] Zipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    string ErrorOf(byte[] images, byte[] labels) =>
        Assert.Throws<DataFileException>(() => Datasets.Mnist(Write("images", images), Write("labels", labels))).Message;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_and_labels_are_read_plain_and_zipped(bool zipped)
    {
        var digits = Datasets.Mnist(Write("i", zipped ? Zipped(Images) : Images), Write("l", zipped ? Zipped(Labels) : Labels));

        Assert.Equal("4×3", digits.Pixels.Shape);
        Assert.Equal([7, 0, 9], digits.Labels);
        Assert.Equal([0, 0.2, 0.4, 1], digits.Pixels.GetColumn(0));
        Assert.Equal(0.4, digits.Image(0)[1, 0]);
        Assert.Equal("i: 3 pictures of 2×2, 10 classes", digits.ToString());
        Assert.Equal([0, 9], digits.Select([1, 2]).Labels);
    }

    [Fact]
    public void The_first_pictures_can_be_taken_alone() =>
        Assert.Equal([7, 0], Datasets.Mnist(Write("i", Images), Write("l", Labels), most: 2).Labels);

    [Fact]
    public void A_wrong_magic_number_is_named_and_swapped_files_are_recognised()
    {
        Assert.Contains("byte 0: the magic number is 0x00000801, but a file of pictures starts with 0x00000803. This is a file of labels: are the two paths swapped?", ErrorOf(Labels, Images));
        Assert.Contains("byte 0: the magic number is 0x89504E47", ErrorOf([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0], Labels));
    }

    [Fact]
    public void A_file_that_is_cut_off_says_where_it_ends_and_where_it_should()
    {
        Assert.Contains("ends at byte 25, but its header promises 3 pictures of 2×2, up to byte 28", ErrorOf(Images[..25], Labels));
        Assert.Contains("ends at byte 10, where bytes 8 to 11 should hold rows", ErrorOf(Images[..10], Labels));
        Assert.Contains("ends at byte 0, where bytes 0 to 3 should hold the magic number", ErrorOf([], Labels));
        Assert.Contains("ends at byte 10, but its header promises 3 labels, up to byte 11", ErrorOf(Images, Labels[..10]));
    }

    [Fact]
    public void Too_much_is_refused_as_well()
    {
        Assert.Contains("byte 28: the 3 pictures of 2×2 of the header end there, but the file goes on to byte 29", ErrorOf([.. Images, 0], Labels));
        Assert.Contains("promises 2147483647 pictures of 2147483647×2147483647", ErrorOf(Idx(0x803, [int.MaxValue, int.MaxValue, int.MaxValue], []), Labels));
        Assert.Contains("byte 4: the number of pictures is 0xFFFFFFFF", ErrorOf(Idx(0x803, [-1, 2, 2], []), Labels));
    }

    [Fact]
    public void A_label_beyond_the_classes_is_named_with_its_byte() =>
        Assert.Contains("byte 9: the label is 10", ErrorOf(Images, Idx(0x801, [3], [1, 10, 2])));

    [Fact]
    public void Pictures_and_labels_must_be_as_many() =>
        Assert.Contains("3 pictures", ErrorOf(Images, Idx(0x801, [2], [1, 2])));

    [Fact]
    public void A_damaged_or_cut_zip_is_refused()
    {
        var zip = Zipped(Images);
        zip[15] ^= 0xff;
        Assert.Contains("images", ErrorOf(zip, Labels));
        Assert.Contains("images", ErrorOf(Zipped(Images)[..15], Labels));
    }

    [Fact]
    public void A_missing_file_says_that_the_course_does_not_bring_it() =>
        Assert.Contains("doesn't bring MNIST", Assert.Throws<DataFileException>(() => Datasets.Mnist("nowhere", "nowhere")).Message);
}
