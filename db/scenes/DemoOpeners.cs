namespace Portal.Db.Scenes;

/// <summary>The passphrase of every opener in the demo scenes, so that visitors of a demo can hold an opening. Demo scenes exist in Development only.</summary>
public static class DemoOpeners
{
    public const string Passphrase = "dem2-dem2-dem2-dem2-dem2";
}
