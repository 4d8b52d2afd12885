package comity.arch.planted.framework.store;

import org.springframework.jdbc.core.simple.JdbcClient;

public record Modest(JdbcClient client) {}
