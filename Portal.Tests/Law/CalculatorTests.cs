using System.Net;
using System.Text.Json;
using Portal.Tests.Api;

namespace Portal.Tests.Law;

public sealed class CalculatorTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("calendar/working-days?from=2026-11-23&days=8", """{"from":"2026-11-23","days":8,"lastDay":"2026-12-03"}""")]
    [InlineData("calendar/working-days?from=2026-11-22&days=1", """{"from":"2026-11-22","days":1,"lastDay":"2026-11-23"}""")]
    [InlineData("calendar/standstill?published=2026-11-23", """{"published":"2026-11-23","lastDay":"2026-12-03","earliestSigning":"2026-12-04"}""")]
    [InlineData("calendar/standstill?published=2026-11-21", """{"published":"2026-11-21","lastDay":"2026-12-03","earliestSigning":"2026-12-04"}""")]
    [InlineData("calendar/notice-deadline?entered=2026-12-04&notice=UK7&regime=lightTouch", """{"lastDay":"2027-04-02"}""")]
    [InlineData("calendar/notice-deadline?entered=2026-11-23&notice=UK7&regime=full", """{"lastDay":"2026-12-22"}""")]
    [InlineData("calendar/notice-deadline?entered=2026-11-23&notice=contractCopy&regime=lightTouch", """{"lastDay":"2027-05-21"}""")]
    [InlineData("calendar/notice-deadline?entered=2026-11-23&notice=UK11&regime=lightTouch", """{"lastDay":"2026-12-22"}""")]
    [InlineData("calendar/notice-deadline?entered=2026-11-23&notice=UK11", """{"lastDay":"2026-12-22"}""")]
    [InlineData("calendar/tender-period?from=2026-12-01&basis=electronicAllDocuments", """{"minimumDays":25,"earliestDeadline":"2026-12-26"}""")]
    [InlineData("calendar/tender-period?from=2026-12-01&basis=oneOfTwo", """{"minimumDays":30,"earliestDeadline":"2026-12-31"}""")]
    [InlineData("calendar/tender-period?from=2026-12-01&basis=neither", """{"minimumDays":35,"earliestDeadline":"2027-01-05"}""")]
    [InlineData("calendar/tender-period?from=2026-12-01&basis=reduced", """{"minimumDays":10,"earliestDeadline":"2026-12-11"}""")]
    [InlineData("thresholds?commenced=2026-11-22&authority=subCentral&kind=lightTouch", """{"amount":"663540.00","includesVat":true,"from":"2026-01-01"}""")]
    [InlineData("thresholds?commenced=2025-03-01&authority=central&kind=goodsServices", """{"amount":"139688.00","includesVat":true,"from":"2025-02-24"}""")]
    public async Task A_calculator_answers_in_the_published_shape(string address, string answer)
    {
        HttpResponseMessage response = await host.Client.GetAsync("/api/v1/" + address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("calendar/working-days?from=2026-11-23&days=0", "days")]
    [InlineData("calendar/working-days?from=2026-11-23&days=-1", "days")]
    [InlineData("calendar/working-days?from=2026-11-23&days=1.5", "days")]
    [InlineData("calendar/working-days?from=2026-11-23&days=99999999999", "days")]
    [InlineData("calendar/working-days?from=2028-12-20&days=20", "days")]
    [InlineData("calendar/working-days?from=2026-11-23", "days")]
    [InlineData("calendar/working-days?days=8", "from")]
    [InlineData("calendar/working-days?from=&days=8", "from")]
    [InlineData("calendar/working-days?from=2026-02-30&days=8", "from")]
    [InlineData("calendar/working-days?from=23/11/2026&days=8", "from")]
    [InlineData("calendar/working-days?from=2026-11-23T00:00:00Z&days=8", "from")]
    [InlineData("calendar/working-days?from=2018-12-31&days=1", "from")]
    [InlineData("calendar/working-days?from=2026-11-23&from=2026-11-24&days=8", "from")]
    [InlineData("calendar/standstill?published=2029-01-02", "published")]
    [InlineData("calendar/standstill?published=2028-12-27", "published")]
    [InlineData("calendar/standstill?published=2025-02-29", "published")]
    [InlineData("calendar/standstill", "published")]
    [InlineData("calendar/notice-deadline?entered=2026-12-04&notice=UK7", "regime")]
    [InlineData("calendar/notice-deadline?entered=2026-12-04&notice=UK9&regime=full", "notice")]
    [InlineData("calendar/notice-deadline?entered=2026-12-04&notice=uk7&regime=full", "notice")]
    [InlineData("calendar/notice-deadline?entered=2026-12-04&notice=UK11&regime=old", "regime")]
    [InlineData("calendar/notice-deadline?entered=2040-12-04&notice=UK7&regime=full", "entered")]
    [InlineData("calendar/tender-period?from=2026-12-01&basis=fast", "basis")]
    [InlineData("calendar/tender-period?from=2026-12-01&basis=0", "basis")]
    [InlineData("calendar/tender-period?from=2031-12-01&basis=reduced", "from")]
    [InlineData("thresholds?commenced=2024-11-22&authority=subCentral&kind=lightTouch", "commenced")]
    [InlineData("thresholds?commenced=2028-01-01&authority=subCentral&kind=lightTouch", "commenced")]
    [InlineData("thresholds?commenced=2026-11-22&authority=council&kind=lightTouch", "authority")]
    [InlineData("thresholds?commenced=2026-11-22&authority=subCentral&kind=services", "kind")]
    public async Task A_calculator_refuses_what_it_cannot_know_and_names_the_field(string address, string field)
    {
        HttpResponseMessage response = await host.Client.GetAsync("/api/v1/" + address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(422, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("errors").GetProperty(field).EnumerateArray());
    }

    [Fact]
    public async Task Every_mistake_is_told_at_once()
    {
        HttpResponseMessage response = await host.Client.GetAsync("/api/v1/thresholds?commenced=yesterday", TestContext.Current.CancellationToken);

        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["authority", "commenced", "kind"], problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }
}
