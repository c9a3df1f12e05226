using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
namespace SocialAssistance.Rules.Standards;

/// <summary>A set of enumeration values as one word of bits, so that asking it costs nothing in a batch run.</summary>
public readonly record struct Choices<T>(ulong Bits) : IEnumerable<T> where T : struct, Enum
{
    public static Choices<T> None => default;

    public int Count => BitOperations.PopCount(Bits);

    public bool IsEmpty => Bits == 0;

    public static Choices<T> Of(params ReadOnlySpan<T> values)
    {
        var bits = 0UL;
        foreach (var value in values)
        {
            bits |= Bit(value);
        }

        return new(bits);
    }

    public bool Contains(T value) => (Bits & Bit(value)) != 0;

    public Choices<T> Without(Choices<T> other) => new(Bits & ~other.Bits);

    public Choices<T> And(Choices<T> other) => new(Bits & other.Bits);

    public IEnumerator<T> GetEnumerator()
    {
        for (var rest = Bits; rest != 0; rest &= rest - 1)
        {
            var value = BitOperations.TrailingZeroCount(rest);
            yield return Unsafe.As<int, T>(ref value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this.Select(Vocabulary<T>.Word));

    private static ulong Bit(T value) => 1UL << Unsafe.As<T, int>(ref value);
}
