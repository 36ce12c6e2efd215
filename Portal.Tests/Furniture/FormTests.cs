using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>What people type, as the portal understands it.</summary>
public sealed class FormTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("27", "3", "2027", "12:00", "2027-03-27T12:00:00Z")]
    [InlineData("28", "3", "2027", "12.00", "2027-03-28T11:00:00Z")]
    public async Task A_london_time_is_kept_in_utc(string day, string month, string year, string time, string utc)
    {
        (object? bound, string[] errors) = await Bind(typeof(DateTimeOffset?), ("When.Day", day), ("When.Month", month), ("When.Year", year), ("When.Time", time));

        Assert.Empty(errors);
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), bound);
    }

    [Theory]
    [InlineData("28", "3", "2027", "01:30", "does not exist")]
    [InlineData("31", "10", "2027", "01:30", "comes twice")]
    [InlineData("31", "2", "2027", "12:00", "real date")]
    [InlineData("", "2", "2027", "12:00", "must include a day")]
    [InlineData("1", "2", "2027", "noon", "must have a time")]
    public async Task A_time_that_is_none_is_refused_in_words(string day, string month, string year, string time, string words)
    {
        (_, string[] errors) = await Bind(typeof(DateTimeOffset?), ("When.Day", day), ("When.Month", month), ("When.Year", year), ("When.Time", time));

        Assert.Contains(words, Assert.Single(errors));
    }

    [Theory]
    [InlineData("£6,100", "6100")]
    [InlineData("6100.00", "6100")]
    [InlineData("0.5", "0.5")]
    public async Task Money_is_read_as_people_write_it(string typed, string amount)
    {
        (object? bound, string[] errors) = await Bind(typeof(Money?), ("When", typed));

        Assert.Empty(errors);
        Assert.Equal(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), bound);
    }

    [Theory]
    [InlineData("six")]
    [InlineData("1.001")]
    [InlineData("1e3")]
    public async Task What_is_no_amount_is_refused(string typed)
    {
        (object? bound, string[] errors) = await Bind(typeof(Money?), ("When", typed));

        Assert.Null(bound);
        Assert.Single(errors);
    }

    [Fact]
    public async Task A_wrong_field_is_named_beside_it_and_linked_from_the_summary()
    {
        HttpResponseMessage answer = await app.Public().PostForm("/accounts/forgotten-password", ("Form.Email", "<b>nobody"));

        string html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#Form-Email\"", html);
        Assert.Contains("aria-describedby=\"Form-Email-hint Form-Email-error\"", html);
        Assert.Contains("value=\"&lt;b&gt;nobody\"", html);
        Assert.StartsWith("Error: ", html[(html.IndexOf("<title>", StringComparison.Ordinal) + 7)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        HttpClient browser = await app.SignedInAs(Role.Administrator);
        using FormUrlEncodedContent fields = new([KeyValuePair.Create("Form.Name", "Nobody"), KeyValuePair.Create("Form.Email", "nobody@example.org"), KeyValuePair.Create("Form.Roles", "Legal")]);

        using HttpResponseMessage answer = await browser.PostAsync(new Uri("/organisations/people/invite", UriKind.Relative), fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await app.WithDb(db => Task.FromResult(db.Set<Portal.Domain.Organisations.Person>().Any(p => p.Email == "nobody@example.org"))));
    }

    private async Task<(object? Bound, string[] Errors)> Bind(Type type, params (string Name, string Value)[] fields) => await app.With(async services =>
    {
        IModelMetadataProvider metadata = services.GetRequiredService<IModelMetadataProvider>();
        ModelMetadata model = metadata.GetMetadataForType(type);
        IModelBinder binder = services.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = model, CacheToken = type });
        FormCollection form = new(fields.ToDictionary(f => f.Name, f => new Microsoft.Extensions.Primitives.StringValues(f.Value)));
        ActionContext action = new(new DefaultHttpContext { RequestServices = services }, new RouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor());
        ModelBindingContext context = DefaultModelBindingContext.CreateBindingContext(action, new FormValueProvider(BindingSource.Form, form, System.Globalization.CultureInfo.InvariantCulture), model, null, "When");
        await binder.BindModelAsync(context);
        return (context.Result.Model, action.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).ToArray());
    });
}
