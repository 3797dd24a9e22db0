namespace LearningKit.Notebooks.Magics;

/// <summary>Brings a variable of one language to the language of the lines around.</summary>
sealed class ShareMagic : Magic
{
    public override string Name => "share";

    public override string Summary => "Brings a variable from C# to Python or back.";

    public override string Usage =>
        """
        #!share --from python samples
        samples.Length                          // samples is a double[] if it is a numpy array in Python

        #!python
        #!share --from csharp image --as pixels
        pixels.shape                            # pixels is a numpy array if image is a double[,] in C#

        The variable is a copy. Arrays of numbers go as raw bytes, all else as JSON:
            C#                                      Python
            T[], T[,], List<T>, Memory<T>           numpy array; without numpy an array.array, or a memoryview for [,]
            long, BigInteger, double, decimal       int, int, float, Decimal
            DateTime, DateOnly, TimeSpan            datetime, date, timedelta (whole microseconds)
            List<T>, HashSet<T>, Dictionary<K, V>   list, set, dict (object where items differ)
            tuples                                  tuples
            records, anonymous and own types        dict
            byte[]                                  bytes
        A Python list becomes a List<T>, a numpy array a T[] or T[,]. What has no counterpart is refused with a sentence.
        """;

    public override bool TakesBody => false;

    public override void Run(MagicCall call)
    {
        var options = new MagicOptions(call, "--from", "--as");
        if (options.Words is not [var name]) throw options.Wrong("The name of one variable is needed.");
        var from = Variables.Language(options.Required("--from"));
        new Variables(call).Copy(from, name, Variables.Language(call.Segment.Language), options["--as"] ?? name);
    }
}
