using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Tests.Audit;

public sealed class MerkleTreeTests
{
    // The classic vectors of Certificate Transparency: eight leaves and their roots.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public async Task Roots_are_those_of_the_published_vectors()
    {
        LogFixture log = new(0);
        log.Entries.AddRange(Leaves.Select(Convert.FromHexString));
        log.Publish();
        for (int size = 1; size <= Leaves.Length; size++)
        {
            Assert.Equal(Roots[size - 1], Convert.ToHexStringLower(await log.Tree.Root(size, Token)));
        }

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(await log.Tree.Root(0, Token)));
    }

    [Fact]
    public async Task Every_entry_has_a_proof_that_holds_for_it_and_for_no_other()
    {
        LogFixture log = new(530);
        foreach (int size in (int[])[1, 2, 3, 7, 255, 256, 257, 511, 512, 513, 530])
        {
            byte[] root = await log.Tree.Root(size, Token);
            for (int index = 0; index < size; index += 1 + (size / 40))
            {
                IReadOnlyList<byte[]> proof = await log.Tree.InclusionProof(index, size, Token);
                Assert.True(ProofVerifier.Includes(root, size, index, log.Leaf(index), proof));
                Assert.False(ProofVerifier.Includes(root, size, index, MerkleHash.Leaf("other"u8), proof));
                Assert.False(ProofVerifier.Includes(root, size, (index + 1) % size, log.Leaf(index), proof) && size > 1);
            }
        }
    }

    [Fact]
    public async Task Every_size_is_shown_to_be_the_beginning_of_every_later_size()
    {
        LogFixture log = new(300);
        for (int first = 1; first <= 300; first += 7)
        {
            for (int second = first; second <= 300; second += 13)
            {
                byte[] before = await log.Tree.Root(first, Token);
                byte[] after = await log.Tree.Root(second, Token);
                IReadOnlyList<byte[]> proof = await log.Tree.ConsistencyProof(first, second, Token);
                Assert.True(ProofVerifier.Extends(first, before, second, after, proof), $"{first} to {second}");
                Assert.False(ProofVerifier.Extends(first, MerkleHash.Leaf("forged"u8), second, after, proof));
            }
        }
    }

    [Fact]
    public void Appending_after_a_restart_needs_only_the_last_tile_of_each_level()
    {
        LogFixture whole = new(70_000);
        TileFrontier first = new(0, []);
        for (int i = 0; i < 66_000; i++)
        {
            first.Append(whole.Leaf(i));
        }

        Dictionary<(int, long), HashTile> kept = first.TakeChanged().ToDictionary(t => (t.Level, t.Index));
        TileFrontier second = new(66_000, TileFrontier.Needed(66_000).Select(n => kept[n]));
        for (int i = 66_000; i < 70_000; i++)
        {
            second.Append(whole.Leaf(i));
        }

        foreach (HashTile tile in second.TakeChanged())
        {
            Assert.Equal(whole.Tiles[(tile.Level, tile.Index)], tile.Hashes);
        }
    }

    [Theory]
    [InlineData("0/000", 0, 0, 256)]
    [InlineData("0/x001/x234/067.p/8", 0, 1234067, 8)]
    [InlineData("entries/005.p/255", TilePath.Entries, 5, 255)]
    [InlineData("63/x001/000", 63, 1000, 256)]
    public void Tile_addresses_are_read_as_the_standard_writes_them(string text, int level, long index, int width)
    {
        Assert.True(TilePath.TryParse(text, out TilePath path));
        Assert.Equal(new TilePath(level, index, width), path);
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/00")]
    [InlineData("0/x000/001")]
    [InlineData("64/000")]
    [InlineData("01/000")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/../key")]
    [InlineData("-1/000")]
    [InlineData("0/x999/x999/x999/x999/x999/x999/x999/999")]
    public void Tile_addresses_of_another_spelling_are_refused(string text) => Assert.False(TilePath.TryParse(text, out _));

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
