package dev.hydrant.cli.query;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of a result are printed. */
public enum ResultFormat {
    /** For people. */
    table {
        @Override
        void print(ResultSet result, PrintWriter out) throws SQLException {
            TableText.print(result, out);
        }
    },
    /** RFC 4180 with a header line; NULL is an empty field. */
    csv {
        @Override
        void print(ResultSet result, PrintWriter out) throws SQLException {
            CsvText.print(result, out);
        }
    },
    /** One array of objects, an object a line. */
    json {
        @Override
        void print(ResultSet result, PrintWriter out) throws SQLException {
            JsonText.print(result, out);
        }
    };

    abstract void print(ResultSet result, PrintWriter out) throws SQLException;
}
