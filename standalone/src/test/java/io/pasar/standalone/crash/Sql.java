package io.pasar.standalone.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Asks the database directly, past the services.
record Sql(String jdbcUrl) {

    /// One number.
    long count(String query) {
        return Long.parseLong(rows(query).getFirst());
    }

    /// The first column of every row, in the order of their text.
    List<String> rows(String query) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.stream().sorted().toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
