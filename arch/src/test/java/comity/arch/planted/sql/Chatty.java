package comity.arch.planted.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

public record Chatty(Connection connection) {
    public PreparedStatement ask() throws SQLException {
        return connection.prepareStatement("select 1");
    }
}
