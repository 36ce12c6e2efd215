using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.FromNotice;

namespace Portal.Tests.Tenders;

/// <summary>Files that are no notices, or mean harm, give a clear refusal or a draft with what was not carried; nothing half-made.</summary>
public sealed class HostileNoticeTests
{
    [Theory]
    [InlineData("", "NOTICE_EMPTY")]
    [InlineData("   \r\n ", "NOTICE_EMPTY")]
    [InlineData("<html><body>Notice</body></html>", "NOTICE_NOT_JSON")]
    [InlineData("{\"releases\":[{\"ocid\":", "NOTICE_NOT_JSON")]
    [InlineData("%PDF-1.7", "NOTICE_NOT_JSON")]
    [InlineData("null", "NOTICE_NOT_OCDS")]
    [InlineData("42", "NOTICE_NOT_OCDS")]
    [InlineData("\"releases\"", "NOTICE_NOT_OCDS")]
    [InlineData("[]", "NOTICE_NOT_OCDS")]
    [InlineData("{}", "NOTICE_NOT_OCDS")]
    [InlineData("{\"releases\":[]}", "NOTICE_NOT_OCDS")]
    [InlineData("{\"name\":\"package.json\",\"version\":\"1.1\"}", "NOTICE_NOT_OCDS")]
    [InlineData("{\"releases\":[{\"ocid\":\"o\"}]}", "NOTICE_NO_TENDER")]
    [InlineData("{\"ocid\":\"o\",\"tender\":null}", "NOTICE_NO_TENDER")]
    [InlineData("{\"tender\":\"x\"}", "NOTICE_NOT_OCDS")]
    [InlineData("{\"ocid\":\"o\",\"tender\":{\"title\":\"T\",\"\\ud800\":1}}", "NOTICE_NOT_TEXT")]
    public void What_is_no_notice_is_refused_in_plain_words(string text, string code) => Assert.Equal(code, FromNoticeTests.Refusal(Encoding.UTF8.GetBytes(text)).Code);

    [Fact]
    public void Invalid_utf8_and_deep_nesting_are_refused()
    {
        Assert.Equal("NOTICE_NOT_TEXT", FromNoticeTests.Refusal([(byte)'{', 0xC3, 0x28, (byte)'}']).Code);
        Assert.Equal("NOTICE_NOT_JSON", FromNoticeTests.Refusal(Encoding.UTF8.GetBytes(new string('[', 200_000))).Code);
        Assert.Equal("NOTICE_NOT_JSON", FromNoticeTests.Refusal(Encoding.UTF8.GetBytes("{\"ocid\":\"o\",\"tender\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 101))).Code);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_after_ten()
    {
        await using var endless = new Endless(100 * 1024 * 1024);

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => NoticeFile.From(endless, TestContext.Current.CancellationToken));

        Assert.Equal("NOTICE_TOO_LARGE", Assert.Single(refused.Reasons).Code);
        Assert.True(endless.Given < 11 * 1024 * 1024);
    }

    [Fact]
    public void A_hostile_crowd_of_values_is_bounded()
    {
        string many = string.Join(',', Enumerable.Repeat("{\"id\":\"1\",\"x\":[1,2,3]}", 300_000));
        NoticeDraft draft = FromNoticeTests.ReadText("""{"ocid":"o","tender":{"title":"T","lots":[""" + many + "]}}");

        Assert.True(draft.Lots.Count <= 200);
        Assert.True(draft.NotCarried.Count <= 401);
        Assert.Contains(draft.NotCarried, n => n.Path == "…" && n.Values > 1000);
    }

    [Fact]
    public void Control_characters_direction_marks_and_broken_halves_do_not_reach_the_title()
    {
        NoticeDraft draft = FromNoticeTests.ReadText("""{"ocid":"o","tender":{"title":"A\u0000B\u202eC\u200b","description":"\ud800 half","id":"<script>alert(1)</script>"}}""");

        Assert.Equal("ABC", draft.Title);
        Assert.Null(draft.Description);
        Assert.Contains(draft.NotCarried, n => n.Path == "tender.description");
    }

    [Theory]
    [InlineData("1e9999")]
    [InlineData("-1")]
    [InlineData("1e28")]
    [InlineData("\"about a million\"")]
    [InlineData("true")]
    public void An_amount_that_cannot_be_held_is_listed(string amount)
    {
        NoticeDraft draft = FromNoticeTests.ReadText("""{"ocid":"o","tender":{"title":"T","value":{"amount":""" + amount + "}}}");

        Assert.Null(draft.Value?.Net);
        Assert.Contains(draft.NotCarried, n => n.Path == "tender.value.amount");
    }

    [Fact]
    public void A_name_written_twice_is_listed()
    {
        NoticeDraft draft = FromNoticeTests.ReadText("""{"ocid":"o","tender":{"title":"First","title":"Last"}}""");

        Assert.Equal("Last", draft.Title);
        Assert.Contains(draft.NotCarried, n => n is { Path: "tender.title", Says: "First" });
    }

    [Fact]
    public void Thousands_of_mutations_give_a_draft_or_a_clear_refusal()
    {
        Random chance = new(20261122);
        byte[][] originals = [.. Directory.GetFiles(FromNoticeTests.Folder(), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        int drafts = 0;
        for (int round = 0; round < 6000; round++)
        {
            byte[] mutant = Mutate([.. originals[round % originals.Length]], chance);
            try
            {
                NoticeReader.Read(NoticeFile.From(mutant));
                drafts++;
            }
            catch (RuleBroken refused)
            {
                Assert.NotEmpty(refused.Reasons);
            }
        }

        Assert.InRange(drafts, 500, 5900);
    }

    private static byte[] Mutate(byte[] bytes, Random chance)
    {
        string[] odd = ["null", "[]", "{}", "\"\"", "1e9999", "-0", "\"\\ud800\"", "\"2026-02-30T99:00:00+99:99\"", "[[[]]]", "true", "\"\\u0000\"", "0.1"];
        string text = Encoding.UTF8.GetString(bytes);
        for (int change = chance.Next(1, 4); change > 0; change--)
        {
            int colon = text.IndexOf(": ", chance.Next(text.Length), StringComparison.Ordinal);
            int end = colon < 0 ? -1 : text.IndexOfAny(['\n', ','], colon);
            text = chance.Next(5) switch
            {
                0 when colon > 0 && end > 0 && text[(colon + 2)..end] is not ("[" or "{") => text[..(colon + 2)] + odd[chance.Next(odd.Length)] + text[end..],
                1 when colon > 0 && end > 0 && text[(colon + 2)..end] is not ("[" or "{") => text[..(colon + 2)] + odd[chance.Next(odd.Length)] + text[end..],
                2 => text.Remove(chance.Next(text.Length / 2), chance.Next(1, 3)),
                3 => text.Replace(text[chance.Next(text.Length)], (char)chance.Next(32, 400)),
                _ => text.Insert(chance.Next(text.Length), odd[chance.Next(odd.Length)]),
            };
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int part = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, part).Fill((byte)'[');
            Given += part;
            return part;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
