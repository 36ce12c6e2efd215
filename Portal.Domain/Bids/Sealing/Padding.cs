using System.Buffers.Binary;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Fills structured content up to a bucket (4 KiB, doubling), so that the size of an envelope does not tell how long the answers or the price are.</summary>
public static class Padding
{
    private const int SmallestBucket = 4096;
    private const int LengthSize = 4;

    public static byte[] Pad(byte[] content)
    {
        int bucket = SmallestBucket;
        while (bucket < content.Length + LengthSize)
        {
            bucket = checked(bucket * 2);
        }

        byte[] padded = new byte[bucket];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded, LengthSize);
        return padded;
    }

    public static byte[] Unpad(byte[] padded)
    {
        int length = padded.Length < LengthSize ? -1 : BinaryPrimitives.ReadInt32BigEndian(padded);
        return length >= 0 && length <= padded.Length - LengthSize
            ? padded[LengthSize..(LengthSize + length)]
            : throw new FormatException("The padded content does not say its length.");
    }
}
