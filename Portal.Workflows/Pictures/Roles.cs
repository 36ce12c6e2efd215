using System.Text;
using Portal.Domain.Kernel;

namespace Portal.Workflows.Pictures;

/// <summary>Roles as people say them: <c>placement officer</c>.</summary>
public static class Roles
{
    public static string Name(Role role)
    {
        var name = new StringBuilder();
        foreach (char letter in role.ToString())
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return name.Replace("rcc", "RCC").Replace("ncc", "NCC").Replace("qa lead", "QA lead").ToString();
    }
}
