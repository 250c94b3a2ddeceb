namespace Broken.WebSeesNoTables.Sessions
{
    namespace Data.Fine
    {
        internal sealed class Tables
        {
            public int Rows { get; set; }
        }

        internal sealed class DatabaseHealth
        {
            public static string Answer => "well";
        }
    }

    namespace Web.Host
    {
        internal sealed class Page
        {
            public static int Rows() => new Data.Fine.Tables().Rows;
        }

        internal sealed class Table
        {
            public static Microsoft.EntityFrameworkCore.EntityState State { get; set; }
        }

        internal sealed class FinePage
        {
            public static string Health() => Data.Fine.DatabaseHealth.Answer;
        }
    }
}
